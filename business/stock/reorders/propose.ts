import type { Actor } from '../../../platform/access/who.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import { addDays, businessDayAt, type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { coreSizes } from '../../goods/rules.ts'
import { shopEngine } from '../../replenishment/shop-order.ts'
import type { ShopJob, ShopOrder, ShopShade } from '../../replenishment/shop-shape.ts'
import { orderInThread } from '../../replenishment/shop-thread.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { findBook } from '../ledger-tables.ts'
import { holdStore } from './request-tables.ts'
import { weekAsked } from './rules.ts'
import {
  hasProposal,
  type Inputs,
  movesSince,
  recordProposal,
  type ShelfSize,
  shelfAt,
  soldElsewhere,
  soldLastYear,
} from './tables.ts'

/** Days of trade that a proposal looks at, where the book is that old. */
const lookedAt = 28
/** Last year's weeks say something from so many pieces on, and never more than this either way. */
const [leastPieces, wildest] = [30, 1.6]

/** Managers find the week's proposal when they look: made at the first look, from the shelf as it then is. */
export async function proposeForManager(database: Database, actor: Actor, now: Date): Promise<void> {
  const stores = actor.appointments.flatMap((a) =>
    a.position === 'storeManager' && a.store ? [a.store] : [],
  )
  if (stores.length === 0) return
  for (const s of await storesOf(database, stores, null, businessDayAt(now, 'Asia/Shanghai', 0))) {
    const today = businessDayAt(now, s.timeZone, s.cutOffMinutes)
    const week = weekAsked(today)
    if (await hasProposal(database, s.id, week)) continue
    const made = await proposeNow(database, s.id, today, now)
    if (!made) continue
    await database.transaction(async (db) => {
      await holdStore(db, s.id)
      if (!(await hasProposal(db, s.id, week))) await recordMade(db, s.id, week, made, now)
    })
  }
}

export interface Made {
  readonly order: ShopOrder
  readonly inputs: Inputs
}
/** Reads the shelf, and has the order made in the thread; undefined where the store keeps no book. */
export async function proposeNow(db: Db, store: string, today: Day, now: Date): Promise<Made | undefined> {
  const book = await findBook(db, store)
  if (!book) return undefined
  const since = [addDays(today, -lookedAt), book.begunOn].sort().at(-1)!
  const days = Math.max(1, daysBetween(since, today))
  const shelf = await shelfAt(db, store, since, now)
  const job = {
    days,
    shades: shadesOf(
      shelf,
      await movesSince(db, store, since, now),
      await soldElsewhere(db, store, since, addDays(today, -1)),
      today,
      days,
    ),
    season: seasonOf(await soldLastYear(db, store, today)),
  }
  return { order: await orderInThread(job), inputs: inputsOf(job, shelf, since, today) }
}
export async function recordMade(db: Db, store: string, week: Day, made: Made, at: Date): Promise<string> {
  const id = newId()
  await recordProposal(db, { store, id, week, engine: shopEngine, inputs: made.inputs, at }, made.order)
  return id
}

function shadesOf(
  shelf: readonly ShelfSize[],
  moves: Awaited<ReturnType<typeof movesSince>>,
  elsewhere: Awaited<ReturnType<typeof soldElsewhere>>,
  today: Day,
  days: number,
): ShopShade[] {
  const yesterday = addDays(today, -1)
  const ofSku = new Map<string, { back: number; net: number; sold: number }[]>()
  for (const { sku, day, net, sold } of moves)
    ofSku.set(sku, [...(ofSku.get(sku) ?? []), { back: daysBetween(day, yesterday), net, sold }])
  const near = new Map(elsewhere.map((e) => [`${e.style}\n${e.color}`, e.pieces / (e.stores * days)]))
  const shades = new Map<string, ShelfSize[]>()
  for (const s of shelf) {
    const key = `${s.style}\n${s.color}`
    const of = shades.get(key)
    if (of) of.push(s)
    else shades.set(key, [s])
  }
  return [...shades].map(([key, sizes]) => {
    const core = new Set(coreSizes(sizes).map((s) => s.sku))
    const { styleId, color, category, launchedOn } = sizes[0]!
    return {
      style: styleId,
      color,
      category,
      age: daysBetween(launchedOn, today),
      elsewhere: near.get(key) ?? null,
      sizes: sizes.map(({ sku, size, onHand, held, onTheWay, depot }) => ({
        sku,
        size,
        isCore: core.has(sku),
        onHand,
        held,
        onTheWay,
        depot,
        moves: ofSku.get(sku) ?? [],
      })),
    }
  })
}

/** A week of the two that come against a week of the four before, a year ago. */
function seasonOf(last: Awaited<ReturnType<typeof soldLastYear>>): Record<string, number> {
  return Object.fromEntries(
    last
      .filter((s) => s.before >= leastPieces)
      .map(({ category, before, after }) => {
        const ratio = after / 2 / (before / 4)
        return [category, Math.round(Math.min(wildest, Math.max(1 / wildest, ratio)) * 100) / 100]
      }),
  )
}

const inputsOf = (job: ShopJob, shelf: readonly ShelfSize[], since: Day, today: Day): Inputs => ({
  from: since,
  until: addDays(today, -1),
  shades: job.shades.length,
  sizes: shelf.length,
  pieces: shelf.reduce((n, s) => n + s.onHand, 0),
  elsewhere: job.shades.filter((s) => s.elsewhere !== null).length,
  season: job.season,
  depotKnown: shelf.filter((s) => s.depot !== null).length,
})
