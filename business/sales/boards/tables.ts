import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { StoreSeen, TradeSum } from './shape.ts'

/** What a list needs of a store to name it and tell its time. */
export const placeOf = ({ id, code, name, nameEn, timeZone }: StoreSeen) => ({
  id,
  code,
  name,
  nameEn,
  timeZone,
})
/** The stores of a scope that trade on the day, with the area they belong to then; null asks for all. */
export const storesOf = (
  db: Db,
  stores: readonly string[] | null,
  area: string | null,
  day: Day,
): Promise<StoreSeen[]> =>
  db.query<StoreSeen>(
    `select s.id, s.code, s.name, s.name_en as "nameEn", s.pinyin, s.kind, s.opened_on as "openedOn", s.closed_on as "closedOn",
       s.time_zone as "timeZone", s.cut_off_minutes as "cutOffMinutes",
       to_char(s.opens_at, 'HH24:MI') as "opensAt", to_char(s.closes_at, 'HH24:MI') as "closesAt",
       a.id as area, a.name as "areaName", a.name_en as "areaNameEn", g.square_centimetres as "squareCentimetres"
     from store s
     left join lateral (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $3
       order by m.from_day desc limit 1) m on true
     left join area a on a.id = m.area_id
     left join lateral (select g.square_centimetres from store_selling_area g where g.store_id = s.id and g.from_day <= $3
       order by g.from_day desc limit 1) g on true
     where ($1::uuid[] is null or s.id = any($1)) and ($2::uuid is null or m.area_id = $2)
       and s.opened_on <= $3 and (s.closed_on is null or s.closed_on >= $3)
     order by a.code nulls last, s.code`,
    [stores, area, day],
  )

export interface Span {
  readonly key: string
  readonly from: Day
  readonly to: Day
}
const sums = `sum(d.net)::int8 as net, sum(d.sale_tickets)::int4 as "saleTickets", sum(d.units)::int4 as units,
  sum(d.tag_value)::int8 as "tagValue", sum(d.tagged_net)::int8 as "taggedNet", sum(d.returned)::int8 as returned,
  sum(d.traffic)::int4 as traffic, sum(d.try_ons)::int4 as "tryOns",
  coalesce(sum(d.sale_tickets) filter (where d.traffic > 0), 0)::int4 as "countedTickets",
  count(*)::int4 as days, (count(*) filter (where d.traffic <= 0 and d.sale_tickets > 0))::int4 as uncounted`

/** Each store's sums over several spans of days, both ends included. A store without a row has nothing there. */
export const sumsOf = (
  db: Db,
  stores: readonly string[],
  spans: readonly Span[],
): Promise<(TradeSum & { store: string; key: string })[]> =>
  db.query(
    `select d.store_id as store, s.key, ${sums}
     from unnest($2::text[], $3::date[], $4::date[]) as s (key, from_day, to_day)
     join sales_store_day d on d.day between s.from_day and s.to_day
     where d.store_id = any($1::uuid[]) group by 1, 2`,
    [stores, spans.map((s) => s.key), spans.map((s) => s.from), spans.map((s) => s.to)],
  )

/** Sums of one store, day by day. */
export const daysOfStore = (
  db: Db,
  store: string,
  from: Day,
  to: Day,
): Promise<(TradeSum & { day: Day })[]> =>
  db.query(
    `select d.day, ${sums} from sales_store_day d where d.store_id = $1 and d.day between $2 and $3 group by d.day order by d.day`,
    [store, from, to],
  )

/** Each store's days of a month: target and net in the order of the days; null where there is none. */
export const monthDays = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
): Promise<{ store: string; targets: (Money | null)[]; sold: (Money | null)[] }[]> =>
  db.query(
    `select s.id as store, array_agg(t.amount order by d.day) as targets, array_agg(n.net order by d.day) as sold
     from unnest($1::uuid[]) s (id)
     cross join (select g::date as day from generate_series($2::date, $3::date, interval '1 day') g) d
     left join store_day_target t on t.store_id = s.id and t.day = d.day
     left join sales_store_day n on n.store_id = s.id and n.day = d.day
     group by s.id`,
    [stores, from, to],
  )

/** Net sales of each store on listed days, a day listed twice counting twice: a comparison aligned day by day. */
export const netOnDays = (
  db: Db,
  stores: readonly string[],
  days: readonly { readonly key: string; readonly day: Day }[],
): Promise<{ store: string; key: string; net: Money }[]> =>
  db.query(
    `select d.store_id as store, x.key, sum(d.net)::int8 as net
     from unnest($2::text[], $3::date[]) as x (key, day) join sales_store_day d on d.day = x.day
     where d.store_id = any($1::uuid[]) group by 1, 2`,
    [stores, days.map((d) => d.key), days.map((d) => d.day)],
  )

/** How each store's days fall on the hours: sums by hour over a span. */
export const hourSums = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
): Promise<{ store: string; hour: number; net: Money }[]> =>
  db.query(
    `select store_id as store, hour, sum(net)::int8 as net from sales_store_hour
     where store_id = any($1::uuid[]) and day between $2 and $3 group by 1, 2`,
    [stores, from, to],
  )

export interface HourSeen {
  readonly day: Day
  readonly hour: number
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  readonly traffic: number
}
/** Hours of listed days. */
export const hoursOnDays = (
  db: Db,
  stores: readonly string[],
  days: readonly Day[],
): Promise<(HourSeen & { store: string })[]> =>
  db.query(
    `select store_id as store, day, hour, net, sale_tickets as "saleTickets", units, traffic from sales_store_hour
     where store_id = any($1::uuid[]) and day = any($2::date[]) order by store_id, day, hour`,
    [stores, days],
  )

/** Days that each store was closed within either of two spans. */
export const closedDaysIn = (
  db: Db,
  stores: readonly string[],
  a: { from: Day; to: Day },
  b: { from: Day; to: Day },
): Promise<{ store: string; days: number }[]> =>
  db.query(
    `select store_id as store, count(*)::int4 as days from store_closed_day
     where store_id = any($1::uuid[]) and (day between $2 and $3 or day between $4 and $5) group by 1`,
    [stores, a.from, a.to, b.from, b.to],
  )

/** Stores whose day was closed by its report: nothing of it changes any more. */
export const closedOn = (db: Db, stores: readonly string[], day: Day): Promise<{ store: string }[]> =>
  db.query(
    'select store_id as store from sales_store_day where store_id = any($1::uuid[]) and day = $2 and closed',
    [stores, day],
  )

export interface ChainTrade {
  readonly month: string
  readonly stores: number
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  /** Of the stores that counted their traffic. */
  readonly traffic: number
  readonly countedTickets: number
}
/** The whole chain month by month: what every store has in common. One row a store and month is read. */
export const chainMonths = (db: Db, months: readonly string[]): Promise<ChainTrade[]> =>
  db.query(
    `select month, count(*)::int4 as stores, sum(net)::int8 as net, sum(sale_tickets)::int4 as "saleTickets", sum(units)::int4 as units,
       coalesce(sum(traffic), 0)::int4 as traffic,
       coalesce(sum(sale_tickets) filter (where traffic > 0), 0)::int4 as "countedTickets"
     from sales_store_month where month = any($1::text[]) and sale_tickets > 0 group by month`,
    [months],
  )
