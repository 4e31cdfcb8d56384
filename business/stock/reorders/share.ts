/**
 * What a store asks of a size, and what it has of it: for sale on the shelf and on the way. `weekly`: what it sells a week. Pieces.
 */
export interface Ask {
  /** Orders those of the same need, the same each time. */
  readonly key: string
  readonly asked: number
  readonly has: number
  readonly weekly: number
  readonly isCore: boolean
}

/**
 * Pieces of a size that the warehouse has too few of, shared out among those who ask (缺货分配): one after the other, each to the store
 * that lacks a core size altogether; else to the one whose pieces last the fewest days; else to the one that sells most. Whole pieces,
 * all there is or all that is asked, never more than asked. More in the warehouse takes nothing from anybody.
 */
export function shareOut(there: number, asks: readonly Ask[]): number[] {
  const given = asks.map(() => 0)
  for (let left = Math.max(0, there); left > 0; left--) {
    let next = -1
    for (let i = 0; i < asks.length; i++)
      if (given[i]! < asks[i]!.asked && (next < 0 || isFirst(asks[i]!, given[i]!, asks[next]!, given[next]!)))
        next = i
    if (next < 0) break
    given[next]! += 1
  }
  return given
}
function isFirst(a: Ask, givenA: number, b: Ask, givenB: number): boolean {
  const [hasA, hasB] = [Math.max(0, a.has) + givenA, Math.max(0, b.has) + givenB]
  const [lacksA, lacksB] = [a.isCore && hasA === 0, b.isCore && hasB === 0]
  if (lacksA !== lacksB) return lacksA
  // What does not sell lasts for ever: it comes after all that sells. Days of cover are compared crosswise, without dividing.
  const [sellsA, sellsB] = [a.weekly > 0, b.weekly > 0]
  if (sellsA !== sellsB) return sellsA
  const cover = hasA * b.weekly - hasB * a.weekly
  if (cover !== 0) return cover < 0
  if (a.weekly !== b.weekly) return a.weekly > b.weekly
  return a.key < b.key
}

/** For how many days pieces last; undefined where nothing is sold. */
export const coverDays = ({ has, weekly }: Pick<Ask, 'has' | 'weekly'>): number | undefined =>
  weekly > 0 ? Math.round((Math.max(0, has) * 7) / weekly) : undefined

export type ShareWhy = 'noneThere' | 'coreMissing' | 'coreToo' | 'shortCover' | 'longCover' | 'doesNotSell'
/** What a store is told of its part; kept with the line. */
export interface Share {
  readonly there: number
  readonly total: number
  readonly stores: number
  readonly why: ShareWhy
  readonly cover: number | null
  readonly proposed: number
}
export function whyOf(there: number, ask: Ask, granted: number): ShareWhy {
  if (there <= 0) return 'noneThere'
  const lacksCore = ask.isCore && ask.has <= 0
  if (granted > 0) return lacksCore ? 'coreMissing' : 'shortCover'
  if (lacksCore) return 'coreToo'
  return ask.weekly > 0 ? 'longCover' : 'doesNotSell'
}
/** The split of one size, with what each is told. */
export function sharesOf(there: number, asks: readonly Ask[]): Share[] {
  const total = asks.reduce((n, a) => n + a.asked, 0)
  const split = shareOut(there, asks)
  return asks.map((ask, i) => ({
    there: Math.max(0, there),
    total,
    stores: asks.length,
    why: whyOf(there, ask, split[i]!),
    cover: coverDays(ask) ?? null,
    proposed: split[i]!,
  }))
}
