import { newId } from '../../../../platform/kinds/id.ts'
import { readKept } from '../../../../platform/web/kept.ts'

/** The figures of one category as they are being typed, by the phone's clock. */
export interface DraftRow {
  readonly shelf: number | null
  readonly back: number | null
  readonly begunAt: number
  readonly at: number
}
/** What somebody has counted and not compared yet; stays on the phone, also through a dead network. */
export interface Draft {
  readonly id: string
  readonly begun: number
  readonly rows: Readonly<Record<string, DraftRow>>
}
export const draftKey = (store: string, day: string): string => `daily.${store}.${day}`
export const freshDraft = (now: number): Draft => ({ id: newId(), begun: now, rows: {} })
export function readDraft(key: string, now: number): Draft {
  const kept = readKept<Partial<Draft>>(key)
  return kept?.id && typeof kept.begun === 'number' && kept.rows ? (kept as Draft) : freshDraft(now)
}

/** A category is counted from when the one before it was done. */
export function typedWith(
  draft: Draft,
  category: string,
  part: Partial<Pick<DraftRow, 'shelf' | 'back'>>,
  now: number,
): Draft {
  const others = Object.entries(draft.rows).filter(([c]) => c !== category)
  const before = Math.max(draft.begun, ...others.map(([, r]) => r.at).filter((t) => t <= now))
  const row = draft.rows[category] ?? { shelf: null, back: null, begunAt: before, at: now }
  const next = { ...row, ...part, at: now }
  const rows = {
    ...Object.fromEntries(others),
    ...(next.shelf === null && next.back === null ? {} : { [category]: next }),
  }
  return { ...draft, rows }
}
/** What can be compared: a figure for the floor, the back counting as nothing where none is typed. */
export const readyRows = (draft: Draft) =>
  Object.entries(draft.rows).flatMap(([category, r]) =>
    r.shelf === null
      ? []
      : [
          {
            category,
            shelf: r.shelf,
            back: r.back ?? 0,
            begunAt: new Date(r.begunAt).toISOString(),
            at: new Date(r.at).toISOString(),
          },
        ],
  )
/** Without what has been compared; the clock of what is left runs on from there. */
export const without = (draft: Draft, categories: readonly string[], now: number): Draft => ({
  id: newId(),
  begun: now,
  rows: Object.fromEntries(Object.entries(draft.rows).filter(([c]) => !categories.includes(c))),
})
