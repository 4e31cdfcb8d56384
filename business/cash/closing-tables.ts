import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type Money, zero } from '../../platform/kinds/money.ts'
import type { Tender } from '../sales/tickets/shape.ts'
import type { DifferenceKind, Entry } from './shape.ts'

/** Entries by which small differences of a count were closed when they were explained. */
export const smallClosings = (db: Db, store: string, count: string): Promise<Entry[]> =>
  db.query<Entry>(
    `select e.tender, e.from_place as "from", e.to_place as "to", e.amount, e.kind, e.day from cash_closing k
     join cash_entry e on e.store_id = k.store_id and e.cause = k.id
     where k.store_id = $1 and k.kind = 'variance' and k.about = $2 and k.why = 'small' and e.kind = 'closing' order by e.seq`,
    [store, count],
  )

export interface OpenDifference {
  readonly day: Day
  /** Over is positive, short negative; of a deposit or a line its own amount. */
  readonly amount: Money
}
/** A difference that is still open; undefined where there is none. */
export async function openDifference(
  db: Db,
  store: string,
  kind: DifferenceKind,
  about: string,
  tender: Tender,
): Promise<OpenDifference | undefined> {
  const row = await one<OpenDifference>(
    db,
    `select x.day, x.amount from (${differencesSql}) x where x.store = $1 and x.kind = $2 and x.about = $3 and x.tender = $4`,
    [store, kind, about, tender],
  )
  return row && row.amount !== zero ? row : undefined
}

/** Every difference that nobody has closed, of all stores, with the day that it is about. */
export const differencesSql = `
  select * from (
    select c.store_id as store, 'variance' as kind, c.id as about, l.tender, c.day, l.counted - l.expected as amount,
      e.why, e.words, null as reference
    from cash_latest_count c join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id
    left join cash_explanation e on e.store_id = l.store_id and e.count_id = l.count_id and e.tender = l.tender
    where l.counted <> l.expected
    union all
    select m.store_id, 'match', m.id, s.tender, s.day, m.theirs - m.ours, null, m.words, s.reference
    from cash_standing_match m join cash_statement_line s on s.store_id = m.store_id and s.id = m.line_id where m.ours <> m.theirs
    union all
    select d.store_id, 'deposit', d.id, 'cash', d.day, d.amount, null, d.words, d.slip
    from cash_standing_deposit d
    where not exists (select from cash_standing_match m where m.store_id = d.store_id and m.deposit_id = d.id)
    union all
    select l.store_id, 'line', l.id, l.tender, l.day, l.amount, null, null, l.reference
    from cash_statement_line l
    where not exists (select from cash_standing_match m where m.store_id = l.store_id and m.line_id = l.id)) o
  where not exists (select from cash_closing k where k.store_id = o.store and k.kind = o.kind and k.about = o.about
    and k.tender = o.tender)`
