import type { Database } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type BookedTicket, bookTickets, Crossed, writeConditions } from './booking-tables.ts'
import type { DayTotal } from './day-file.ts'
import { type Holder, stayHolder } from './lease.ts'
import { type FileTicket, instantAt } from './rules/ticket.ts'
import type { KnownStore } from './stores-in-file.ts'

/** A batch that met another writer is tried again; what is known by then is left out. */
export async function again(work: () => Promise<unknown>): Promise<void> {
  for (let left = 4; ; left -= 1) {
    try {
      await work()
      return
    } catch (fault) {
      if (!(fault instanceof Crossed) || left === 0) throw fault
    }
  }
}

export function bookedTicket(
  t: FileTicket,
  store: KnownStore,
  people: ReadonlyMap<string, string>,
): BookedTicket {
  const shift = t.nextDay ? 1440 : 0
  return {
    store: store.id,
    id: newId(),
    day: t.day,
    soldAt: instantAt(t.day, (t.minutes ?? 720) + shift, store.timeZone).toISOString(),
    hour: t.minutes === undefined ? null : Math.floor(t.minutes / 60),
    number: t.number,
    kind: t.kind,
    net: t.net,
    tagValue: t.tagValue,
    taggedNet: t.taggedNet,
    units: t.units,
    returned: t.returned,
    saleTickets: t.saleTickets,
    key: t.key,
    note: t.customer === '' ? null : `顾客 customer: ${t.customer}`,
    lines: t.lines.map((l) => ({
      style: l.style,
      name: l.name || null,
      color: l.color || null,
      size: l.size || null,
      code: l.code || null,
      quantity: l.quantity,
      tagPrice: l.tagPrice ?? null,
      net: l.net,
    })),
    credits: creditsIn(t, people),
    tenders: t.tenders,
    traffic: 0,
    tryOns: 0,
  }
}

/** A ticket with an associate whom nobody has filed counts for the store alone: others do not earn what is his. */
function creditsIn(t: FileTicket, people: ReadonlyMap<string, string>): BookedTicket['credits'] {
  const credits = new Map<string, { person: string; shareMillionths: number; net: number }>()
  for (const c of t.credits) {
    const person = people.get(c.associate)
    if (person === undefined) return []
    const has = credits.get(person)
    credits.set(person, {
      person,
      shareMillionths: c.shareMillionths + (has?.shareMillionths ?? 0),
      net: c.net + (has?.net ?? 0),
    })
  }
  return [...credits.values()]
}

export async function bookDays(
  database: Database,
  input: { readonly held: Holder; readonly by: string },
  stores: ReadonlyMap<string, KnownStore>,
  all: readonly DayTotal[],
): Promise<void> {
  const trading = all.filter((d) => d.open || d.net !== 0 || (d.tickets ?? 0) !== 0)
  const tickets = trading.map((d): BookedTicket => {
    const store = stores.get(d.store)!
    return {
      store: store.id,
      id: newId(),
      day: d.day,
      soldAt: instantAt(d.day, 720, store.timeZone).toISOString(),
      hour: null,
      number: `日计 ${d.day}`,
      kind: 'dayTotal',
      net: d.net,
      tagValue: 0,
      taggedNet: 0,
      units: d.units ?? 0,
      returned: 0,
      saleTickets: d.tickets ?? 0,
      key: `day:${d.day}`,
      note: null,
      lines: [],
      credits: [],
      tenders: [],
      traffic: d.traffic ?? 0,
      tryOns: d.tryOns ?? 0,
    }
  })
  await again(() =>
    database.transaction(async (db) => {
      await stayHolder(db, input.held)
      if (tickets.length > 0) await bookTickets(db, input.held.import, input.by, tickets)
      await writeConditions(
        db,
        input.held.import,
        all.map((d) => ({
          store: stores.get(d.store)!.id,
          day: d.day,
          open: d.open,
          promotion: d.promotion,
          publicHoliday: d.publicHoliday,
          schoolHoliday: d.schoolHoliday,
        })),
      )
    }),
  )
}

/**
 * Collects until there is enough for one transaction, and writes it while the next is collected: reading and booking
 * overlap, one write at a time and in the order of the file.
 */
export class Batch<T> {
  private waiting: T[] = []
  private weight = 0
  private writing: Promise<unknown> = Promise.resolve()
  constructor(
    private readonly most: number,
    private readonly write: (all: readonly T[]) => Promise<unknown>,
    private readonly weigh: (one: T) => number = () => 1,
    private readonly heaviest = Number.POSITIVE_INFINITY,
  ) {}
  /** Waits only where the write before is not done yet, which then tells its fault. */
  add(one: T): Promise<void> | undefined {
    this.waiting.push(one)
    this.weight += this.weigh(one)
    return this.waiting.length >= this.most || this.weight >= this.heaviest ? this.begin() : undefined
  }
  /** Everything is written, or a fault is thrown. */
  async flush(): Promise<void> {
    await this.begin()
    await this.writing
  }
  private async begin(): Promise<void> {
    const all = this.waiting
    this.waiting = []
    this.weight = 0
    await this.writing
    if (all.length === 0) return
    this.writing = this.write(all)
    // Its fault is thrown where it is waited for, not beside everything.
    this.writing.catch(() => undefined)
  }
}
