import type { Invariant } from '../../platform/database/verify.ts'

/** A rollup against its recomputation: rows where any of the columns differs, a missing row counting as nothing. */
function differing(
  kept: string,
  keys: readonly string[],
  columns: readonly string[],
  recomputed: string,
): string {
  const key = keys.map((k) => `coalesce(a.${k}, b.${k}) as ${k}`).join(', ')
  const compared = columns
    .map((c) => `coalesce(a.${c}, 0) as ${c}, coalesce(b.${c}, 0) as ${c}_recomputed`)
    .join(', ')
  const wrong = columns.map((c) => `coalesce(a.${c}, 0) <> coalesce(b.${c}, 0)`).join(' or ')
  return `select ${key}, ${compared} from ${kept} a full join (${recomputed}) b using (${keys.join(', ')}) where ${wrong}`
}

const sums = 'sum(net) as net, sum(sale_tickets) as sale_tickets, sum(units) as units'
const wholeSums = `${sums}, sum(tag_value) as tag_value, sum(tagged_net) as tagged_net, sum(returned) as returned`
const whole = ['net', 'sale_tickets', 'units', 'tag_value', 'tagged_net', 'returned'] as const
const counts = 'sum(traffic) as traffic, sum(try_ons) as try_ons'

/** What must hold of tickets and their totals; each query returns the rows where it does not. */
export const salesInvariants: readonly Invariant[] = [
  {
    name: 'sales.linesSumToTicket',
    says: ['小票明细合计等于小票', 'The lines of a ticket sum to the ticket'],
    sql: `select t.store_id, t.id, t.number, t.net, l.net as lines from ticket t left join (
        select store_id, ticket_id, sum(net) as net, sum(quantity) as units, count(*) as lines,
          coalesce(sum(tag_price * quantity), 0) as tag_value, coalesce(sum(net) filter (where tag_price is not null), 0) as tagged_net
        from ticket_line group by 1, 2) l on l.store_id = t.store_id and l.ticket_id = t.id
      where t.kind <> 'dayTotal' and t.reverses is distinct from (select d.id from ticket d where d.store_id = t.store_id
          and d.id = t.reverses and d.kind = 'dayTotal')
        and (coalesce(l.net, 0) <> t.net or coalesce(l.units, 0) <> t.units
          or coalesce(l.tag_value, 0) <> t.tag_value or coalesce(l.tagged_net, 0) <> t.tagged_net)`,
  },
  {
    name: 'sales.tendersSumToTicket',
    says: ['收款合计等于小票', 'The tenders of a ticket sum to the ticket'],
    sql: `select t.store_id, t.id, t.number, t.net, p.amount from ticket t left join (
        select store_id, ticket_id, sum(amount) as amount from ticket_tender group by 1, 2) p
        on p.store_id = t.store_id and p.ticket_id = t.id
      where coalesce(p.amount, 0) <> t.net and (p.amount is not null or t.source in ('phone', 'till'))`,
  },
  {
    name: 'sales.creditsSumToTicket',
    says: ['业绩归属合计等于小票，比例合计为一', 'The credits of a ticket sum to it, their shares to one'],
    sql: `select t.store_id, t.id, t.number, t.net, c.net as credited, c.shares from ticket t left join (
        select store_id, ticket_id, sum(net) as net, sum(share_millionths) as shares from ticket_credit group by 1, 2) c
        on c.store_id = t.store_id and c.ticket_id = t.id
      where (c.net is null and t.source in ('phone', 'till') and t.reverses is null) or c.net <> t.net or c.shares <> 1000000`,
  },
  {
    name: 'sales.reversalNegates',
    says: ['冲销与原小票相抵为零', 'A reversal and its ticket sum to nothing'],
    sql: `select r.store_id, r.id, r.number, r.net, o.net as original from ticket r
      left join ticket o on o.store_id = r.store_id and o.id = r.reverses
      where r.kind = 'reversal' and (o.id is null or r.net <> -o.net or r.units <> -o.units or r.sale_tickets <> -o.sale_tickets
        or r.tag_value <> -o.tag_value or r.tagged_net <> -o.tagged_net or r.returned <> -o.returned)`,
  },
  {
    name: 'sales.reversalNegatesParts',
    says: ['冲销逐行、逐人、逐种收款相抵', 'A reversal negates every line, credit and tender of its ticket'],
    sql: `with pairs as (select store_id, id, reverses from ticket where kind = 'reversal'),
      parts as (
        select store_id, ticket_id, 'line ' || line as part, net + quantity::numeric * 1000000000000 as amount from ticket_line
        union all select store_id, ticket_id, 'credit ' || person_id, net from ticket_credit
        union all select store_id, ticket_id, 'tender ' || tender, amount from ticket_tender)
      select p.store_id, p.id, x.part, sum(x.amount) as left_over from pairs p
      join parts x on x.store_id = p.store_id and x.ticket_id in (p.id, p.reverses) group by 1, 2, 3 having sum(x.amount) <> 0`,
  },
  {
    name: 'sales.returnsWithinSold',
    says: [
      '退货不多于卖出的件数，退款不多于实付',
      'No more comes back than was sold, nor more money than was paid',
    ],
    sql: `select o.store_id, o.ticket_id, o.line, o.quantity, -sum(r.quantity) as returned, o.net, -sum(r.net) as refunded
      from ticket_line o join ticket_line r on r.store_id = o.store_id and r.returns_ticket = o.ticket_id and r.returns_line = o.line
      group by o.store_id, o.ticket_id, o.line, o.quantity, o.net having -sum(r.quantity) > o.quantity or -sum(r.net) > o.net`,
  },
  {
    name: 'sales.storeDay',
    says: ['店日合计等于逐张小票', 'A store’s day is the sum of its tickets and counts'],
    sql: differing(
      'sales_store_day',
      ['store_id', 'day'],
      [...whole, 'traffic', 'try_ons'],
      `select store_id, day, coalesce(net, 0) as net, coalesce(sale_tickets, 0) as sale_tickets, coalesce(units, 0) as units,
         coalesce(tag_value, 0) as tag_value, coalesce(tagged_net, 0) as tagged_net, coalesce(returned, 0) as returned,
         coalesce(traffic, 0) as traffic, coalesce(try_ons, 0) as try_ons
       from (select store_id, day, ${wholeSums} from ticket group by 1, 2) t
       full join (select store_id, day, ${counts} from traffic_count group by 1, 2) c using (store_id, day)`,
    ),
  },
  {
    name: 'sales.storeMonth',
    says: ['店月合计等于逐日合计', 'A store’s month is the sum of its days'],
    sql: differing(
      'sales_store_month',
      ['store_id', 'month'],
      [...whole, 'traffic', 'try_ons'],
      `select store_id, left(day::text, 7) as month, ${wholeSums}, ${counts} from sales_store_day group by 1, 2`,
    ),
  },
  {
    name: 'sales.storeHour',
    says: ['分时合计等于逐张小票', 'A store’s hours are the sums of their tickets and counts'],
    sql: differing(
      'sales_store_hour',
      ['store_id', 'day', 'hour'],
      ['net', 'sale_tickets', 'units', 'traffic', 'try_ons'],
      `select store_id, day, hour, coalesce(net, 0) as net, coalesce(sale_tickets, 0) as sale_tickets, coalesce(units, 0) as units,
         coalesce(traffic, 0) as traffic, coalesce(try_ons, 0) as try_ons
       from (select store_id, day, hour, ${sums} from ticket where hour is not null group by 1, 2, 3) t
       full join (select store_id, day, hour, ${counts} from traffic_count group by 1, 2, 3) c using (store_id, day, hour)`,
    ),
  },
  {
    name: 'sales.personDay',
    says: ['个人日合计等于逐张归属', 'A person’s day is the sum of what is credited to him'],
    sql: differing(
      'sales_person_day',
      ['store_id', 'day', 'person_id'],
      ['net', 'sale_ticket_millionths', 'unit_millionths'],
      `select t.store_id, t.day, c.person_id, sum(c.net) as net, sum(c.share_millionths::bigint * t.sale_tickets) as sale_ticket_millionths,
         sum(c.share_millionths::bigint * t.units) as unit_millionths
       from ticket t join ticket_credit c on c.store_id = t.store_id and c.ticket_id = t.id group by 1, 2, 3`,
    ),
  },
  {
    name: 'sales.styleDay',
    says: ['款日合计等于逐行明细', 'A style’s day is the sum of its lines'],
    sql: differing(
      'sales_style_day',
      ['store_id', 'day', 'style', 'color'],
      ['net', 'units'],
      `select t.store_id, t.day, l.style, coalesce(l.color, '') as color, sum(l.net) as net, sum(l.quantity) as units
       from ticket t join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id group by 1, 2, 3, 4`,
    ),
  },
  {
    name: 'sales.soldEver',
    says: ['款色累计销量等于各日之和', 'What was ever sold of a style-colour is the sum of its days'],
    sql: differing(
      'sales_style',
      ['store_id', 'style', 'color'],
      ['net', 'units'],
      `select store_id, style, color, sum(net) as net, sum(units) as units from sales_style_day group by 1, 2, 3`,
    ),
  },
  {
    name: 'sales.numberWithinDay',
    says: ['单号不超过当天的流水', 'No ticket number lies beyond the day’s count'],
    sql: `select d.store_id, d.day, d.last_number, count(t.*) as numbered from sales_store_day d
      join ticket t on t.store_id = d.store_id and t.day = d.day and t.source in ('phone', 'till')
      group by 1, 2, 3 having count(t.*) > d.last_number`,
  },
  {
    name: 'sales.closedDay',
    says: [
      '日结记录与当天的锁一致，日结后没有新小票',
      'A closure and the day’s lock agree, and no ticket came after',
    ],
    sql: `select coalesce(c.store_id, d.store_id) as store_id, coalesce(c.day, d.day) as day, null::text as number from day_closure c
        full join (select store_id, day from sales_store_day where closed) d using (store_id, day)
        where c.store_id is null or d.store_id is null
      union all select t.store_id, t.day, t.number from ticket t join day_closure c on c.store_id = t.store_id and c.day = t.day
        where t.recorded_at > c.closed_at + interval '1 minute' and t.source <> 'demo'`,
  },
]
