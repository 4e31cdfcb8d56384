import type { Database } from '../platform/database/database.ts'
import { withoutReferenceChecks } from './write.ts'

/** The rollups of a history that was written in bulk: the same sums that each ticket would have kept. */
export async function totalSales(database: Database): Promise<void> {
  await database.transaction(async (db) => {
    await withoutReferenceChecks(db)
    await db.query(`set local work_mem = '96MB'`)
    for (const sql of statements) await db.query(sql)
  })
}

const statements = [
  `insert into sales_store_day (store_id, day, net, sale_tickets, units, tag_value, tagged_net, returned, traffic, try_ons, last_number)
   select coalesce(t.store_id, c.store_id), coalesce(t.day, c.day), coalesce(t.net, 0), coalesce(t.sale_tickets, 0), coalesce(t.units, 0),
     coalesce(t.tag_value, 0), coalesce(t.tagged_net, 0), coalesce(t.returned, 0), coalesce(c.traffic, 0), coalesce(c.try_ons, 0), coalesce(t.n, 0)
   from (select store_id, day, sum(net)::int8 as net, sum(sale_tickets)::int4 as sale_tickets, sum(units)::int4 as units,
       sum(tag_value)::int8 as tag_value, sum(tagged_net)::int8 as tagged_net, sum(returned)::int8 as returned, count(*)::int4 as n
     from ticket group by store_id, day) t
   full join (select store_id, day, sum(traffic)::int4 as traffic, sum(try_ons)::int4 as try_ons from traffic_count group by store_id, day) c
     on c.store_id = t.store_id and c.day = t.day`,
  `insert into sales_store_month (store_id, month, net, sale_tickets, units, tag_value, tagged_net, returned, traffic, try_ons)
   select store_id, to_char(day, 'YYYY-MM'), sum(net)::int8, sum(sale_tickets)::int4, sum(units)::int4, sum(tag_value)::int8,
     sum(tagged_net)::int8, sum(returned)::int8, sum(traffic)::int4, sum(try_ons)::int4
   from sales_store_day group by 1, 2`,
  `insert into sales_store_hour (store_id, day, hour, net, sale_tickets, units, traffic, try_ons)
   select coalesce(t.store_id, c.store_id), coalesce(t.day, c.day), coalesce(t.hour, c.hour), coalesce(t.net, 0), coalesce(t.sale_tickets, 0),
     coalesce(t.units, 0), coalesce(c.traffic, 0), coalesce(c.try_ons, 0)
   from (select store_id, day, hour, sum(net)::int8 as net, sum(sale_tickets)::int4 as sale_tickets, sum(units)::int4 as units
     from ticket where hour is not null group by store_id, day, hour) t
   full join (select store_id, day, hour, sum(traffic)::int4 as traffic, sum(try_ons)::int4 as try_ons from traffic_count group by store_id, day, hour) c
     on c.store_id = t.store_id and c.day = t.day and c.hour = t.hour`,
  `insert into sales_person_day (store_id, day, person_id, net, sale_ticket_millionths, unit_millionths)
   select c.store_id, t.day, c.person_id, sum(c.net)::int8, sum(c.share_millionths::int8 * t.sale_tickets)::int8, sum(c.share_millionths::int8 * t.units)::int8
   from ticket_credit c join ticket t on t.store_id = c.store_id and t.id = c.ticket_id group by 1, 2, 3`,
  `insert into sales_style_day (store_id, day, style, color, net, units)
   select l.store_id, t.day, l.style, coalesce(l.color, ''), sum(l.net)::int8, sum(l.quantity)::int4
   from ticket_line l join ticket t on t.store_id = l.store_id and t.id = l.ticket_id group by 1, 2, 3, 4`,
  `insert into sales_style (store_id, style, color, net, units)
   select store_id, style, color, sum(net)::int8, sum(units)::int4 from sales_style_day group by 1, 2, 3`,
]
