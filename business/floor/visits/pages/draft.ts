import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { readKept } from '../../../../platform/web/kept.ts'
import type { Points, VisitItem, VisitKind } from '../shape.ts'

/** One thing as it is being scored, with the finding that may come of it. */
export interface DraftScore {
  readonly points: Points
  /** Whether what is only partly in order is to be mended. */
  readonly isFinding: boolean
  readonly finding: string
  readonly wrong: string
  readonly person: string
  readonly due: Day
  readonly photo: string | null
}
/** A visit being made; stays on the phone until it is handed in, also through a dead network. */
export interface VisitDraft {
  readonly id: string
  /** When it was begun, by the phone's clock. */
  readonly begun: number
  readonly words: string
  readonly scores: Readonly<Record<string, DraftScore>>
}
export const draftKey = (store: string, day: Day, kind: VisitKind): string => `visit.${store}.${day}.${kind}`
export function readDraft(key: string, now: number): VisitDraft {
  const kept = readKept<Partial<VisitDraft>>(key)
  const fresh: VisitDraft = { id: newId(), begun: now, words: '', scores: {} }
  return kept?.id && typeof kept.begun === 'number' && kept.scores ? { ...fresh, ...kept } : fresh
}

/** What a finding begins with: the store's manager, three days. */
export interface Usual {
  readonly person: string
  readonly today: Day
}
export const scoreWith = (
  draft: VisitDraft,
  code: string,
  part: Partial<DraftScore>,
  { person, today }: Usual,
): VisitDraft => ({
  ...draft,
  scores: {
    ...draft.scores,
    [code]: {
      ...(draft.scores[code] ?? {
        points: null,
        isFinding: false,
        finding: newId(),
        wrong: '',
        person,
        due: addDays(today, 3),
        photo: null,
      }),
      ...part,
    },
  },
})

/** Whether something becomes a finding: what is not in order does, unless it is open from before. */
export const isFound = (score: DraftScore | undefined, isOpen: boolean): boolean =>
  score !== undefined && !isOpen && (score.points === 0 || (score.points === 1 && score.isFinding))
/** A finding that says all that it must. */
export const isWritten = (score: DraftScore, item: Pick<VisitItem, 'photo'>): boolean =>
  score.wrong.trim().length >= 2 && (!item.photo || Boolean(score.photo))

export const asInput = (
  draft: VisitDraft,
  items: readonly VisitItem[],
  open: ReadonlySet<string>,
  now: number,
) => ({
  id: draft.id,
  seconds: Math.min(43_200, Math.max(0, Math.round((now - draft.begun) / 1_000))),
  words: draft.words.trim() || null,
  scores: items.flatMap(({ code }) => {
    const score = draft.scores[code]
    return score ? [{ code, points: score.points, words: null }] : []
  }),
  findings: items.flatMap(({ code }) => {
    const score = draft.scores[code]
    if (!score || !isFound(score, open.has(code))) return []
    const { finding: id, wrong, person, due, photo = null } = score
    return [{ id, code, wrong, person, due, photo }]
  }),
})
