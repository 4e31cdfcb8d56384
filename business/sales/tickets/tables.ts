import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Original, Reversible, StoreFacts } from './rules.ts'
import type { Credit, Paid, Ticket, TicketKind, TicketLine, TicketSource } from './shape.ts'
import type { TicketFacts } from './ticket-rules.ts'

const storeColumns = (
  since: string,
): string => `s.code, s.time_zone as "timeZone", s.cut_off_minutes as "cutOffMinutes",
  s.opened_on as "openedOn", s.closed_on as "closedOn",
  (select coalesce(json_agg(c.day), '[]') from day_closure c where c.store_id = s.id and c.day >= ${since}::date) as "closedDays"`

const skuJson = (
  where: string,
): string => `(select coalesce(json_agg(json_build_object('id', k.id, 'style', y.code, 'name', y.name,
    'color', k.color, 'size', k.size, 'barcode', k.barcode, 'prices',
    (select coalesce(json_agg(json_build_object('fromDay', p.from_day, 'tagPrice', p.tag_price)), '[]')
     from style_price p where p.style_id = y.id))), '[]')
  from sku k join style y on y.id = k.style_id where ${where})`

const staffJson = (
  where: string,
): string => `(select coalesce(json_agg(json_build_object('person', a.person_id,
    'jobNumber', e.job_number, 'from', a.from_day, 'to', a.to_day)), '[]')
  from appointment a join person e on e.id = a.person_id where a.store_id = s.id and ${where})`

/** The store as a ticket needs it, with its days closed since `since`. */
export const findStore = (db: Db, store: string, since: Day): Promise<StoreFacts | undefined> =>
  one<StoreFacts>(db, `select ${storeColumns('$2')} from store s where s.id = $1`, [store, since])

/** All that is asked before a ticket is decided, in one round trip; `known` where its id is there already. */
export async function findForTicket(
  db: Db,
  asked: { store: string; since: Day; id: string; skus: readonly string[]; people: readonly string[] },
): Promise<(TicketFacts & { known: KnownTicket | null }) | undefined> {
  const row = await one<StoreFacts & Omit<TicketFacts, 'store'> & { known: KnownTicket | null }>(
    db,
    `select ${storeColumns('$2')}, ${skuJson('k.id = any($3::uuid[])')} as skus, ${staffJson('a.person_id = any($4::uuid[])')} as staff,
       (select json_build_object('id', t.id, 'number', t.number, 'day', t.day, 'net', t.net) from ticket t
        where t.store_id = s.id and t.id = $5) as known
     from store s where s.id = $1`,
    [asked.store, asked.since, asked.skus, asked.people, asked.id],
  )
  if (!row) return undefined
  const { skus, staff, known, ...store } = row
  return { store, skus, staff, known }
}
export interface KnownTicket {
  readonly id: string
  readonly number: string
  readonly day: Day
  readonly net: Money
}

/** The same for a till's batch: SKUs by barcode, associates by job number, its keys that are known already. */
export async function findForTill(
  db: Db,
  asked: {
    store: string
    since: Day
    barcodes: readonly string[]
    jobNumbers: readonly string[]
    keys: readonly string[]
  },
): Promise<(TicketFacts & { known: readonly KnownKey[] }) | undefined> {
  const row = await one<StoreFacts & Omit<TicketFacts, 'store'> & { known: KnownKey[] }>(
    db,
    `select ${storeColumns('$2')}, ${skuJson('k.barcode = any($3::text[])')} as skus,
       ${staffJson('e.job_number = any($4::text[])')} as staff,
       (select coalesce(json_agg(json_build_object('key', t.external_key, 'id', t.id, 'number', t.number, 'day', t.day,
          'net', t.net)), '[]')
        from ticket t where t.store_id = s.id and t.external_key = any($5::text[])) as known
     from store s where s.id = $1`,
    [asked.store, asked.since, asked.barcodes, asked.jobNumbers, asked.keys],
  )
  if (!row) return undefined
  const { skus, staff, known, ...store } = row
  return { store, skus, staff, known }
}
export type KnownKey = KnownTicket & { readonly key: string }

export async function findStoreByCode(db: Db, code: string): Promise<string | undefined> {
  return (await one<{ id: string }>(db, 'select id from store where code = $1', [code]))?.id
}

const lineColumns = `l.line, l.sku_id as sku, l.style, l.name, l.color, l.size, l.code, l.quantity, l.tag_price as "tagPrice", l.net`

/** What came back of a ticket's lines: reversed returns count the other way, so the sums net by themselves. */
const returnedOf = `lateral (select -coalesce(sum(r.quantity), 0)::int as "returnedQuantity", -coalesce(sum(r.net), 0)::bigint as "returnedNet"
  from ticket_line r where r.store_id = l.store_id and r.returns_ticket = l.ticket_id and r.returns_line = l.line) back`

