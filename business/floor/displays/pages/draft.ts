import { newId } from '../../../../platform/kinds/id.ts'
import { readKept } from '../../../../platform/web/kept.ts'
import { type ManualPage, mostPoints, type PageScores, type Points } from '../shape.ts'

export interface DraftPage {
  readonly photo: string | null
  readonly scores: Readonly<Record<string, { readonly points: Points; readonly wrong: string }>>
}
/** A check being made; stays on the phone until it is handed in, also through a dead network. */
export interface CheckDraft {
  readonly id: string
  /** When it was begun, by the phone's clock. */
  readonly begun: number
  readonly pages: Readonly<Record<string, DraftPage>>
}
export const draftKey = (store: string, manual: string, day: string): string =>
  `display.${store}.${manual}.${day}`
export const hasDraft = (key: string): boolean => readKept<Partial<CheckDraft>>(key)?.pages !== undefined
export function readDraft(key: string, now: number): CheckDraft {
  const kept = readKept<Partial<CheckDraft>>(key)
  const fresh: CheckDraft = { id: newId(), begun: now, pages: {} }
  return kept?.id && typeof kept.begun === 'number' && kept.pages ? { ...fresh, ...kept } : fresh
}

const blank: DraftPage = { photo: null, scores: {} }
export const pageOf = (draft: CheckDraft, page: string): DraftPage => draft.pages[page] ?? blank
export const pageWith = (draft: CheckDraft, page: string, part: Partial<DraftPage>): CheckDraft => ({
  ...draft,
  pages: { ...draft.pages, [page]: { ...pageOf(draft, page), ...part } },
})
export const isWhole = (own: DraftPage, page: ManualPage): boolean =>
  own.photo !== null &&
  page.points.every(({ code }) => {
    const score = own.scores[code]
    return score !== undefined && (score.points === mostPoints || score.wrong.trim().length > 1)
  })

export const asPages = (draft: CheckDraft, pages: readonly ManualPage[]): PageScores[] =>
  pages.flatMap((page) => {
    const { photo, scores } = pageOf(draft, page.code)
    const scored = page.points.flatMap(({ code }) => {
      const score = scores[code]
      const wrong = score && score.points < mostPoints ? score.wrong.trim() || null : null
      return score ? [{ point: code, points: score.points, wrong }] : []
    })
    return scored.length > 0 ? [{ page: page.code, photo, scores: scored }] : []
  })
