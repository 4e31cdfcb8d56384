import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { keepSold, keepStock } from '../../goods/kept-stock.ts'
import type { Ticket, TrafficInput } from './shape.ts'

/**
 * A ticket with its lines, tenders, credits and all totals, in ONE statement. The month's row is locked first,
 * then the day's, which also gives the number; everything else hangs on the ticket having been written. Pieces leave the
 * stock of a store that keeps a stock book, for sales since it began; a reversal moves back what its ticket has moved.
 * A ticket that is there already (same id or same external key) leaves everything as it is.
 */
const ticketSql = `
with known as materialized (
  select id, day, number, net from ticket where store_id = $1 and (id = $2 or external_key = $21)
), month as (
  insert into sales_store_month as m (store_id, month, net, sale_tickets, units, tag_value, tagged_net, returned, traffic, try_ons)
  select $1::uuid, left($3::date::text, 7), $8::bigint, $9::int, $10::int, $11::bigint, $12::bigint, $13::bigint, $22::int, $23::int
  where not exists (select from known)
  on conflict (store_id, month) do update set net = m.net + excluded.net, sale_tickets = m.sale_tickets + excluded.sale_tickets,
    units = m.units + excluded.units, tag_value = m.tag_value + excluded.tag_value, tagged_net = m.tagged_net + excluded.tagged_net,
    returned = m.returned + excluded.returned, traffic = m.traffic + excluded.traffic, try_ons = m.try_ons + excluded.try_ons
  returning store_id
), day as (
  insert into sales_store_day as d
    (store_id, day, net, sale_tickets, units, tag_value, tagged_net, returned, traffic, try_ons, last_number)
  select store_id, $3::date, $8::bigint, $9::int, $10::int, $11::bigint, $12::bigint, $13::bigint, $22::int, $23::int, 1 from month
  on conflict (store_id, day) do update set net = d.net + excluded.net, sale_tickets = d.sale_tickets + excluded.sale_tickets,
    units = d.units + excluded.units, tag_value = d.tag_value + excluded.tag_value, tagged_net = d.tagged_net + excluded.tagged_net,
    returned = d.returned + excluded.returned, traffic = d.traffic + excluded.traffic, try_ons = d.try_ons + excluded.try_ons,
    last_number = d.last_number + 1
  where not d.closed
  returning last_number
), written as (
  insert into ticket (store_id, id, day, sold_at, hour, number, kind, net, sale_tickets, units, tag_value, tagged_net, returned,
    customer_id, made_by, source, reverses, reason, note, recorded_at, external_key)
  select $1::uuid, $2::uuid, $3::date, $4::timestamptz, $5::int,
    $6::text || lpad(last_number::text, greatest(4, length(last_number::text)), '0'),
    $7::text, $8::bigint, $9::int, $10::int, $11::bigint, $12::bigint, $13::bigint,
    $14::uuid, $15::uuid, $16::text, $17::uuid, $18::text, $19::text, $20::timestamptz, $21::text
  from day
  on conflict do nothing
  returning number
), new_lines as (
  select l.* from written, jsonb_to_recordset($24::jsonb) as l (line int, sku uuid, style text, name text, color text, size text,
    code text, quantity int, "tagPrice" bigint, net bigint, reason text, "returnsTicket" uuid, "returnsLine" int)
), lines as (
  insert into ticket_line (store_id, ticket_id, line, sku_id, style, name, color, size, code, quantity, tag_price, net,
    discount_reason, returns_ticket, returns_line)
  select $1::uuid, $2::uuid, line, sku, style, name, color, size, code, quantity, "tagPrice", net, reason, "returnsTicket", "returnsLine"
  from new_lines
), new_credits as (
  select c.* from written, jsonb_to_recordset($25::jsonb) as c (person uuid, "shareMillionths" int, net bigint)
), credits as (
  insert into ticket_credit (store_id, ticket_id, person_id, share_millionths, net)
  select $1::uuid, $2::uuid, person, "shareMillionths", net from new_credits
), tenders as (
  insert into ticket_tender (store_id, ticket_id, tender, amount)
  select $1::uuid, $2::uuid, t.tender, t.amount from written, jsonb_to_recordset($26::jsonb) as t (tender text, amount bigint)
), counted as (
  insert into traffic_count (store_id, id, day, hour, traffic, try_ons, source, made_by, at)
  select $1::uuid, $27::uuid, $3::date, coalesce($5::int, 0), $22::int, $23::int, 'typed', $15::uuid, $20::timestamptz
  from written where $22::int <> 0 or $23::int <> 0
), hours as (
  insert into sales_store_hour as h (store_id, day, hour, net, sale_tickets, units, traffic, try_ons)
  select $1::uuid, $3::date, coalesce($5::int, 0), case when $5::int is null then 0 else $8::bigint end,
    case when $5::int is null then 0 else $9::int end, case when $5::int is null then 0 else $10::int end, $22::int, $23::int
  from written where $5::int is not null or $22::int <> 0 or $23::int <> 0
  on conflict (store_id, day, hour) do update set net = h.net + excluded.net, sale_tickets = h.sale_tickets + excluded.sale_tickets,
    units = h.units + excluded.units, traffic = h.traffic + excluded.traffic, try_ons = h.try_ons + excluded.try_ons
), people as (
  insert into sales_person_day as p (store_id, day, person_id, net, sale_ticket_millionths, unit_millionths)
  select $1::uuid, $3::date, person, net, "shareMillionths"::bigint * $9::int, "shareMillionths"::bigint * $10::int
  from new_credits order by person
  on conflict (store_id, day, person_id) do update set net = p.net + excluded.net,
    sale_ticket_millionths = p.sale_ticket_millionths + excluded.sale_ticket_millionths,
    unit_millionths = p.unit_millionths + excluded.unit_millionths
), styles as (
  insert into sales_style_day as s (store_id, day, style, color, net, units)
  select $1::uuid, $3::date, style, coalesce(color, ''), sum(net)::bigint, sum(quantity)::int
  from new_lines group by style, coalesce(color, '') order by 3, 4
  on conflict (store_id, day, style, color) do update set net = s.net + excluded.net, units = s.units + excluded.units
), sold_ever as (
  insert into sales_style as s (store_id, style, color, net, units)
  select $1::uuid, style, coalesce(color, ''), sum(net)::bigint, sum(quantity)::int
  from new_lines group by style, coalesce(color, '') order by 2, 3
  on conflict (store_id, style, color) do update set net = s.net + excluded.net, units = s.units + excluded.units
), moved as (
  insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, day, by, at)
  select $1::uuid, $2::uuid, l.line, l.sku, case when $17::uuid is not null then 'reversal' when l.quantity > 0 then 'sale' else 'return' end,
    -l.quantity, $3::date, $15::uuid, $4::timestamptz
  from new_lines l where l.sku is not null and case
    when $17::uuid is null then exists (select from stock_book b where b.store_id = $1 and b.begun_at <= $4::timestamptz)
    else exists (select from stock_movement m where m.store_id = $1 and m.cause = $17::uuid and m.line = l.line) end
  returning store_id, cause, line, sku_id, quantity, day, by, at
)${keepSold('moved')}, kept as (${keepStock('all_moved')}
)
select coalesce((select number from written), (select number from known limit 1)) as number,
  (select id from known limit 1) as "knownId", (select day from known limit 1) as "knownDay",
  exists (select from written) as written`