/**
 * The lines of earlier tickets with what came back of them. The tickets are locked until the transaction ends,
 * so that two people cannot take back the same piece.
 */
export async function findOriginals(db: Db, store: string, tickets: readonly string[]): Promise<Original[]> {
  if (tickets.length === 0) return []
  await lockTickets(db, store, tickets)
  const rows = await db.query<Original['line'] & Omit<Original, 'line'>>(
    `select t.id as ticket, t.number, exists (select from ticket v where v.store_id = t.store_id and v.reverses = t.id) as "isReversed",
       ${lineColumns}, back."returnedQuantity", back."returnedNet"
     from ticket t join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id, ${returnedOf}
     where t.store_id = $1 and t.id = any($2::uuid[]) and t.kind <> 'reversal'`,
    [store, tickets],
  )
  return rows.map(({ ticket, number, isReversed, returnedQuantity, returnedNet, ...line }) => ({
    ticket,
    number,
    isReversed,
    returnedQuantity,
    returnedNet,
    line,
  }))
}

const lockTickets = (db: Db, store: string, tickets: readonly string[]): Promise<unknown> =>
  db.query('select 1 from ticket where store_id = $1 and id = any($2::uuid[]) order by id for update', [
    store,
    tickets,
  ])

interface TicketRow {
  id: string
  day: Day
  soldAt: string
  hour: number | null
  number: string
  kind: TicketKind
  net: Money
  tagValue: Money
  taggedNet: Money
  units: number
  returned: Money
  saleTickets: number
  customer: string | null
  madeBy: string
  source: TicketSource
  externalKey: string | null
  reverses: string | null
  reason: string | null
  note: string | null
  recordedAt: string
  reversedBy: string | null
  returnedPieces: number
}

/** A whole ticket to be turned round, locked; undefined when it is not there. */
export async function findReversible(db: Db, store: string, id: string): Promise<Reversible | undefined> {
  await lockTickets(db, store, [id])
  const row = await one<TicketRow & { lines: TicketLine[]; credits: Credit[]; tenders: Paid[] }>(
    db,
    `select t.id, t.day, t.sold_at as "soldAt", t.hour, t.number, t.kind, t.net, t.tag_value as "tagValue", t.tagged_net as "taggedNet",
       t.units, t.returned, t.sale_tickets as "saleTickets", t.customer_id as customer, t.made_by as "madeBy", t.source,
       t.external_key as "externalKey", t.reverses, t.reason, t.note, t.recorded_at as "recordedAt",
       (select v.number from ticket v where v.store_id = t.store_id and v.reverses = t.id) as "reversedBy",
       (select -coalesce(sum(r.quantity), 0)::int from ticket_line r where r.store_id = t.store_id and r.returns_ticket = t.id) as "returnedPieces",
       (select coalesce(json_agg(json_build_object('line', l.line, 'sku', l.sku_id, 'style', l.style, 'name', l.name, 'color', l.color,
          'size', l.size, 'code', l.code, 'quantity', l.quantity, 'tagPrice', l.tag_price, 'net', l.net, 'reason', l.discount_reason,
          'returnsTicket', l.returns_ticket, 'returnsLine', l.returns_line) order by l.line), '[]')
        from ticket_line l where l.store_id = t.store_id and l.ticket_id = t.id) as lines,
       (select coalesce(json_agg(json_build_object('person', c.person_id, 'shareMillionths', c.share_millionths, 'net', c.net)
          order by c.person_id), '[]') from ticket_credit c where c.store_id = t.store_id and c.ticket_id = t.id) as credits,
       (select coalesce(json_agg(json_build_object('tender', p.tender, 'amount', p.amount) order by p.tender), '[]')
        from ticket_tender p where p.store_id = t.store_id and p.ticket_id = t.id) as tenders
     from ticket t where t.store_id = $1 and t.id = $2`,
    [store, id],
  )
  if (!row) return undefined
  const { number, recordedAt, reversedBy, returnedPieces, soldAt, ...rest } = row
  const ticket: Ticket = { ...rest, store, soldAt: new Date(soldAt), numbered: '', seen: null }
  return { ticket, number, recordedAt: new Date(recordedAt), reversedBy, returnedPieces }
}

/** A ticket that is there already under this id. */
export const findKnown = (db: Db, store: string, id: string): Promise<KnownTicket | undefined> =>
  one<KnownTicket>(db, 'select id, number, day, net from ticket where store_id = $1 and id = $2', [store, id])

export async function findHourCounts(
  db: Db,
  store: string,
  day: Day,
  hour: number,
): Promise<{ traffic: number; tryOns: number }> {
  const row = await one<{ traffic: number; tryOns: number }>(
    db,
    'select traffic, try_ons as "tryOns" from sales_store_hour where store_id = $1 and day = $2 and hour = $3',
    [store, day, hour],
  )
  return row ?? { traffic: 0, tryOns: 0 }
}
