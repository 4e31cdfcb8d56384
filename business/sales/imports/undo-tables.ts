import { type Db, one } from '../../../platform/database/database.ts'
import { keepStock } from '../../goods/kept-stock.ts'

export interface InTheWay {
  readonly closedDays: number
  readonly firstClosed: string | null
  /** Tickets of others that take back or reverse a line of this import. */
  readonly leaning: number
  readonly firstLeaning: string | null
}
/** Why an import could not be undone: closed days, or later tickets that lean on its own. */
export async function findInTheWay(db: Db, id: string): Promise<InTheWay> {
  const row = await one<InTheWay>(
    db,
    `with mine as (select store_id, id, day from ticket where import_id = $1),
     closed as (
       select distinct m.store_id, m.day from mine m join sales_store_day d on d.store_id = m.store_id and d.day = m.day where d.closed
     ), leaning as (
       select distinct t.number from ticket_line l join mine m on m.store_id = l.store_id and m.id = l.returns_ticket
         join ticket t on t.store_id = l.store_id and t.id = l.ticket_id where t.import_id is distinct from $1
       union select t.number from ticket t join mine m on m.store_id = t.store_id and m.id = t.reverses
     )
     select (select count(*)::int from closed) as "closedDays", (select min(day)::text from closed) as "firstClosed",
       (select count(*)::int from leaning) as leaning, (select min(number) from leaning) as "firstLeaning"`,
    [id],
  )
  return row!
}

/**
 * Takes an import out of the books: its tickets, counts and conditions, and what they added to every total.
 * In one transaction of the caller, totals first in the order of the house. Answers how many tickets went.
 */
export async function takeOut(db: Db, id: string): Promise<number> {
  await db.query(
    `update sales_store_month m set net = m.net - x.net, sale_tickets = m.sale_tickets - x.sale_tickets, units = m.units - x.units,
       tag_value = m.tag_value - x.tag_value, tagged_net = m.tagged_net - x.tagged_net, returned = m.returned - x.returned
     from (select store_id, left(day::text, 7) as month, sum(net) as net, sum(sale_tickets) as sale_tickets, sum(units) as units,
         sum(tag_value) as tag_value, sum(tagged_net) as tagged_net, sum(returned) as returned
       from ticket where import_id = $1 group by 1, 2) x
     where m.store_id = x.store_id and m.month = x.month`,
    [id],
  )
  await subtractCounts(db, 'sales_store_month', `left(day::text, 7)`, 'month', id)
  await db.query(
    `update sales_store_day d set net = d.net - x.net, sale_tickets = d.sale_tickets - x.sale_tickets, units = d.units - x.units,
       tag_value = d.tag_value - x.tag_value, tagged_net = d.tagged_net - x.tagged_net, returned = d.returned - x.returned
     from (select store_id, day, sum(net) as net, sum(sale_tickets) as sale_tickets, sum(units) as units,
         sum(tag_value) as tag_value, sum(tagged_net) as tagged_net, sum(returned) as returned
       from ticket where import_id = $1 group by 1, 2) x
     where d.store_id = x.store_id and d.day = x.day and not d.closed`,
    [id],
  )
  await subtractCounts(db, 'sales_store_day', 'day', 'day', id)
  await db.query(
    `update sales_store_hour h set net = h.net - x.net, sale_tickets = h.sale_tickets - x.sale_tickets, units = h.units - x.units
     from (select store_id, day, hour, sum(net) as net, sum(sale_tickets) as sale_tickets, sum(units) as units
       from ticket where import_id = $1 and hour is not null group by 1, 2, 3) x
     where h.store_id = x.store_id and h.day = x.day and h.hour = x.hour`,
    [id],
  )
  await db.query(
    `update sales_store_hour h set traffic = h.traffic - x.traffic, try_ons = h.try_ons - x.try_ons
     from (select store_id, day, hour, sum(traffic) as traffic, sum(try_ons) as try_ons from traffic_count
       where import_id = $1 group by 1, 2, 3) x
     where h.store_id = x.store_id and h.day = x.day and h.hour = x.hour`,
    [id],
  )
  await db.query(
    `update sales_person_day p set net = p.net - x.net, sale_ticket_millionths = p.sale_ticket_millionths - x.tickets,
       unit_millionths = p.unit_millionths - x.units
     from (select t.store_id, t.day, c.person_id, sum(c.net) as net, sum(c.share_millionths::bigint * t.sale_tickets) as tickets,
         sum(c.share_millionths::bigint * t.units) as units
       from ticket t join ticket_credit c on c.store_id = t.store_id and c.ticket_id = t.id where t.import_id = $1 group by 1, 2, 3) x
     where p.store_id = x.store_id and p.day = x.day and p.person_id = x.person_id`,
    [id],
  )
  await db.query(
    `update sales_style_day s set net = s.net - x.net, units = s.units - x.units
     from (select t.store_id, t.day, l.style, coalesce(l.color, '') as color, sum(l.net) as net, sum(l.quantity) as units
       from ticket t join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id where t.import_id = $1 group by 1, 2, 3, 4) x
     where s.store_id = x.store_id and s.day = x.day and s.style = x.style and s.color = x.color`,
    [id],
  )
  await db.query(
    `update sales_style s set net = s.net - x.net, units = s.units - x.units
     from (select t.store_id, l.style, coalesce(l.color, '') as color, sum(l.net) as net, sum(l.quantity) as units
       from ticket t join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id where t.import_id = $1 group by 1, 2, 3) x
     where s.store_id = x.store_id and s.style = x.style and s.color = x.color`,
    [id],
  )
  await db.query(
    `with gone as (
       delete from stock_movement m using ticket t where t.import_id = $1 and m.store_id = t.store_id and m.cause = t.id
       returning m.store_id, m.sku_id, -m.quantity as quantity, m.at
     ) ${keepStock('gone')}`,
    [id],
  )
  for (const part of ['ticket_tender', 'ticket_credit', 'ticket_line']) {
    await db.query(
      `delete from ${part} p using ticket t where t.import_id = $1 and p.store_id = t.store_id and p.ticket_id = t.id`,
      [id],
    )
  }
  const days = await db.query<{ store: string; day: string }>(
    'select distinct store_id as store, day::text from ticket where import_id = $1',
    [id],
  )
  const gone = await db.query('delete from ticket where import_id = $1 returning 1', [id])
  await db.query('delete from traffic_count where import_id = $1', [id])
  await db.query('delete from store_day_condition where import_id = $1', [id])
  await sweepEmpty(db, days)
  return gone.length
}

