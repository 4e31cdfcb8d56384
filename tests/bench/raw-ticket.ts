import { createHash } from 'node:crypto'
import pg from 'pg'
import { newId } from '../../platform/kinds/id.ts'

/** Whose tickets are written: one store and its manager a client. */
export interface Seat {
  readonly store: string
  readonly person: string
}
const day = (): string => new Date().toISOString().slice(0, 10)

/**
 * The rows that a ticket of two lines leaves, written by hand in seven round trips: begin, ticket, lines, money, totals,
 * the trail, commit. No question of who may, of what was sold, of whether the day is open: the least that a database does.
 */
export class RawTickets {
  readonly #clients: pg.Client[] = []
  #n = 0
  private constructor(private readonly seats: readonly Seat[]) {}

  static async open(url: string, seats: readonly Seat[]): Promise<RawTickets> {
    const raw = new RawTickets(seats)
    for (const _ of seats) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      raw.#clients.push(client)
    }
    return raw
  }

  async write(client: number): Promise<void> {
    const db = this.#clients[client]!
    const { store, person } = this.seats[client]!
    const id = newId()
    const on = day()
    const n = ++this.#n
    const run = (name: string, text: string, values: unknown[]) => db.query({ name, text, values })
    await db.query('begin')
    await run(
      'ticket',
      `insert into ticket (store_id, id, day, sold_at, hour, number, kind, net, sale_tickets, units, tag_value, tagged_net, returned, made_by, source)
       values ($1, $2, $3, now(), 12, $4, 'sale', 30000, 1, 2, 0, 0, 0, $5, 'phone')`,
      [store, id, on, `raw-${n}-${id}`, person],
    )
    await run(
      'lines',
      `insert into ticket_line (store_id, ticket_id, line, style, name, quantity, net)
       values ($1, $2, 1, 'T-1', '试', 1, 10000), ($1, $2, 2, 'T-2', '试', 1, 20000)`,
      [store, id],
    )
    await run(
      'money',
      `with credit as (insert into ticket_credit (store_id, ticket_id, person_id, share_millionths, net) values ($1, $2, $3, 1000000, 30000))
       insert into ticket_tender (store_id, ticket_id, tender, amount) values ($1, $2, 'cash', 30000)`,
      [store, id, person],
    )
    await run(
      'totals',
      `with month as (insert into sales_store_month as m (store_id, month, net, sale_tickets, units) values ($1, left($2::date::text, 7), 30000, 1, 2)
         on conflict (store_id, month) do update set net = m.net + excluded.net, sale_tickets = m.sale_tickets + 1, units = m.units + 2),
       day as (insert into sales_store_day as d (store_id, day, net, sale_tickets, units, last_number) values ($1, $2::date, 30000, 1, 2, 1)
         on conflict (store_id, day) do update set net = d.net + excluded.net, sale_tickets = d.sale_tickets + 1, units = d.units + 2, last_number = d.last_number + 1),
       hour as (insert into sales_store_hour as h (store_id, day, hour, net, sale_tickets, units) values ($1, $2::date, 12, 30000, 1, 2)
         on conflict (store_id, day, hour) do update set net = h.net + excluded.net, sale_tickets = h.sale_tickets + 1, units = h.units + 2),
       person as (insert into sales_person_day as p (store_id, day, person_id, net, sale_ticket_millionths, unit_millionths) values ($1, $2::date, $3, 30000, 1000000, 2000000)
         on conflict (store_id, day, person_id) do update set net = p.net + excluded.net, sale_ticket_millionths = p.sale_ticket_millionths + 1000000, unit_millionths = p.unit_millionths + 2000000)
       insert into sales_style_day as s (store_id, day, style, color, net, units) values ($1, $2::date, 'T-1', '', 10000, 1), ($1, $2::date, 'T-2', '', 20000, 1)
         on conflict (store_id, day, style, color) do update set net = s.net + excluded.net, units = s.units + 1`,
      [store, on, person],
    )
    await run(
      'trail',
      `with head as (insert into audit_head as h (store_id, seq, previous, hash) values ($1, 1, $3, $3)
         on conflict (store_id) do update set seq = h.seq + 1, previous = h.hash, hash = excluded.hash returning seq, previous, hash),
       key as (insert into idempotency_key (actor_id, key, action, body_hash, answer) values ($2, $4, 'sales.ticket', $5, '{}'))
       insert into audit_line (store_id, seq, at, day, actor_id, device, action, record, detail, previous, hash)
       select $1, seq, now(), current_date, $2, 'bench', 'sales.ticket', $6, '{}', previous, hash from head`,
      [store, person, createHash('sha256').update(id).digest(), id, id.replaceAll('-', ''), id],
    )
    await db.query('commit')
  }

  async close(): Promise<void> {
    for (const client of this.#clients) await client.end()
  }
}
