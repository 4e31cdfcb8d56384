import type { Actor } from '../../../platform/access/who.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import { addDays, businessDayAt, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { transfersInThread } from '../../replenishment/stock-thread.ts'
import {
  applyTransfers,
  type ChainStock,
  sizeRuns,
  type TransferBundle,
} from '../../replenishment/transfers.ts'
import { type Promised, promised } from '../transfer-tables.ts'
import { goneAmong, leastParcel, lessPromised, runsOf, weekAsked, worthTheirFreight } from './rules.ts'
import type { Line } from './shape.ts'
import {
  holdArea,
  type Inputs,
  lastRound,
  type NewBundle,
  recordRound,
  type Shelf,
  shelvesAt,
  soldSince,
  storesKeeping,
} from './tables.ts'

/** Raised with every change of what a round is made by. */
export const rebalanceEngine = 'transfers-2'
/** What an area's stores can pick, pack and put away in a week beside their work; chosen of so many that would mend something. */
const [mostPieces, looksAt] = [60, 600]
/** Sales looked at, and how old a style may be: what is older is marked down, not moved about. */
const [salesDays, stylesDays] = [28, 300]

/** Area managers find the week's round when they look: made at the first look, from the shelves as they then are. */
export async function proposeForAreaManager(database: Database, actor: Actor, now: Date): Promise<void> {
  const today = businessDayAt(now, 'Asia/Shanghai', 0)
  for (const area of actor.appointments.flatMap((a) =>
    a.position === 'areaManager' && a.area ? [a.area] : [],
  )) {
    const week = weekAsked(today)
    if (await lastRound(database, area, week)) continue
    const made = await proposeNow(database, area, today, now)
    if (!made) continue
    await database.transaction(async (db) => {
      await holdArea(db, area)
      if (!(await lastRound(db, area, week))) await recordMade(db, area, week, made, now)
    })
  }
}

export interface Made {
  readonly inputs: Inputs
  readonly bundles: readonly NewBundle[]
  readonly lines: readonly Line[]
}
/** Reads the shelves, and has the moves found in the thread; undefined where there are not two stores with a book. */
export async function proposeNow(db: Db, area: string, today: Day, now: Date): Promise<Made | undefined> {
  const stores = (await storesKeeping(db, area, today)).map((s) => s.store)
  if (stores.length < 2) return undefined
  const span = { from: addDays(today, -salesDays), until: addDays(today, -1) }
  const shelves = await shelvesAt(db, stores, addDays(today, -stylesDays), now)
  const under = await promised(db, stores, now)
  const free = lessPromised(
    new Map(shelves.flatMap((s) => Object.entries(s.free).map(([store, n]) => [`${store} ${s.sku}`, n]))),
    under,
  )
  const { stock, skus } = layOut(
    stores,
    shelves,
    await soldSince(db, stores, span.from, span.until),
    // What comes fills its gap already; that it cannot go on before it is there is seen to below.
    lies(shelves, free, under),
  )
  const found = await transfersInThread(stock, looksAt)
  const unmade = goneAmong(
    found.flatMap((b, i) => linesOf(b, i, stores, skus)),
    free,
  )
  const bundles = byWay(
    worthTheirFreight(
      found.filter((_, i) => !unmade.has(i)),
      leastParcel,
      mostPieces,
    ),
  )
  const shades = [...new Map(shelves.map((s) => [`${s.styleId} ${s.color}`, s])).values()]
  const runs = runsOf(stock, bundles)
  const cells = ({ whole, broken }: { whole: number; broken: number }) => ({ whole, broken })
  return {
    inputs: {
      stores: stores.length,
      shades: stock.styles.length,
      pieces: stock.pieces.reduce((a, b) => a + b, 0),
      ...span,
      before: cells(sizeRuns(stock)),
      after: cells(sizeRuns(applyTransfers(stock, bundles))),
      mostPieces,
      leastParcel,
    },
    bundles: bundles.map((b, i) => ({
      n: i + 1,
      style: shades[b.style]!.styleId,
      color: shades[b.style]!.color,
      aim: b.aim,
      target: stores[b.store]!,
      cells: b.cells,
      runs: runs[i]!,
    })),
    lines: bundles.flatMap((b, i) => linesOf(b, i + 1, stores, skus)),
  }
}
export async function recordMade(db: Db, area: string, week: Day, made: Made, at: Date): Promise<string> {
  const id = newId()
  const round = { id, area, week, engine: rebalanceEngine, inputs: made.inputs, at }
  await recordRound(db, round, made.bundles, made.lines)
  return id
}