export type Recorded =
  | { readonly became: 'written'; readonly number: string }
  /** It was there already: nothing changed. */
  | { readonly became: 'known'; readonly number: string; readonly id: string; readonly day: Day }
  /** At this very moment the day was closed, or the same ticket written: roll back. */
  | { readonly became: 'crossed' }

/** Writes a decided ticket, or answers that it is known. On 'crossed' the caller must roll back. */
export async function recordTicket(db: Db, t: Ticket, now: Date): Promise<Recorded> {
  const [row] = await db.query<{
    number: string | null
    knownId: string | null
    knownDay: Day
    written: boolean
  }>(ticketSql, [
    t.store,
    t.id,
    t.day,
    t.soldAt.toISOString(),
    t.hour,
    t.numbered,
    t.kind,
    t.net,
    t.saleTickets,
    t.units,
    t.tagValue,
    t.taggedNet,
    t.returned,
    t.customer,
    t.madeBy,
    t.source,
    t.reverses,
    t.reason,
    t.note,
    now.toISOString(),
    t.externalKey,
    t.seen?.traffic ?? 0,
    t.seen?.tryOns ?? 0,
    JSON.stringify(t.lines),
    JSON.stringify(t.credits),
    JSON.stringify(t.tenders),
    newId(),
  ])
  const { number, knownId, knownDay, written } = row!
  if (written) return { became: 'written', number: number! }
  if (knownId) return { became: 'known', number: number!, id: knownId, day: knownDay }
  return { became: 'crossed' }
}

