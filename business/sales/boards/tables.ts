import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { StoreKind } from './shape.ts'

export interface StoreSeen {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly kind: StoreKind
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly area: string | null
  readonly areaName: string | null
  readonly areaNameEn: string | null
  readonly squareCentimetres: number | null
}

/** The stores of a scope with the area that they belong to on the day; null asks for all. */
export const storesOf = (db: Db, stores: readonly string[] | null, area: string | null, day: Day): Promise<StoreSeen[]> =>
  db.query<StoreSeen>(
    `select s.id, s.code, s.name, s.name_en as "nameEn", s.kind, s.opened_on as "openedOn", s.closed_on as "closedOn",
       a.id as area, a.name as "areaName", a.name_en as "areaNameEn", g.square_centimetres as "squareCentimetres"
     from store s
     left join lateral (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $3 order by m.from_day desc limit 1) m on true
     left join area a on a.id = m.area_id
     left join lateral (select g.square_centimetres from store_selling_area g where g.store_id = s.id and g.from_day <= $3 order by g.from_day desc limit 1) g on true
     where ($1::uuid[] is null or s.id = any($1)) and ($2::uuid is null or m.area_id = $2)
       and s.opened_on <= $3 and (s.closed_on is null or s.closed_on >= $3)
     order by a.code nulls last, s.code`,
    [stores, area, day],
  )

export interface SalesSum {
  readonly store: string
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  readonly tagValue: Money
  readonly taggedNet: Money
  readonly returned: Money
  readonly traffic: number
  readonly tryOns: number
  /** Days with sales or traffic. */
  readonly days: number
}

/** Sums of each store over a span of days, both ends included. */
export const salesBetween = (db: Db, stores: readonly string[], from: Day, to: Day): Promise<SalesSum[]> =>
  db.query<SalesSum>(
    `select store_id as store, sum(net)::int8 as net, sum(sale_tickets)::int4 as "saleTickets", sum(units)::int4 as units,
       sum(tag_value)::int8 as "tagValue", sum(tagged_net)::int8 as "taggedNet", sum(returned)::int8 as returned,
       sum(traffic)::int4 as traffic, sum(try_ons)::int4 as "tryOns", count(*)::int4 as days
     from sales_store_day where store_id = any($1) and day between $2 and $3 group by store_id`,
    [stores, from, to],
  )

/** Each store's days of a month: target and net as arrays in the order of the days; null where there is none. */
export const monthDays = (db: Db, stores: readonly string[], from: Day, to: Day): Promise<{ store: string; targets: (Money | null)[]; sold: (Money | null)[] }[]> =>
  db.query(
    `select s.id as store, array_agg(t.amount order by d.day) as targets, array_agg(n.net order by d.day) as sold
     from unnest($1::uuid[]) s (id)
     cross join (select g::date as day from generate_series($2::date, $3::date, interval '1 day') g) d
     left join store_day_target t on t.store_id = s.id and t.day = d.day
     left join sales_store_day n on n.store_id = s.id and n.day = d.day
     group by s.id`,
    [stores, from, to],
  )

/** How a day's sales fall on the hours: 24 sums over the two weeks before, of at most forty stores. */
export async function hourProfile(db: Db, stores: readonly string[], from: Day, to: Day): Promise<number[]> {
  const rows = await db.query<{ hour: number; net: number }>(
    `select hour, sum(net)::int8 as net from sales_store_hour
     where store_id = any($1) and day between $2 and $3 group by hour`,
    [stores.slice(0, 40), from, to],
  )
  const hours = new Array<number>(24).fill(0)
  for (const { hour, net } of rows) hours[hour] = Math.max(0, net)
  return hours
}