/** What goes the same way stands together, the largest parcels first. */
function byWay(bundles: readonly TransferBundle[]): TransferBundle[] {
  const way = ({ moves: [m] }: TransferBundle): string => `${m!.from} ${m!.to}`
  const pieces = new Map<string, number>()
  for (const b of bundles) pieces.set(way(b), (pieces.get(way(b)) ?? 0) + b.pieces)
  return [...bundles].sort(
    (a, b) => pieces.get(way(b))! - pieces.get(way(a))! || (way(a) < way(b) ? -1 : way(a) > way(b) ? 1 : 0),
  )
}

const linesOf = (
  bundle: TransferBundle,
  n: number,
  stores: readonly string[],
  skus: readonly (readonly string[])[],
): Line[] =>
  bundle.moves.map((m) => ({
    n,
    sku: skus[m.style]![m.size]!,
    from: stores[m.from]!,
    to: stores[m.to]!,
    pieces: m.pieces,
  }))

/** Pieces that are free in a store or will come to it: by a delivery, or by a transfer that is approved. */
function lies(
  shelves: readonly Shelf[],
  free: (store: string, sku: string) => number,
  under: readonly Promised[],
): (store: string, shelf: Shelf) => number {
  const coming = new Map<string, number>()
  const add = (store: string, sku: string, n: number) =>
    coming.set(`${store} ${sku}`, (coming.get(`${store} ${sku}`) ?? 0) + n)
  for (const s of shelves) for (const [store, n] of Object.entries(s.coming)) add(store, s.sku, n)
  for (const p of under) add(p.to, p.sku, p.pieces)
  return (store, s) => free(store, s.sku) + (coming.get(`${store} ${s.sku}`) ?? 0)
}

/** The engine's own layout: one flat array, style-colour by style-colour. A store carries a category of which it has or sold anything. */
function layOut(
  stores: readonly string[],
  shelves: readonly Shelf[],
  sales: Awaited<ReturnType<typeof soldSince>>,
  lying: (store: string, shelf: Shelf) => number,
): { stock: ChainStock; skus: readonly (readonly string[])[] } {
  const shades = new Map<string, Shelf[]>()
  for (const s of shelves) {
    const key = `${s.styleId} ${s.color}`
    const of = shades.get(key)
    if (of) of.push(s)
    else shades.set(key, [s])
  }
  const place = new Map(stores.map((s, i) => [s, i]))
  const lines = [...new Set(shelves.map((s) => s.category))]
  const lineOf = new Map(lines.map((l, i) => [l, i]))
  const carries = new Uint8Array(lines.length * stores.length)
  const sold = new Float64Array(shades.size * stores.length)
  const shadeAt = new Map([...shades.keys()].map((key, i) => [key, i]))
  const styles: ChainStock['styles'][number][] = []
  const pieces: number[] = []
  for (const [key, sizes] of shades) {
    const line = lineOf.get(sizes[0]!.category)!
    styles.push({ style: key, line, sizes: sizes.map((s) => s.size), first: pieces.length })
    for (const [i, store] of stores.entries())
      for (const s of sizes) {
        const there = lying(store, s)
        if (there > 0) carries[line * stores.length + i] = 1
        pieces.push(there)
      }
  }
  for (const s of sales) {
    const shade = shadeAt.get(`${s.styleId} ${s.color}`)
    const store = place.get(s.store)
    if (shade === undefined || store === undefined) continue
    sold[shade * stores.length + store] = Math.max(0, s.pieces)
    carries[styles[shade]!.line * stores.length + store] = 1
  }
  return {
    stock: { stores, styles, pieces: Int32Array.from(pieces), sold, lines, carries },
    skus: [...shades.values()].map((sizes) => sizes.map((s) => s.sku)),
  }
}
