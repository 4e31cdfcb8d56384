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

const notClosed = (kind: DifferenceKind, store: string, about: string, tender: string): string =>
  `not exists (select from cash_closing k where k.store_id = ${store} and k.kind = '${kind}' and k.about = ${about} and k.tender = ${tender})`
/** Every difference that nobody has closed, of all stores, with the day that it is about. */
export const differencesSql = `
  select c.store_id as store, 'variance' as kind, c.id as about, l.tender, c.day, l.difference as amount,
    e.why, e.words, null as reference
  from cash_count_line l join cash_latest_count c on c.store_id = l.store_id and c.id = l.count_id
  left join cash_explanation e on e.store_id = l.store_id and e.count_id = l.count_id and e.tender = l.tender
  where l.difference <> 0 and ${notClosed('variance', 'l.store_id', 'l.count_id', 'l.tender')}
  union all
  select m.store_id, 'match', m.id, s.tender, s.day, m.theirs - m.ours, null, m.words, s.reference
  from cash_standing_match m join cash_statement_line s on s.store_id = m.store_id and s.id = m.line_id
  where m.ours <> m.theirs and ${notClosed('match', 'm.store_id', 'm.id', 's.tender')}
  union all
  select d.store_id, 'deposit', d.id, 'cash', d.day, d.amount, null, d.words, d.slip
  from cash_standing_deposit d
  where not exists (select from cash_standing_match m where m.store_id = d.store_id and m.deposit_id = d.id)
    and ${notClosed('deposit', 'd.store_id', 'd.id', "'cash'")}
  union all
  select l.store_id, 'line', l.id, l.tender, l.day, l.amount, null, null, l.reference
  from cash_statement_line l
  where not exists (select from cash_standing_match m where m.store_id = l.store_id and m.line_id = l.id)
    and ${notClosed('line', 'l.store_id', 'l.id', 'l.tender')}`

/** A deposit waits so long for its statement before it is a difference. */
export const patienceDays = 3
/**
 * Of the differences `d`, those to be looked at on a day. A deposit is missing only where a statement has come that should have
 * had it: without statements nothing is known of any.
 */
export const dueDifference = (today: string): string =>
  `(d.kind <> 'deposit' or (d.day < ${today}::date - ${patienceDays} and exists (
    select from cash_statement_line n where n.store_id = d.store and n.tender = 'cash' and n.day >= d.day)))`
