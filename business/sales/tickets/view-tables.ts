import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { searchPattern } from '../../../platform/kinds/pinyin.ts'
import type { StoreKind } from '../../organization/shape.ts'
import type { Tender, TicketKind, TicketSource } from './shape.ts'

export interface TicketBrief {
  readonly id: string
  readonly number: string
  readonly day: Day
  readonly soldAt: string
  readonly kind: TicketKind
  readonly source: TicketSource
  readonly net: Money
  readonly units: number
  readonly tagValue: Money
  readonly taggedNet: Money
  readonly reason: string | null
  /** Number of the ticket that reverses this one, or that this one reverses. */
  readonly reversedBy: string | null
  readonly reverses: string | null
  readonly credited: readonly string[]
  /** Its first pieces in words: 双面羊毛大衣 燕麦 M; English ones where the goods have them. */
  readonly pieces: readonly { readonly name: string; readonly nameEn: string }[]
  readonly tenders: readonly { readonly tender: Tender; readonly amount: Money }[]
}

const brief = `t.id, t.number, t.day, t.sold_at as "soldAt", t.kind, t.source, t.net, t.units, t.tag_value as "tagValue",
  t.tagged_net as "taggedNet", t.reason,
  (select v.number from ticket v where v.store_id = t.store_id and v.reverses = t.id) as "reversedBy",
  (select o.number from ticket o where o.store_id = t.store_id and o.id = t.reverses) as reverses,
  (select coalesce(json_agg(p.name order by c.share_millionths desc, p.pinyin), '[]') from ticket_credit c join person p on p.id = c.person_id
   where c.store_id = t.store_id and c.ticket_id = t.id) as credited,
  (select coalesce(json_agg(json_build_object(
       'name', concat_ws(' ', coalesce(l.name, l.style), l.color, l.size, n.times),
       'nameEn', concat_ws(' ', coalesce(y.name_en, l.name, l.style), coalesce(k.color_en, l.color), l.size, n.times)) order by l.line), '[]')
   from ticket_line l left join sku k on k.id = l.sku_id left join style y on y.id = k.style_id,
     lateral (select case when abs(l.quantity) > 1 then '×' || abs(l.quantity) end as times) n
   where l.store_id = t.store_id and l.ticket_id = t.id and l.line <= 3) as pieces,
  (select coalesce(json_agg(json_build_object('tender', x.tender, 'amount', x.amount) order by x.tender), '[]')
   from ticket_tender x where x.store_id = t.store_id and x.ticket_id = t.id) as tenders`

export const findDayTickets = (db: Db, store: string, day: Day): Promise<TicketBrief[]> =>
  db.query<TicketBrief>(
    `select ${brief} from ticket t where t.store_id = $1 and t.day = $2 order by t.sold_at desc, t.number desc`,
    [store, day],
  )

/** Tickets of a store since a day, by number, external number, style, piece, name or pinyin of who is credited. */
export function findTickets(
  db: Db,
  store: string,
  typed: string,
  since: Day,
  limit: number,
): Promise<TicketBrief[]> {
  return db.query<TicketBrief>(
    `select ${brief} from ticket t
     where t.store_id = $1 and t.day >= $2 and (lower(t.number) like $3 or lower(t.external_key) like $3
       or exists (select from ticket_line l where l.store_id = t.store_id and l.ticket_id = t.id
         and (lower(l.style) like $3 or lower(l.name) like $3 or l.code = $5))
       or exists (select from ticket_credit c join person p on p.id = c.person_id
         where c.store_id = t.store_id and c.ticket_id = t.id and p.search like $3))
     order by t.sold_at desc, t.number desc limit $4`,
    [store, since, searchPattern(typed), limit, typed.trim()],
  )
}

export interface DayTotals {
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  readonly tagValue: Money
  readonly taggedNet: Money
  readonly returned: Money
  readonly traffic: number
  readonly tryOns: number
  readonly closed: boolean
}
export const findDayTotals = async (db: Db, store: string, day: Day): Promise<DayTotals> => {
  const row = await one<DayTotals>(
    db,
    `select net, sale_tickets as "saleTickets", units, tag_value as "tagValue", tagged_net as "taggedNet", returned, traffic,
       try_ons as "tryOns", closed from sales_store_day where store_id = $1 and day = $2`,
    [store, day],
  )
  return (
    row ??
    ({
      net: 0,
      saleTickets: 0,
      units: 0,
      tagValue: 0,
      taggedNet: 0,
      returned: 0,
      traffic: 0,
      tryOns: 0,
      closed: false,
    } as DayTotals)
  )
}

export interface LineSeen {
  readonly line: number
  readonly sku: string | null
  readonly style: string
  readonly name: string | null
  readonly nameEn: string | null
  readonly color: string | null
  readonly colorEn: string | null
  readonly size: string | null
  readonly swatch: string | null
  readonly picture: string | null
  readonly quantity: number
  readonly tagPrice: Money | null
  readonly net: Money
  readonly reason: string | null
  readonly returnsNumber: string | null
  readonly returnedQuantity: number
  readonly returnedNet: Money
}
export interface TicketSeen extends Omit<TicketBrief, 'credited' | 'pieces'> {
  readonly returned: Money
  readonly saleTickets: number
  readonly note: string | null
  readonly madeBy: string
  readonly recordedAt: string
  readonly externalKey: string | null
  readonly importFile: string | null
  readonly dayClosed: boolean
  readonly lines: readonly LineSeen[]
  readonly credits: readonly {
    readonly person: string
    readonly name: string
    readonly shareMillionths: number
    readonly net: Money
  }[]
  /** This ticket's story in order: what it reverses or takes back, itself, its returns, its reversal. */
  readonly chain: readonly {
    readonly id: string
    readonly number: string
    readonly day: Day
    readonly kind: TicketKind
    readonly net: Money
    readonly by: string
    readonly reason: string | null
  }[]
}

