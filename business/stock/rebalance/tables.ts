import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Line, RunSeen } from './shape.ts'

export const storesKeeping = (db: Db, area: string, day: Day) =>
  db.query<{ store: string }>(
    `select b.store_id as store from stock_book b join store s on s.id = b.store_id
     join lateral (select m.area_id from store_area m where m.store_id = b.store_id and m.from_day <= $2 order by m.from_day desc limit 1) m
       on m.area_id = $1
     where s.closed_on is null or s.closed_on >= $2 order by s.code`,
    [area, day],
  )
export interface Shelf {
  readonly sku: string
  readonly styleId: string
  readonly color: string
  readonly category: string
  readonly size: string
  /** By store: pieces that are free to go, and those on their way to it. */
  readonly free: Readonly<Record<string, number>>
  readonly coming: Readonly<Record<string, number>>
}
/** Sizes of style-colours launched since a day that lie in any of the stores, as of a moment. */
export const shelvesAt = (db: Db, stores: readonly string[], since: Day, at: Date): Promise<Shelf[]> =>
  db.query<Shelf>(
    `with lying as (
       select s.store_id, s.sku_id, s.on_hand - s.held - coalesce(later.pieces, 0)::int as free from stock s
       left join lateral (select sum(m.quantity) as pieces from stock_movement m where m.store_id = s.store_id and m.sku_id = s.sku_id
         and m.at > $3) later on true
       where s.store_id = any($1::uuid[]) and s.on_hand > 0
     ), coming as (
       select l.store_id, l.sku_id, sum(l.in_transit)::int as pieces from shipment_line l join shipment p on p.store_id = l.store_id
         and p.id = l.shipment_id where l.store_id = any($1) and l.in_transit > 0 and p.at <= $3 group by 1, 2
     ), shade as (
       select distinct k.style_id, k.color from lying l join sku k on k.id = l.sku_id join style y on y.id = k.style_id
       where l.free > 0 and y.launched_on >= $2
     )
     select k.id as sku, k.style_id as "styleId", k.color, y.category, k.size,
       coalesce((select jsonb_object_agg(l.store_id, l.free) from lying l where l.sku_id = k.id and l.free > 0), '{}') as free,
       coalesce((select jsonb_object_agg(c.store_id, c.pieces) from coming c where c.sku_id = k.id), '{}') as coming
     from shade h join sku k on k.style_id = h.style_id and k.color = h.color join style y on y.id = k.style_id
     order by y.code, k.color, k.size_order, k.size`,
    [stores, since, at.toISOString()],
  )
/** Pieces sold of style-colours in the stores since a day. */
export const soldSince = (db: Db, stores: readonly string[], since: Day, until: Day) =>
  db.query<{ store: string; styleId: string; color: string; pieces: number }>(
    `select d.store_id as store, y.id as "styleId", d.color, sum(d.units)::int as pieces from sales_style_day d
     join style y on y.code = d.style where d.store_id = any($1::uuid[]) and d.day between $2 and $3 group by 1, 2, 3`,
    [stores, since, until],
  )

/** What a round was made from. */
export interface Inputs {
  readonly stores: number
  readonly shades: number
  readonly pieces: number
  readonly from: Day
  readonly until: Day
  /** Style × store cells: whole size runs and broken ones, before and if all is accepted. */
  readonly before: { readonly whole: number; readonly broken: number }
  readonly after: { readonly whole: number; readonly broken: number }
  readonly mostPieces: number
  readonly leastParcel: number
}
export interface NewBundle {
  readonly n: number
  readonly style: string
  readonly color: string
  readonly aim: string
  readonly target: string
  readonly cells: number
  readonly runs: readonly RunSeen[]
}
export async function recordRound(
  db: Db,
  r: { id: string; area: string; week: Day; engine: string; inputs: Inputs; at: Date },
  bundles: readonly NewBundle[],
  lines: readonly Line[],
): Promise<void> {
  await db.query(
    'insert into rebalance_round (id, area_id, week, engine, inputs, made_at) values ($1, $2, $3, $4, $5::jsonb, $6)',
    [r.id, r.area, r.week, r.engine, JSON.stringify(r.inputs), r.at.toISOString()],
  )
  await db.query(
    `insert into rebalance_bundle (round_id, n, style_id, color, aim, target, cells, runs)
     select $1, x.n, x.style, x.color, x.aim, x.target, x.cells, x.runs
     from jsonb_to_recordset($2::jsonb) as x (n int, style uuid, color text, aim text, target uuid, cells int, runs jsonb)`,
    [r.id, JSON.stringify(bundles)],
  )
  await db.query(
    `insert into rebalance_line (round_id, n, sku_id, from_store, to_store, pieces)
     select $1, x.n, x.sku, x."from", x."to", x.pieces
     from jsonb_to_recordset($2::jsonb) as x (n int, sku uuid, "from" uuid, "to" uuid, pieces int)`,
    [r.id, JSON.stringify(lines)],
  )
}

export interface Round {
  readonly id: string
  readonly week: Day
  readonly engine: string
  readonly inputs: Inputs
  readonly madeAt: string
  readonly decidedAt: string | null
  readonly decidedByName: string | null
  readonly words: string | null
}
const rounds = `select r.id, r.week, r.engine, r.inputs, r.made_at as "madeAt", d.at as "decidedAt", p.name as "decidedByName", d.words
  from rebalance_round r left join rebalance_decision d on d.round_id = r.id left join person p on p.id = d.by`
export const lastRound = async (db: Db, area: string, week: Day): Promise<Round | undefined> =>
  (
    await db.query<Round>(
      `${rounds} where r.area_id = $1 and r.week = $2 order by r.made_at desc, r.id desc limit 1`,
      [area, week],
    )
  )[0]
/** Rounds of an area follow one another. */
export const holdArea = (db: Db, area: string): Promise<unknown> =>
  db.query('select 1 from area where id = $1 for update', [area])
export const linesOf = (db: Db, round: string): Promise<Line[]> =>
  db.query<Line>(
    `select n, sku_id as sku, from_store as "from", to_store as "to", pieces from rebalance_line where round_id = $1
     order by n, sku_id, from_store, to_store`,
    [round],
  )
export const bundleNumbers = async (db: Db, round: string): Promise<number[]> =>
  (
    await db.query<{ n: number }>('select n from rebalance_bundle where round_id = $1 order by n', [round])
  ).map((b) => b.n)

export async function recordDecision(
  db: Db,
  d: {
    round: string
    words: string | null
    day: Day
    by: string
    at: Date
    answers: readonly { n: number; accept: boolean; why: string | null }[]
    transfers: readonly { from: string; to: string; id: string }[]
  },
): Promise<void> {
  await db.query(
    'insert into rebalance_decision (round_id, words, day, by, at) values ($1, $2, $3, $4, $5)',
    [d.round, d.words, d.day, d.by, d.at.toISOString()],
  )
  await db.query(
    `update rebalance_bundle b set accepted = x.accept, why = case when x.accept then null else x.why end
     from jsonb_to_recordset($2::jsonb) as x (n int, accept boolean, why text) where b.round_id = $1 and b.n = x.n`,
    [d.round, JSON.stringify(d.answers)],
  )
  await db.query(
    `update rebalance_line l set transfer_id = x.id from jsonb_to_recordset($2::jsonb) as x ("from" uuid, "to" uuid, id uuid),
       rebalance_bundle b where l.round_id = $1 and l.from_store = x."from" and l.to_store = x."to" and b.round_id = l.round_id
       and b.n = l.n and b.accepted`,
    [d.round, JSON.stringify(d.transfers)],
  )
}
