import { newId } from '../../../../platform/kinds/id.ts'
import { readKept } from '../../../../platform/web/kept.ts'
import { isWithin } from '../rules.ts'
import { type CheckItem, type CheckKind, type displayZones, type How, isOwnKind } from '../shape.ts'

/** A zone that an associate keeps. */
export type OwnZone = (typeof displayZones)[number]

/** One answer as it is being given; `text` is what was typed where a number is asked for. */
export interface DraftAnswer {
  readonly inOrder: boolean
  readonly how: How
  readonly value: number | null
  readonly wrong: string
  readonly done: string
  /** The photograph taken of it, which is with the server already. */
  readonly photo: string | null
}
/** A sheet being filled in; stays on the phone until it is handed in, also through a dead network. */
export interface FillDraft {
  readonly id: string
  /** When it was opened, by the phone's clock. */
  readonly begun: number
  readonly zone: OwnZone | null
  readonly round: number | null
  readonly answers: Readonly<Record<string, DraftAnswer>>
}

interface Standing {
  readonly kind: CheckKind
  readonly hours: object | null
  readonly sheets: readonly { readonly id: string; readonly keeper: string }[]
}
/**
 * Where the sheet that somebody fills in is kept: one of its own for whoever keeps a zone, and another one once the sheet
 * has a version that it would follow. What colleagues hand in, of their zones or of other hours, changes nothing here.
 */
export function draftKey(seen: { store: { id: string }; day: string }, card: Standing, me: string): string {
  const own = isOwnKind(card.kind)
  const follows = card.hours ? undefined : card.sheets.find((s) => !own || s.keeper === me)
  return ['check', seen.store.id, seen.day, card.kind, own ? me : '', follows?.id ?? ''].join('.')
}

export const freshDraft = (now: number, round: number | null, zone: OwnZone | null): FillDraft => ({
  id: newId(),
  begun: now,
  zone,
  round,
  answers: {},
})
export function readDraft(key: string, fresh: FillDraft): FillDraft {
  const kept = readKept<Partial<FillDraft>>(key)
  return kept?.id && typeof kept.begun === 'number' && kept.answers ? { ...fresh, ...kept } : fresh
}

const blank: DraftAnswer = { inOrder: true, how: 'one', value: null, wrong: '', done: '', photo: null }
export const answerWith = (draft: FillDraft, code: string, part: Partial<DraftAnswer>): FillDraft => ({
  ...draft,
  answers: { ...draft.answers, [code]: { ...(draft.answers[code] ?? blank), how: 'one', ...part } },
})
/** A number within its bounds is in order, one beyond them is not. */
export const numberWith = (draft: FillDraft, item: CheckItem, value: number | null): FillDraft => {
  if (value !== null) return answerWith(draft, item.code, { value, inOrder: isWithin(item.number!, value) })
  const { [item.code]: _, ...answers } = draft.answers
  return { ...draft, answers }
}
/** All that is not answered yet and asks for no number, in order together. */
export const restInOrder = (draft: FillDraft, items: readonly CheckItem[]): FillDraft => ({
  ...draft,
  answers: {
    ...Object.fromEntries(
      items.filter((i) => i.number === null).map((i) => [i.code, { ...blank, how: 'rest' as const }]),
    ),
    ...draft.answers,
  },
})
/** An answer that says all that it must. */
export const isSaid = (answer: DraftAnswer | undefined, item: CheckItem): boolean =>
  answer !== undefined &&
  (answer.inOrder || answer.wrong.trim() !== '') &&
  (item.number === null || answer.value !== null) &&
  (!item.photo || Boolean(answer.photo))

export const asInput = (draft: FillDraft, items: readonly CheckItem[], now: number) => ({
  id: draft.id,
  zone: draft.zone,
  round: draft.round,
  seconds: Math.min(43_200, Math.max(0, Math.round((now - draft.begun) / 1_000))),
  answers: items.flatMap(({ code }) => {
    const answer = draft.answers[code]
    if (!answer) return []
    const { inOrder, how, value, wrong, done, photo = null } = answer
    const said = inOrder ? { wrong: null, done: null } : { wrong, done: done || null }
    return [{ code, inOrder, how, value, ...said, photo }]
  }),
})