export const findTicket = (db: Db, store: string, id: string): Promise<TicketSeen | undefined> =>
  one<TicketSeen>(
    db,
    `select ${brief}, t.returned, t.sale_tickets as "saleTickets", t.note, t.recorded_at as "recordedAt", t.external_key as "externalKey",
       (select p.name from person p where p.id = t.made_by) as "madeBy",
       (select i.file_name from import i where i.id = t.import_id) as "importFile",
       exists (select from day_closure c where c.store_id = t.store_id and c.day = t.day) as "dayClosed",
       (select coalesce(json_agg(json_build_object('line', l.line, 'sku', l.sku_id, 'style', l.style, 'name', l.name, 'nameEn', y.name_en, 'color', l.color,
          'colorEn', k.color_en, 'size', l.size, 'swatch', k.swatch, 'picture', y.picture, 'quantity', l.quantity, 'tagPrice', l.tag_price, 'net', l.net,
          'reason', l.discount_reason,
          'returnsNumber', (select o.number from ticket o where o.store_id = l.store_id and o.id = l.returns_ticket),
          'returnedQuantity', back.quantity, 'returnedNet', back.net) order by l.line), '[]')
        from ticket_line l left join sku k on k.id = l.sku_id left join style y on y.id = k.style_id, lateral (
          select -coalesce(sum(r.quantity), 0) as quantity, -coalesce(sum(r.net), 0) as net from ticket_line r
          where r.store_id = l.store_id and r.returns_ticket = l.ticket_id and r.returns_line = l.line) back
        where l.store_id = t.store_id and l.ticket_id = t.id) as lines,
       (select coalesce(json_agg(json_build_object('person', c.person_id, 'name', p.name, 'shareMillionths', c.share_millionths,
          'net', c.net) order by c.share_millionths desc, p.pinyin), '[]')
        from ticket_credit c join person p on p.id = c.person_id where c.store_id = t.store_id and c.ticket_id = t.id) as credits,
       (select coalesce(json_agg(json_build_object('id', o.id, 'number', o.number, 'day', o.day, 'kind', o.kind, 'net', o.net,
          'by', p.name, 'reason', o.reason) order by o.recorded_at, o.number), '[]')
        from ticket o left join person p on p.id = o.made_by where o.store_id = t.store_id and (
          o.id = t.id or o.id = t.reverses or o.reverses = t.id
          or o.id in (select l.returns_ticket from ticket_line l where l.store_id = t.store_id and l.ticket_id = t.id)
          or o.id in (select l.ticket_id from ticket_line l where l.store_id = t.store_id and l.returns_ticket = t.id))) as chain
     from ticket t where t.store_id = $1 and t.id = $2`,
    [store, id],
  )

export interface Counter {
  readonly store: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly nameEn: string | null
    readonly kind: StoreKind
    readonly timeZone: string
    readonly opensAt: string
    readonly closesAt: string
  }
  readonly closed: boolean
  /** Who may be credited today, in the order of pinyin. */
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly jobNumber: string
    readonly search: string
  }[]
  /** The signed-in person's own day: target (null while none is set) and sales so far. */
  readonly mine: { readonly target: Money | null; readonly net: Money }
}

/** What the ticket page starts from, in one statement. */
export const findCounter = (db: Db, store: string, day: Day, person: string): Promise<Counter | undefined> =>
  one<Counter>(
    db,
    `select json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'nameEn', s.name_en, 'kind', s.kind, 'timeZone', s.time_zone, 'opensAt', left(s.opens_at::text, 5), 'closesAt', left(s.closes_at::text, 5)) as store,
       exists (select from day_closure c where c.store_id = s.id and c.day = $2) as closed,
       (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'jobNumber', p.job_number, 'search', p.search)
          order by p.pinyin, p.job_number), '[]')
        from person p where exists (select from appointment a where a.person_id = p.id and a.store_id = s.id
          and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2))) as people,
       json_build_object(
         'target', (select t.amount from person_day_target t where t.store_id = s.id and t.day = $2 and t.person_id = $3),
         'net', coalesce((select d.net from sales_person_day d where d.store_id = s.id and d.day = $2 and d.person_id = $3), 0)) as mine
     from store s where s.id = $1`,
    [store, day, person],
  )

export interface HourCount {
  readonly hour: number
  readonly traffic: number
  readonly tryOns: number
  readonly saleTickets: number
}
export const findHours = (db: Db, store: string, day: Day): Promise<HourCount[]> =>
  db.query<HourCount>(
    `select hour, traffic, try_ons as "tryOns", sale_tickets as "saleTickets" from sales_store_hour
     where store_id = $1 and day = $2 order by hour`,
    [store, day],
  )

export interface CountEntry {
  readonly id: string
  readonly hour: number
  readonly traffic: number
  readonly tryOns: number
  readonly by: string | null
  readonly at: string
}
export const findCountEntries = (db: Db, store: string, day: Day): Promise<CountEntry[]> =>
  db.query<CountEntry>(
    `select c.id, c.hour, c.traffic, c.try_ons as "tryOns", p.name as by, c.at from traffic_count c left join person p on p.id = c.made_by
     where c.store_id = $1 and c.day = $2 order by c.at desc, c.id limit 200`,
    [store, day],
  )
