import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { movePieces } from './piece-tables.ts'

/** A ticket as it goes into the books. Amounts in 分. */
export interface BookedTicket {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly soldAt: string
  readonly hour: number | null
  readonly number: string
  readonly kind: 'sale' | 'return' | 'dayTotal'
  readonly net: number
  readonly tagValue: number
  readonly taggedNet: number
  readonly units: number
  readonly returned: number
  readonly saleTickets: number
  readonly key: string
  readonly note: string | null
  readonly lines: readonly BookedLine[]
  readonly credits: readonly {
    readonly person: string
    readonly shareMillionths: number
    readonly net: number
  }[]
  readonly tenders: readonly { readonly tender: string; readonly amount: number }[]
  readonly traffic: number
  readonly tryOns: number
}
export interface BookedLine {
  readonly style: string
  readonly name: string | null
  readonly color: string | null
  readonly size: string | null
  readonly code: string | null
  readonly quantity: number
  readonly tagPrice: number | null
  readonly net: number
}

/** Thrown when a day was closed or a ticket written by somebody else at this very moment: the batch is tried again. */
export class Crossed extends Error {}

/**
 * Books a batch of tickets with their totals, in one transaction of the caller. Totals are locked in the order of
 * the house: months, days, then the rest. Tickets that are there already are left out. Answers how many were written.
 */
export async function bookTickets(
  db: Db,
  importId: string,
  by: string,
  batch: readonly BookedTicket[],
): Promise<number> {
  const known = await db.query<{ store: string; key: string }>(
    `select t.store_id as store, t.external_key as key
     from unnest($1::uuid[], $2::text[]) as a (store, key) join ticket t on t.store_id = a.store and t.external_key = a.key`,
    [batch.map((t) => t.store), batch.map((t) => t.key)],
  )
  const there = new Set(known.map((k) => `${k.store}\n${k.key}`))
  const tickets = batch.filter((t) => !there.has(`${t.store}\n${t.key}`))
  if (tickets.length === 0) return 0
  const heads = JSON.stringify(tickets.map(({ lines, credits, tenders, ...head }) => head))
  await addToMonthsAndDays(db, tickets)
  const written = await db.query(
    `with head as (
       select * from jsonb_to_recordset($1::jsonb) as x (store uuid, id uuid, day date, "soldAt" timestamptz, hour int, number text,
         kind text, net bigint, "tagValue" bigint, "taggedNet" bigint, units int, returned bigint, "saleTickets" int, key text, note text)
     ), numbered as (
       select h.*, row_number() over (partition by store, number order by day, id) as nth,
         exists (select from ticket t where t.store_id = h.store and t.number = h.number) as taken from head h
     )
     insert into ticket (store_id, id, day, sold_at, hour, number, kind, net, tag_value, tagged_net, units, returned, sale_tickets,
       made_by, source, import_id, external_key, note)
     select store, id, day, "soldAt", hour,
       case when nth = 1 and not taken then number else number || ' · ' || day || case when nth > 1 then ' · ' || nth else '' end end,
       kind, net, "tagValue", "taggedNet", units, returned, "saleTickets", $3, 'import', $2, key, note from numbered
     on conflict do nothing returning 1`,
    [heads, importId, by],
  )
  if (written.length !== tickets.length) throw new Crossed('a ticket was there already')
  await writeParts(db, tickets)
  await movePieces(db, by, tickets)
  await writeCounts(db, importId, by, tickets)
  return tickets.length
}

