import { addDays, type Day, mondayOf } from '../../../platform/kinds/day.ts'
import { type Money, sum } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { ChainStock, TransferBundle } from '../../replenishment/transfers.ts'
import { type FreightTerms, freightOf } from '../freight-rules.ts'
import type { Answer, Line, RunSeen } from './shape.ts'

/** The Monday of the week whose round is to be decided: from Sunday on the coming one. */
export const weekAsked = (today: Day): Day => mondayOf(addDays(today, 1))
/** A parcel of fewer pieces costs more than the runs that it mends. */
export const leastParcel = 3

/**
 * Leaves out bundles that need a parcel too small to be worth its freight: pieces go from one store to another together, over
 * all style-colours; what is left out makes other parcels smaller, so it is looked at again until nothing changes. Then the
 * smallest parcel goes, one after the other, until an area has no more to carry than it can.
 */
export function worthTheirFreight(
  bundles: readonly TransferBundle[],
  least: number,
  most: number,
): TransferBundle[] {
  let kept = [...bundles]
  for (;;) {
    const parcels = parcelSizes(kept)
    const next = kept.filter((b) => b.moves.every((m) => parcels.get(way(m))! >= least))
    if (next.length < kept.length) {
      kept = next
      continue
    }
    if (kept.reduce((n, b) => n + b.pieces, 0) <= most) return kept
    // A single parcel may be more than an area can carry: then the sets that mend least stay behind.
    if (parcels.size === 1) return upTo(kept, most)
    const [smallest] = [...parcels].reduce((a, b) => (b[1] < a[1] ? b : a))
    kept = kept.filter((b) => b.moves.every((m) => way(m) !== smallest))
  }
}
function parcelSizes(bundles: readonly TransferBundle[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const m of bundles.flatMap((b) => b.moves)) sizes.set(way(m), (sizes.get(way(m)) ?? 0) + m.pieces)
  return sizes
}
function upTo(bundles: readonly TransferBundle[], most: number): TransferBundle[] {
  let left = most
  return bundles.filter((b) => {
    if (b.pieces > left) return false
    left -= b.pieces
    return true
  })
}
const way = ({ from, to }: { from: number; to: number }): string => `${from} ${to}`

/** The size runs of the stores that a bundle concerns, before and after it and those before it. */
export function runsOf(stock: ChainStock, bundles: readonly TransferBundle[]): RunSeen[][] {
  const pieces = Int32Array.from(stock.pieces)
  return bundles.map((bundle) => {
    const { first, sizes } = stock.styles[bundle.style]!
    const run = (store: number): number[] =>
      sizes.map((_, size) => pieces[first + store * sizes.length + size]!)
    const concerned = [...new Set([bundle.store, ...bundle.moves.flatMap((m) => [m.from, m.to])])]
    const before = concerned.map(run)
    for (const m of bundle.moves) {
      pieces[first + m.from * sizes.length + m.size]! -= m.pieces
      pieces[first + m.to * sizes.length + m.size]! += m.pieces
    }
    return concerned.map((store, i) => ({
      store: stock.stores[store]!,
      before: before[i]!,
      after: run(store),
    }))
  })
}

/** Every bundle is decided, once; a refused one says why. */
export function checkAnswers(
  proposed: readonly number[],
  answers: readonly Answer[],
): Refusal<'bundleUnknown' | 'answerAll' | 'whyMissing'> | undefined {
  const open = new Set(proposed)
  for (const [i, { n, accept, why }] of answers.entries()) {
    if (!open.delete(n)) return refuse('bundleUnknown', {}, `answers.${i}.n`)
    if (!accept && why === null) return refuse('whyMissing', {}, `answers.${i}.why`)
  }
  return open.size > 0 ? refuse('answerAll', { n: open.size }, 'answers') : undefined
}

export interface Parcel {
  readonly from: string
  readonly to: string
  readonly lines: readonly { readonly sku: string; readonly asked: number }[]
}
/** One transfer a pair of stores, however many bundles it serves; no piece is lost and none is made. */
export function parcelsOf(lines: readonly Line[]): Parcel[] {
  const parcels = new Map<string, { from: string; to: string; skus: Map<string, number> }>()
  for (const { from, to, sku, pieces } of lines) {
    const key = `${from} ${to}`
    const parcel = parcels.get(key) ?? { from, to, skus: new Map<string, number>() }
    parcel.skus.set(sku, (parcel.skus.get(sku) ?? 0) + pieces)
    parcels.set(key, parcel)
  }
  return [...parcels.values()].map(({ from, to, skus }) => ({
    from,
    to,
    lines: [...skus].map(([sku, asked]) => ({ sku, asked })),
  }))
}

/** What the parcels of some lines cost: all stores of a round belong to one area. */
export const freightOfLines = (lines: readonly Line[], terms: FreightTerms): Money =>
  sum(
    parcelsOf(lines).map((p) =>
      freightOf(
        p.lines.reduce((n, l) => n + l.asked, 0),
        true,
        terms,
      ),
    ),
  )

/** What is free in a store, by `store sku`, less what transfers have been promised of it. */
export function lessPromised(
  free: ReadonlyMap<string, number>,
  promised: readonly { readonly from: string; readonly sku: string; readonly pieces: number }[],
): (store: string, sku: string) => number {
  const left = new Map(free)
  for (const { from, sku, pieces } of promised)
    left.set(`${from} ${sku}`, (left.get(`${from} ${sku}`) ?? 0) - pieces)
  return (store, sku) => Math.max(0, left.get(`${store} ${sku}`) ?? 0)
}

/** Bundles whose giving stores no longer have what all accepted ones together take, the later ones first to fail. */
export function goneAmong(lines: readonly Line[], free: (store: string, sku: string) => number): Set<number> {
  const left = new Map<string, number>()
  const gone = new Set<number>()
  for (const n of [...new Set(lines.map((l) => l.n))].sort((a, b) => a - b)) {
    const mine = lines.filter((l) => l.n === n)
    const has = (l: Line): number => left.get(`${l.from} ${l.sku}`) ?? Math.max(0, free(l.from, l.sku))
    const needs = new Map<string, number>()
    for (const l of mine) needs.set(`${l.from} ${l.sku}`, (needs.get(`${l.from} ${l.sku}`) ?? 0) + l.pieces)
    if (mine.some((l) => needs.get(`${l.from} ${l.sku}`)! > has(l))) gone.add(n)
    else for (const l of mine) left.set(`${l.from} ${l.sku}`, has(l) - l.pieces)
  }
  return gone
}
