import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { Tender } from '../sales/tickets/shape.ts'
import type { CountLine, Piece } from './shape.ts'

export const lastCounted = async (db: Db, store: string): Promise<Day | null> =>
  (await one<{ day: Day | null }>(db, 'select max(day) as day from cash_count where store_id = $1', [store]))!
    .day

/** The standing count of a day, and whether something already builds on it. */
export const standingCount = (db: Db, store: string, day: Day) =>
  one<{ id: string; version: number; isDeposited: boolean; isClosed: boolean; isMatched: boolean }>(
    db,
    `select c.id, c.version,
       exists (select from cash_standing_deposit d join cash_deposit_day x on x.store_id = d.store_id and x.deposit_id = d.id
         where d.store_id = c.store_id and x.day = c.day) as "isDeposited",
       exists (select from cash_closing k where k.store_id = c.store_id and k.kind = 'variance' and k.about = c.id
         and k.why <> 'small') as "isClosed",
       exists (select from cash_standing_match m where m.store_id = c.store_id and m.day = c.day) as "isMatched"
     from cash_latest_count c where c.store_id = $1 and c.day = $2`,
    [store, day],
  )
export const knownCount = (db: Db, store: string, id: string) =>
  one<{ day: Day; version: number }>(
    db,
    'select day, version from cash_count where store_id = $1 and id = $2',
    [store, id],
  )

export interface NewCount {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly version: number
  readonly moved: Money
  readonly due: { readonly day: Day; readonly at: Date }
  readonly by: string
  readonly at: Date
  readonly lines: readonly CountLine[]
  readonly pieces: readonly Piece[]
}
/** Written after its entries, so that it knows how far the books had come. */
export async function recordCount(db: Db, c: NewCount): Promise<void> {
  await db.query(
    `insert into cash_count (store_id, id, day, version, last_seq, moved, due_day, due_at, by, at)
     select $1, $2, $3, $4, last_seq, $5, $6, $7, $8, $9 from cash_till where store_id = $1`,
    [c.store, c.id, c.day, c.version, c.moved, c.due.day, c.due.at.toISOString(), c.by, c.at.toISOString()],
  )
  await db.query(
    `insert into cash_count_line (store_id, count_id, tender, expected, counted)
     select $1, $2, x.tender, x.expected, x.counted from jsonb_to_recordset($3::jsonb) as x (tender text, expected bigint, counted bigint)`,
    [c.store, c.id, JSON.stringify(c.lines)],
  )
  await db.query(
    `insert into cash_count_piece (store_id, count_id, denomination, pieces)
     select $1, $2, x.value, x.pieces from jsonb_to_recordset($3::jsonb) as x (value bigint, pieces int) where x.pieces > 0`,
    [c.store, c.id, JSON.stringify(c.pieces)],
  )
}

export interface CountSeen {
  readonly id: string
  readonly day: Day
  readonly version: number
  readonly moved: Money
  readonly dueAt: string
  readonly by: string
  readonly at: string
  readonly pieces: readonly Piece[]
  readonly lines: readonly (CountLine & {
    readonly why: string | null
    readonly words: string | null
    readonly closed: string | null
  })[]
}
/** Every version of a day's counts, the newest first. */
export const countsOf = (db: Db, store: string, day: Day): Promise<CountSeen[]> =>
  db.query<CountSeen>(
    `select c.id, c.day, c.version, c.moved, c.due_at as "dueAt", coalesce(p.name, '') as by, c.at,
       (select coalesce(json_agg(json_build_object('value', x.denomination, 'pieces', x.pieces) order by x.denomination desc), '[]')
        from cash_count_piece x where x.store_id = c.store_id and x.count_id = c.id) as pieces,
       (select coalesce(json_agg(json_build_object('tender', l.tender, 'expected', l.expected, 'counted', l.counted,
          'why', e.why, 'words', e.words, 'closed', k.why) order by l.tender), '[]') from cash_count_line l
        left join cash_explanation e on e.store_id = l.store_id and e.count_id = l.count_id and e.tender = l.tender
        left join cash_closing k on k.store_id = l.store_id and k.kind = 'variance' and k.about = l.count_id and k.tender = l.tender
        where l.store_id = c.store_id and l.count_id = c.id) as lines
     from cash_count c left join person p on p.id = c.by where c.store_id = $1 and c.day = $2 order by c.version desc`,
    [store, day],
  )
/** One tender of the standing count of a day. */
export const standingLine = (db: Db, store: string, day: Day, tender: Tender) =>
  one<CountLine & { count: string; explained: boolean }>(
    db,
    `select l.tender, l.expected, l.counted, c.id as count, e.why is not null as explained from cash_latest_count c
     join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id
     left join cash_explanation e on e.store_id = l.store_id and e.count_id = l.count_id and e.tender = l.tender
     where c.store_id = $1 and c.day = $2 and l.tender = $3`,
    [store, day, tender],
  )

export const recordExplanation = (
  db: Db,
  e: {
    store: string
    count: string
    tender: Tender
    why: string
    words: string | null
    by: string
    at: Date
  },
): Promise<unknown> =>
  db.query(
    'insert into cash_explanation (store_id, count_id, tender, why, words, by, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [e.store, e.count, e.tender, e.why, e.words, e.by, e.at.toISOString()],
  )

export interface Movement {
  readonly id: string
  readonly kind: 'float' | 'payIn' | 'payOut' | 'toTill' | 'toSafe'
  readonly amount: Money
  readonly why: string
  readonly words: string | null
  readonly receipt: string | null
  readonly by: string
  readonly at: string
}
/** False when this very movement is there already: it was only sent again. */
export async function recordMovement(
  db: Db,
  m: Omit<Movement, 'at'> & { readonly store: string; readonly day: Day; readonly at: Date },
): Promise<boolean> {
  const made = await db.query(
    `insert into cash_movement (store_id, id, day, kind, amount, why, words, receipt, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [m.store, m.id, m.day, m.kind, m.amount, m.why, m.words, m.receipt, m.by, m.at.toISOString()],
  )
  return made.length === 1
}
export const movementsOn = (db: Db, store: string, day: Day): Promise<Movement[]> =>
  db.query<Movement>(
    `select m.id, m.kind, m.amount, m.why, m.words, m.receipt, coalesce(p.name, '') as by, m.at from cash_movement m
     left join person p on p.id = m.by where m.store_id = $1 and m.day = $2 order by m.at desc`,
    [store, day],
  )