/** Counts of an hour with their totals, in one statement; false when the day is closed. The same id again changes nothing. */
export async function recordTraffic(
  db: Db,
  t: Pick<TrafficInput, 'id' | 'store' | 'hour' | 'traffic' | 'tryOns'> & {
    day: Day
    by: string
    source: 'typed' | 'counter'
  },
  now: Date,
): Promise<boolean> {
  const [row] = await db.query<{ known: boolean; open: boolean }>(
    `with known as materialized (
       select from traffic_count where store_id = $1 and id = $2
     ), month as (
       insert into sales_store_month as m (store_id, month, traffic, try_ons)
       select $1::uuid, left($3::date::text, 7), $5::int, $6::int where not exists (select from known)
       on conflict (store_id, month) do update set traffic = m.traffic + excluded.traffic, try_ons = m.try_ons + excluded.try_ons
       returning store_id
     ), day as (
       insert into sales_store_day as d (store_id, day, traffic, try_ons)
       select store_id, $3::date, $5::int, $6::int from month
       on conflict (store_id, day) do update set traffic = d.traffic + excluded.traffic, try_ons = d.try_ons + excluded.try_ons
       where not d.closed
       returning store_id
     ), counted as (
       insert into traffic_count (store_id, id, day, hour, traffic, try_ons, source, made_by, at)
       select store_id, $2::uuid, $3::date, $4::int, $5::int, $6::int, $7::text, $8::uuid, $9::timestamptz from day
     ), hours as (
       insert into sales_store_hour as h (store_id, day, hour, traffic, try_ons)
       select store_id, $3::date, $4::int, $5::int, $6::int from day
       on conflict (store_id, day, hour) do update set traffic = h.traffic + excluded.traffic, try_ons = h.try_ons + excluded.try_ons
     )
     select exists (select from known) as known, exists (select from day) as open`,
    [t.store, t.id, t.day, t.hour, t.traffic, t.tryOns, t.source, t.by, now.toISOString()],
  )
  return row!.known || row!.open
}

/**
 * Closes a business day (日结): from now on nothing of it changes. For the daily report, in its own transaction.
 * True when it was open until now.
 */
export async function closeDay(db: Db, store: string, day: Day, by: string, at: Date): Promise<boolean> {
  const closed = await db.query(
    `with day as (
       insert into sales_store_day as d (store_id, day, closed) values ($1, $2, true)
       on conflict (store_id, day) do update set closed = true where not d.closed
       returning store_id, day
     )
     insert into day_closure (store_id, day, closed_by, closed_at) select store_id, day, $3, $4 from day returning 1`,
    [store, day, by, at.toISOString()],
  )
  return closed.length > 0
}
