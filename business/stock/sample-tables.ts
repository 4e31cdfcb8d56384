import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type Piece, pieceColumns } from './view-tables.ts'

const asSample = `select coalesce(sum(case v.kind when 'sample' then v.quantity else -v.quantity end), 0)::int as pieces
  from stock_event v where v.store_id = x.store_id and v.sku_id = x.sku_id and v.kind in ('sample', 'sampleBack')
    and not exists (select from stock_event_taken_back b where b.store_id = v.store_id and b.event_id = v.id)`

/** Pieces that stand in the shop as samples now: noted as such and not brought back. */
export const samplesOf = (db: Db, store: string): Promise<(Piece & { pieces: number })[]> =>
  db.query(
    `select ${pieceColumns}, e.pieces from stock x join sku k on k.id = x.sku_id join style y on y.id = k.style_id
     cross join lateral (${asSample}) e
     where x.store_id = $1 and x.held > 0 and e.pieces > 0 order by y.code, k.color, k.size_order`,
    [store],
  )

export const samplesOfSku = async (db: Db, store: string, sku: string): Promise<number> =>
  (
    await one<{ pieces: number }>(
      db,
      `select e.pieces from stock x cross join lateral (${asSample}) e where x.store_id = $1 and x.sku_id = $2`,
      [store, sku],
    )
  )?.pieces ?? 0

export interface SampleCheck {
  readonly id: string
  readonly by: string
  readonly person: string
  readonly samples: number
  readonly matters: number
  readonly words: string | null
  readonly at: string
}
export const checksOn = (db: Db, store: string, day: Day): Promise<SampleCheck[]> =>
  db.query<SampleCheck>(
    `select c.id, coalesce(p.name, '') as by, c.by as person, c.samples, c.matters, c.words, c.at from sample_check c
     left join person p on p.id = c.by where c.store_id = $1 and c.day = $2 order by c.at`,
    [store, day],
  )
/** What this person has noted as damaged or missing today. */
export const mattersBy = async (db: Db, store: string, day: Day, person: string): Promise<number> =>
  (await one<{ n: number }>(
    db,
    `select count(*)::int as n from stock_event where store_id = $1 and day = $2 and by = $3 and kind in ('damage', 'missing')`,
    [store, day, person],
  ))!.n
/** False where the person has looked already today. */
export async function recordCheck(
  db: Db,
  c: {
    store: string
    id: string
    day: Day
    by: string
    samples: number
    matters: number
    words: string | null
    at: Date
  },
): Promise<boolean> {
  const made = await db.query(
    `insert into sample_check (store_id, id, day, by, samples, matters, words, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (store_id, day, by) do nothing returning 1`,
    [c.store, c.id, c.day, c.by, c.samples, c.matters, c.words, c.at.toISOString()],
  )
  return made.length === 1
}