/** Sums are taken here, so that the database need not take the tickets apart for each of them. */
async function addToMonthsAndDays(db: Db, tickets: readonly BookedTicket[]): Promise<void> {
  const shape = `(store uuid, day text, net bigint, "saleTickets" int, units int, "tagValue" bigint, "taggedNet" bigint, returned bigint,
    traffic int, "tryOns" int)`
  const columns = `net, "saleTickets", units, "tagValue", "taggedNet", returned, traffic, "tryOns"`
  const update = (
    t: string,
  ) => `net = ${t}.net + excluded.net, sale_tickets = ${t}.sale_tickets + excluded.sale_tickets,
    units = ${t}.units + excluded.units, tag_value = ${t}.tag_value + excluded.tag_value, tagged_net = ${t}.tagged_net + excluded.tagged_net,
    returned = ${t}.returned + excluded.returned, traffic = ${t}.traffic + excluded.traffic, try_ons = ${t}.try_ons + excluded.try_ons`
  await db.query(
    `insert into sales_store_month as m (store_id, month, net, sale_tickets, units, tag_value, tagged_net, returned, traffic, try_ons)
     select store, day, ${columns} from jsonb_to_recordset($1::jsonb) as x ${shape} order by 1, 2
     on conflict (store_id, month) do update set ${update('m')}`,
    [JSON.stringify(sumsBy(tickets, (t) => t.day.slice(0, 7)))],
  )
  const sums = sumsBy(tickets, (t) => t.day)
  const days = await db.query(
    `insert into sales_store_day as d (store_id, day, net, sale_tickets, units, tag_value, tagged_net, returned, traffic, try_ons)
     select store, day::date, ${columns} from jsonb_to_recordset($1::jsonb) as x ${shape} order by 1, 2
     on conflict (store_id, day) do update set ${update('d')} where not d.closed returning 1`,
    [JSON.stringify(sums)],
  )
  if (days.length !== sums.length) throw new Crossed('a day was closed')
}

const summed = [
  'net',
  'saleTickets',
  'units',
  'tagValue',
  'taggedNet',
  'returned',
  'traffic',
  'tryOns',
] as const
function sumsBy(tickets: readonly BookedTicket[], dayOf: (t: BookedTicket) => string) {
  const sums = new Map<string, Record<(typeof summed)[number], number> & { store: string; day: string }>()
  for (const ticket of tickets) {
    const day = dayOf(ticket)
    const key = `${ticket.store}${day}`
    let sum = sums.get(key)
    if (!sum) {
      sum = {
        store: ticket.store,
        day,
        net: 0,
        saleTickets: 0,
        units: 0,
        tagValue: 0,
        taggedNet: 0,
        returned: 0,
        traffic: 0,
        tryOns: 0,
      }
      sums.set(key, sum)
    }
    for (const of of summed) sum[of] += ticket[of]
  }
  return [...sums.values()]
}

/** Lines, credits and tenders, and the totals by style and by person. */
async function writeParts(db: Db, tickets: readonly BookedTicket[]): Promise<void> {
  const of = (t: BookedTicket) => ({
    store: t.store,
    ticket: t.id,
    day: t.day,
    saleTickets: t.saleTickets,
    units: t.units,
  })
  const lines = JSON.stringify(
    tickets.flatMap((t) =>
      t.lines.map((l, i) => ({ ...l, line: i + 1, store: t.store, ticket: t.id, day: t.day })),
    ),
  )
  await db.query(
    `with l as (
       select x.*, k.id as sku, y.code as found_style, y.name as found_name, k.color as found_color, k.size as found_size
       from jsonb_to_recordset($1::jsonb) as x (store uuid, ticket uuid, day date, line int, style text, name text, color text, size text,
         code text, quantity int, "tagPrice" bigint, net bigint)
       left join sku k on k.barcode = x.code left join style y on y.id = k.style_id
     ), written as (
       insert into ticket_line (store_id, ticket_id, line, sku_id, style, name, color, size, code, quantity, tag_price, net)
       select store, ticket, line, coalesce(sku, (select k.id from style y join sku k on k.style_id = y.id
           where y.code = l.style and k.color = l.color and k.size = l.size)),
         coalesce(found_style, style), coalesce(name, found_name), coalesce(color, found_color), coalesce(size, found_size), code,
         quantity, "tagPrice", net from l
     ), ever as (
       insert into sales_style as s (store_id, style, color, net, units)
       select store, coalesce(found_style, style), coalesce(color, found_color, ''), sum(net)::bigint, sum(quantity)::int from l
       group by 1, 2, 3 order by 1, 2, 3
       on conflict (store_id, style, color) do update set net = s.net + excluded.net, units = s.units + excluded.units
     )
     insert into sales_style_day as s (store_id, day, style, color, net, units)
     select store, day, coalesce(found_style, style), coalesce(color, found_color, ''), sum(net)::bigint, sum(quantity)::int from l
     group by 1, 2, 3, 4 order by 1, 2, 3, 4
     on conflict (store_id, day, style, color) do update set net = s.net + excluded.net, units = s.units + excluded.units`,
    [lines],
  )
  const credits = tickets.flatMap((t) => t.credits.map((c) => ({ ...c, ...of(t) })))
  if (credits.length > 0) {
    await db.query(
      `with c as (select * from jsonb_to_recordset($1::jsonb) as x (store uuid, ticket uuid, day date, "saleTickets" int, units int,
         person uuid, "shareMillionths" int, net bigint)
       ), written as (
         insert into ticket_credit (store_id, ticket_id, person_id, share_millionths, net)
         select store, ticket, person, "shareMillionths", net from c
       )
       insert into sales_person_day as p (store_id, day, person_id, net, sale_ticket_millionths, unit_millionths)
       select store, day, person, sum(net)::bigint, sum("shareMillionths"::bigint * "saleTickets")::bigint,
         sum("shareMillionths"::bigint * units)::bigint from c group by 1, 2, 3 order by 1, 2, 3
       on conflict (store_id, day, person_id) do update set net = p.net + excluded.net,
         sale_ticket_millionths = p.sale_ticket_millionths + excluded.sale_ticket_millionths,
         unit_millionths = p.unit_millionths + excluded.unit_millionths`,
      [JSON.stringify(credits)],
    )
  }
  const tenders = tickets.flatMap((t) => t.tenders.map((p) => ({ ...p, ...of(t) })))
  if (tenders.length > 0) {
    await db.query(
      `insert into ticket_tender (store_id, ticket_id, tender, amount)
       select store, ticket, tender, amount from jsonb_to_recordset($1::jsonb) as x (store uuid, ticket uuid, tender text, amount bigint)`,
      [JSON.stringify(tenders)],
    )
  }
}

