import { coreSizes } from '../../goods/rules.ts'
import type { WaveJob, WavePlan } from '../../replenishment/stock-messages.ts'
import type { Pace, Part, Ready, SizeSold, WaveStore } from './shape.ts'

/** Weeks of selling that the pace is taken from; today's, which is not over, is not among them. */
export const weeksBack = 8
/** A piece that sells within the weeks asked for with less chance than this stays in the warehouse. */
export const leastChance = 0.3

export interface Expected {
  readonly pace: number
  readonly isNew: boolean
}
/**
 * What a store is expected to sell in a week of one more style-colour of a category: as its style-colours of the category sold. A store
 * that has traded for less than two weeks is taken to sell as the chain's do; one that trades and sells none of it does not carry it.
 */
export function expectedOf(
  stores: readonly WaveStore[],
  paces: readonly Pace[],
  category: string,
): ReadonlyMap<string, Expected> {
  const own = new Map(paces.filter((p) => p.category === category).map((p) => [p.store, p]))
  const found = new Map<string, Expected>()
  let [sum, sellers] = [0, 0]
  for (const { id, traded } of stores) {
    const p = own.get(id)
    if (traded < 2 || !p || p.units <= 0 || p.shades === 0) continue
    const pace = p.units / p.shades / traded
    found.set(id, { pace, isNew: false })
    sum += pace
    sellers += 1
  }
  if (sellers > 0)
    for (const { id, traded } of stores) if (traded < 2) found.set(id, { pace: sum / sellers, isNew: true })
  return found
}

/** Parts of a category's sales that its sizes have; a size nobody has sold yet counts as one piece. */
export function sizeShares(sizes: readonly string[], sold: readonly SizeSold[], category: string): number[] {
  const of = new Map(sold.filter((s) => s.category === category).map((s) => [s.size, Math.max(0, s.units)]))
  const weights = sizes.map((size) => (of.get(size) ?? 0) + 1)
  const all = weights.reduce((n, w) => n + w, 0)
  return weights.map((w) => w / all)
}

export interface Request {
  readonly stores: readonly WaveStore[]
  readonly paces: readonly Pace[]
  readonly sizesSold: readonly SizeSold[]
  readonly weeks: number
  readonly keep: number
  /** Stores that have a style-colour already, or to which it is on its way: `style color store`. */
  readonly has: ReadonlySet<string>
}
export const shareOfWave = (pieces: number, keep: number): number =>
  Math.max(0, pieces) - Math.ceil((Math.max(0, pieces) * keep) / 100)

/** Style-colours with as many sizes, as the distributing thread takes them: their core sizes are the same. */
export function jobOf(shades: readonly Ready[], request: Request): WaveJob {
  const { stores, paces, sizesSold, weeks, keep, has } = request
  const sizes = shades[0]!.sizes.length
  const demand = new Float32Array(shades.length * stores.length * sizes)
  const available = new Int32Array(shades.length * sizes)
  const carries = new Uint8Array(shades.length * stores.length)
  for (const [i, shade] of shades.entries()) {
    const expected = expectedOf(stores, paces, shade.category)
    const shares = sizeShares(
      shade.sizes.map((s) => s.size),
      sizesSold,
      shade.category,
    )
    for (const [z, { available: pieces }] of shade.sizes.entries())
      available[i * sizes + z] = shareOfWave(pieces, keep)
    for (const [s, { id }] of stores.entries()) {
      const e = expected.get(id)
      if (!e || has.has(`${shade.style} ${shade.color} ${id}`)) continue
      carries[i * stores.length + s] = 1
      for (const [z, share] of shares.entries())
        demand[(i * stores.length + s) * sizes + z] = e.pace * weeks * share
    }
  }
  const core = coreSizes(shades[0]!.sizes.map((_, z) => z))
  return {
    stores: stores.length,
    styles: shades.length,
    sizes,
    demand,
    available,
    carries,
    core,
    leastChance,
  }
}

/** What each store gets of each style-colour, the store that gets most first. */
export function partsOf(
  shades: readonly Ready[],
  { stores, paces }: Pick<Request, 'stores' | 'paces'>,
  { pieces }: WavePlan,
): Part[][] {
  const sizes = shades[0]!.sizes.length
  return shades.map((shade, i) => {
    const expected = expectedOf(stores, paces, shade.category)
    return stores
      .map(({ id }, s): Part => {
        const from = (i * stores.length + s) * sizes
        const { pace, isNew } = expected.get(id) ?? { pace: 0, isNew: false }
        return { store: id, pace, isNew, pieces: [...pieces.subarray(from, from + sizes)] }
      })
      .filter((p) => sumOf(p.pieces) > 0)
      .sort((a, b) => sumOf(b.pieces) - sumOf(a.pieces) || b.pace - a.pace)
  })
}
export const sumOf = (pieces: readonly number[]): number => pieces.reduce((n, p) => n + p, 0)
