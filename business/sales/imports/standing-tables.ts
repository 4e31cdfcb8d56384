import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { ImportSettings } from './shape.ts'

export interface StandingDay {
  readonly store: string
  readonly day: Day
  readonly closed: boolean
  readonly tickets: number
  /** The total that a file or report brought for the whole day. */
  readonly totalNet: number | null
  readonly totalTickets: number | null
  /** At what rates that was booked. */
  readonly rates: ImportSettings['currencies'] | null
  readonly condition: boolean
  /** The import that brought the total, or else the condition. */
  readonly broughtBy: string | null
}
/** What the books hold for these days of stores; days without anything are left out. */
export const findStandingDays = (
  db: Db,
  stores: readonly string[],
  days: readonly string[],
): Promise<StandingDay[]> =>
  db.query<StandingDay>(
    `select a.store, a.day, coalesce(d.closed, false) as closed,
       (select count(*)::int from ticket t where t.store_id = a.store and t.day = a.day and t.kind <> 'dayTotal') as tickets,
       t.net as "totalNet", t.sale_tickets as "totalTickets", i.settings -> 'currencies' as rates,
       exists (select from store_day_condition c where c.store_id = a.store and c.day = a.day) as condition,
       coalesce(t.import_id, (select c.import_id from store_day_condition c where c.store_id = a.store and c.day = a.day)) as "broughtBy"
     from unnest($1::uuid[], $2::date[]) as a (store, day)
     left join sales_store_day d on d.store_id = a.store and d.day = a.day
     left join ticket t on t.store_id = a.store and t.external_key = 'day:' || a.day::text
     left join import i on i.id = t.import_id
     where d.store_id is not null or t.id is not null
       or exists (select from store_day_condition c where c.store_id = a.store and c.day = a.day)`,
    [stores, days],
  )

export interface StandingTicket {
  readonly store: string
  readonly key: string
  readonly units: number
  readonly net: number
  readonly rates: ImportSettings['currencies'] | null
  /** The import that brought it. */
  readonly broughtBy: string | null
}
export const findStandingTickets = (
  db: Db,
  stores: readonly string[],
  keys: readonly string[],
): Promise<StandingTicket[]> =>
  db.query<StandingTicket>(
    `select t.store_id as store, t.external_key as key, t.units, t.net, i.settings -> 'currencies' as rates, t.import_id as "broughtBy"
     from unnest($1::uuid[], $2::text[]) as a (store, key) join ticket t on t.store_id = a.store and t.external_key = a.key
     left join import i on i.id = t.import_id`,
    [stores, keys],
  )

/** Ticket numbers that rows rejected by earlier imports name: lines of theirs may still come. */
export async function findAwaited(db: Db, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ number: string }>(
    `select x.number from unnest($1::text[]) as x (number)
     where exists (select from import_rejection r join import i on i.id = r.import_id
       where i.state <> 'undone' and i.kind = 'ticketLines' and jsonb_exists(r.cells, x.number))`,
    [numbers],
  )
  return new Set(rows.map((r) => r.number))
}

export interface StandingLine {
  readonly store: string
  /** The key of the ticket that it belongs to, without the mark of a supplement. */
  readonly key: string
  readonly goods: string
  readonly quantity: number
  readonly net: number
  readonly rates: ImportSettings['currencies'] | null
  readonly broughtBy: string | null
}
/** The lines of tickets and of what was added to them later. */
export const findStandingLines = (
  db: Db,
  stores: readonly string[],
  keys: readonly string[],
): Promise<StandingLine[]> =>
  db.query<StandingLine>(
    `select t.store_id as store, a.key, coalesce(l.code, concat_ws('/', l.style, l.color, l.size)) as goods, l.quantity, l.net,
       i.settings -> 'currencies' as rates, t.import_id as "broughtBy"
     from unnest($1::uuid[], $2::text[]) as a (store, key)
     join ticket t on t.store_id = a.store and (t.external_key = a.key or starts_with(t.external_key, a.key || '+'))
     join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id
     left join import i on i.id = t.import_id`,
    [stores, keys],
  )