/** Traffic that came with the file, and the totals by hour; counts without an hour stand at hour 0, as everywhere. */
async function writeCounts(
  db: Db,
  importId: string,
  by: string,
  tickets: readonly BookedTicket[],
): Promise<void> {
  const counts = tickets
    .filter((t) => t.traffic !== 0 || t.tryOns !== 0 || t.hour !== null)
    .map(({ store, id, day, hour, net, saleTickets, units, traffic, tryOns, soldAt }) => ({
      store,
      id,
      day,
      hour,
      net,
      saleTickets,
      units,
      traffic,
      tryOns,
      soldAt,
    }))
  if (counts.length === 0) return
  await db.query(
    `with c as (select * from jsonb_to_recordset($1::jsonb) as x (store uuid, id uuid, day date, hour int, net bigint, "saleTickets" int,
       units int, traffic int, "tryOns" int, "soldAt" timestamptz)
     ), counted as (
       insert into traffic_count (store_id, id, day, hour, traffic, try_ons, source, made_by, at, import_id)
       select store, id, day, coalesce(hour, 0), traffic, "tryOns", 'import', $3, "soldAt", $2 from c where traffic <> 0 or "tryOns" <> 0
     )
     insert into sales_store_hour as h (store_id, day, hour, net, sale_tickets, units, traffic, try_ons)
     select store, day, coalesce(hour, 0), sum(case when hour is null then 0 else net end)::bigint,
       sum(case when hour is null then 0 else "saleTickets" end)::int, sum(case when hour is null then 0 else units end)::int,
       sum(traffic)::int, sum("tryOns")::int from c group by 1, 2, 3 order by 1, 2, 3
     on conflict (store_id, day, hour) do update set net = h.net + excluded.net, sale_tickets = h.sale_tickets + excluded.sale_tickets,
       units = h.units + excluded.units, traffic = h.traffic + excluded.traffic, try_ons = h.try_ons + excluded.try_ons`,
    [JSON.stringify(counts), importId, by],
  )
}

/** What was so on the days: open, on promotion, holidays. What an earlier file said stays. */
export async function writeConditions(
  db: Db,
  importId: string,
  days: readonly {
    store: string
    day: Day
    open: boolean
    promotion: boolean
    publicHoliday: string | null
    schoolHoliday: boolean
  }[],
): Promise<void> {
  await db.query(
    `insert into store_day_condition (store_id, day, open, promotion, public_holiday, school_holiday, import_id)
     select store, day, open, promotion, "publicHoliday", "schoolHoliday", $2 from jsonb_to_recordset($1::jsonb) as x
       (store uuid, day date, open boolean, promotion boolean, "publicHoliday" text, "schoolHoliday" boolean)
     on conflict (store_id, day) do nothing`,
    [JSON.stringify(days), importId],
  )
}

export async function takeStatistics(db: Db): Promise<void> {
  await db.query(
    `analyze ticket, ticket_line, ticket_credit, ticket_tender, traffic_count, store_day_condition,
       sales_store_day, sales_store_month, sales_store_hour, sales_person_day, sales_style_day, sales_style`,
  )
}
