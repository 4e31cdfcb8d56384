import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { checkBegin, checkItems } from '../editions/rules.ts'
import { type Manual, type ManualPage, mostPoints, type PageScores } from './shape.ts'

/** Nobody holds one page against its picture in less than this. Seconds. */
export const secondsEach = 10
/** From this score on a store looks as the manual asks, from the other on passably. Thousandths. */
export const goodScore = 900
export const passableScore = 750
export const toneOf = (score: number): 'done' | 'late' | 'missed' =>
  score >= goodScore ? 'done' : score >= passableScore ? 'late' : 'missed'

/** Thousandths of the points that were to be had, rounded half up; null where nothing was scored. */
export function scoreOf(pages: readonly PageScores[]): number | null {
  const points = pages.flatMap((p) => p.scores.map((s) => s.points as number))
  if (points.length === 0) return null
  const of = points.length * mostPoints
  const got = points.reduce((sum, p) => sum + p, 0)
  return Math.floor((2 * got * 1000 + of) / (2 * of))
}

/** Every page of the store once, with a photograph of its own, each point scored; what deviates is said. */
export function checkPages(asked: readonly ManualPage[], pages: readonly PageScores[]) {
  const by = new Map(pages.map((p) => [p.page, p]))
  const left = asked.filter((page) => !by.has(page.code)).length
  if (left > 0) return refuse('pagesLeft', { left })
  if (pages.length !== asked.length) return refuse('manualChanged')
  for (const page of asked) {
    const own = by.get(page.code)!
    const field = `pages.${pages.indexOf(own)}`
    if (!own.photo) return refuse('photoWanted', { page: page.says }, `${field}.photo`)
    const scored = new Map(own.scores.map((s) => [s.point, s]))
    const isWhole = scored.size === own.scores.length && page.points.every((p) => scored.has(p.code))
    if (!isWhole || scored.size !== page.points.length) return refuse('manualChanged')
    for (const point of page.points) {
      const score = scored.get(point.code)!
      if (score.points < mostPoints && !score.wrong)
        return refuse('sayWrong', { point: point.says }, `${field}.scores.${own.scores.indexOf(score)}.wrong`)
    }
  }
  const photos = pages.map((p) => p.photo)
  return new Set(photos).size === photos.length ? undefined : refuse('photoTwice')
}

export function checkManual(
  manual: Omit<Manual, 'id'>,
  today: Day,
  standing: readonly Pick<Manual, 'kind' | 'from'>[],
) {
  const no = checkBegin(manual, today, standing) ?? checkItems(manual)
  if (no) return no
  const twice = manual.items.findIndex((p) => new Set(p.points.map((o) => o.code)).size !== p.points.length)
  return twice < 0 ? undefined : refuse('itemTwice', {}, `items.${twice}.points`)
}