export interface HourSeen {
  readonly hour: number
  readonly net: Money
  readonly saleTickets: number
  readonly traffic: number
}
export const hoursOf = (db: Db, store: string, day: Day): Promise<HourSeen[]> =>
  db.query<HourSeen>(
    `select hour, net, sale_tickets as "saleTickets", traffic from sales_store_hour where store_id = $1 and day = $2 order by hour`,
    [store, day],
  )

export interface PersonSeen {
  readonly person: string
  readonly name: string
  readonly position: string
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  readonly target: Money | null
  readonly monthNet: Money
  readonly monthTarget: Money | null
  readonly monthToDateTarget: Money | null
}
/** Who is appointed to the store that day, and whoever else was credited there in the month. */
export const peopleOf = (db: Db, store: string, day: Day, monthStart: Day): Promise<PersonSeen[]> =>
  db.query<PersonSeen>(
    `with month as (
       select person_id, sum(net)::int8 as net from sales_person_day where store_id = $1 and day between $3 and $2 group by person_id
     ), held as (
       select distinct on (person_id) person_id, position from appointment
       where store_id = $1 and from_day <= $2 and (to_day is null or to_day >= $2) order by person_id, position desc
     )
     select p.id as person, p.name, coalesce(h.position, 'salesAssociate') as position, coalesce(d.net, 0)::int8 as net,
       (coalesce(d.sale_ticket_millionths, 0) / 1000000.0)::float8 as "saleTickets", (coalesce(d.unit_millionths, 0) / 1000000.0)::float8 as units,
       t.amount as target, coalesce(m.net, 0)::int8 as "monthNet", t.month_total as "monthTarget", t.month_to_date as "monthToDateTarget"
     from person p
     left join held h on h.person_id = p.id
     left join month m on m.person_id = p.id
     left join sales_person_day d on d.store_id = $1 and d.day = $2 and d.person_id = p.id
     left join person_day_target t on t.store_id = $1 and t.day = $2 and t.person_id = p.id
     where p.id in (select person_id from held union select person_id from month)
     order by coalesce(d.net, 0) desc, coalesce(m.net, 0) desc, p.job_number`,
    [store, day, monthStart],
  )

export interface StyleSeen {
  readonly style: string
  readonly name: string
  readonly nameEn: string | null
  readonly color: string
  readonly swatch: string | null
  readonly picture: string | null
  readonly units: number
  readonly net: Money
}
export const bestStyles = (db: Db, stores: readonly string[], from: Day, to: Day, most: number): Promise<StyleSeen[]> =>
  db.query<StyleSeen>(
    `select d.style, coalesce(max(s.name), d.style) as name, max(s.name_en) as "nameEn", d.color, max(k.swatch) as swatch, max(s.picture) as picture,
       sum(d.units)::int4 as units, sum(d.net)::int8 as net
     from sales_style_day d left join style s on s.code = d.style
     left join lateral (select swatch from sku where style_id = s.id and color = d.color limit 1) k on true
     where d.store_id = any($1) and d.day between $2 and $3
     group by d.style, d.color having sum(d.units) > 0 order by sum(d.units) desc, sum(d.net) desc, d.style limit $4`,
    [stores, from, to, most],
  )

/** One person's own days in a month, over all his stores. */
export const ownDays = (db: Db, person: string, from: Day, to: Day): Promise<{ day: Day; store: string; net: Money; saleTickets: number; units: number; target: Money | null }[]> =>
  db.query(
    `select coalesce(d.day, t.day) as day, coalesce(d.store_id, t.store_id) as store, coalesce(d.net, 0)::int8 as net,
       (coalesce(d.sale_ticket_millionths, 0) / 1000000.0)::float8 as "saleTickets", (coalesce(d.unit_millionths, 0) / 1000000.0)::float8 as units,
       t.amount as target
     from (select * from sales_person_day where person_id = $1 and day between $2 and $3) d
     full join (select * from person_day_target where person_id = $1 and day between $2 and $3) t on t.store_id = d.store_id and t.day = d.day
     order by 1, 2`,
    [person, from, to],
  )