async function subtractCounts(
  db: Db,
  table: string,
  expression: string,
  column: string,
  id: string,
): Promise<void> {
  await db.query(
    `update ${table} m set traffic = m.traffic - x.traffic, try_ons = m.try_ons - x.try_ons
     from (select store_id, ${expression} as at, sum(traffic) as traffic, sum(try_ons) as try_ons from traffic_count
       where import_id = $1 group by 1, 2) x
     where m.store_id = x.store_id and m.${column} = x.at`,
    [id],
  )
}

/** Totals of days on which nothing is left go, so that the books are as they were before. */
async function sweepEmpty(db: Db, days: readonly { store: string; day: string }[]): Promise<void> {
  const parameters = [days.map((d) => d.store), days.map((d) => d.day)]
  const bare = `not exists (select from ticket t where t.store_id = a.store and t.day = a.day)
    and not exists (select from traffic_count c where c.store_id = a.store and c.day = a.day)`
  for (const table of ['sales_store_hour', 'sales_person_day', 'sales_style_day']) {
    await db.query(
      `delete from ${table} s using unnest($1::uuid[], $2::date[]) as a (store, day) where s.store_id = a.store and s.day = a.day and ${bare}`,
      parameters,
    )
  }
  await db.query(
    `delete from sales_style s where s.store_id = any($1::uuid[]) and s.net = 0 and s.units = 0 and not exists (select from sales_style_day d
       where d.store_id = s.store_id and d.style = s.style and d.color = s.color)`,
    [[...new Set(days.map((d) => d.store))]],
  )
  await db.query(
    `delete from sales_store_day s using unnest($1::uuid[], $2::date[]) as a (store, day)
     where s.store_id = a.store and s.day = a.day and not s.closed and s.last_number = 0 and ${bare}`,
    parameters,
  )
  await db.query(
    `delete from sales_store_month m using (select distinct store, left(day::text, 7) as month from unnest($1::uuid[], $2::date[]) as x (store, day)) a
     where m.store_id = a.store and m.month = a.month
       and not exists (select from sales_store_day d where d.store_id = m.store_id and left(d.day::text, 7) = m.month)`,
    parameters,
  )
}

export async function markUndone(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const rows = await db.query(
    `update import set state = 'undone', undone_by = $2, undone_at = $3 where id = $1 and state in ('done', 'failed') returning 1`,
    [id, by, at.toISOString()],
  )
  return rows.length > 0
}
