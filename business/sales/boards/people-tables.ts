import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'

export interface PersonSeen {
  readonly person: string
  readonly name: string
  readonly position: string
  readonly net: Money
  /** Shares of joint sales make parts of tickets and pieces. */
  readonly saleTickets: number
  readonly units: number
  readonly target: Money | null
  readonly monthNet: Money
  readonly monthUnits: number
  readonly monthTarget: Money | null
  readonly monthToDateTarget: Money | null
}
/** Who is appointed to the store that day, and whoever else was credited there in the month. */
export const peopleOf = (db: Db, store: string, day: Day, monthStart: Day): Promise<PersonSeen[]> =>
  db.query<PersonSeen>(
    `with month as (
       select person_id, sum(net)::int8 as net, sum(unit_millionths)::int8 as units from sales_person_day
       where store_id = $1 and day between $3 and $2 group by person_id
     ), held as (
       select distinct on (person_id) person_id, position from appointment
       where store_id = $1 and from_day <= $2 and (to_day is null or to_day >= $2) order by person_id, position desc
     )
     select p.id as person, p.name, coalesce(h.position, 'salesAssociate') as position, coalesce(d.net, 0)::int8 as net,
       (coalesce(d.sale_ticket_millionths, 0) / 1000000.0)::float8 as "saleTickets",
       (coalesce(d.unit_millionths, 0) / 1000000.0)::float8 as units,
       t.amount as target, coalesce(m.net, 0)::int8 as "monthNet", (coalesce(m.units, 0) / 1000000.0)::float8 as "monthUnits",
       t.month_total as "monthTarget", t.month_to_date as "monthToDateTarget"
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
  readonly colorEn: string | null
  readonly swatch: string | null
  readonly picture: string | null
  readonly units: number
  readonly net: Money
}
export const bestStyles = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
  most: number,
): Promise<StyleSeen[]> =>
  db.query<StyleSeen>(
    `with best as (
       select style, color, sum(units)::int4 as units, sum(net)::int8 as net from sales_style_day
       where store_id = any($1::uuid[]) and day between $2 and $3
       group by style, color having sum(units) > 0 order by 3 desc, 4 desc, 1 limit $4
     )
     select b.style, coalesce(s.name, b.style) as name, s.name_en as "nameEn", b.color, k.color_en as "colorEn", k.swatch,
       s.picture, b.units, b.net
     from best b left join style s on s.code = b.style
     left join lateral (select swatch, color_en from sku where style_id = s.id and color = b.color limit 1) k on true
     order by b.units desc, b.net desc, b.style`,
    [stores, from, to, most],
  )

export interface OwnDay {
  readonly day: Day
  readonly store: string
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  readonly target: Money | null
}
/** One person's own days, over all stores in which he sells or has a target. */
export const ownDays = (db: Db, person: string, from: Day, to: Day): Promise<OwnDay[]> =>
  db.query<OwnDay>(
    `select coalesce(d.day, t.day) as day, coalesce(d.store_id, t.store_id) as store, coalesce(d.net, 0)::int8 as net,
       (coalesce(d.sale_ticket_millionths, 0) / 1000000.0)::float8 as "saleTickets",
       (coalesce(d.unit_millionths, 0) / 1000000.0)::float8 as units, t.amount as target
     from (select * from sales_person_day where person_id = $1 and day between $2 and $3) d
     full join (select * from person_day_target where person_id = $1 and day between $2 and $3) t
       on t.store_id = d.store_id and t.day = d.day
     order by 1, 2`,
    [person, from, to],
  )
