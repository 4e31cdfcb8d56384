import { denominations, toSafe } from '../business/cash/rules.ts'
import type { Tender } from '../business/sales/tickets/shape.ts'
import type { Db } from '../platform/database/database.ts'
import type { Day } from '../platform/kinds/day.ts'
import { cents, type Money } from '../platform/kinds/money.ts'
import type { DemoStore } from './chain.ts'
import { closedOn } from './demand.ts'
import { eveningOf } from './habits.ts'
import { hashOf, Random } from './random.ts'

/** So many days of the history have counted tills. */
export const tillDays = 30
/** Stores that take cash themselves keep so much in the till; where a mall collects there is none. */
export const floatOf = (store: DemoStore): Money => cents(store.kind === 'concession' ? 0 : 50_000)

export interface Taken {
  readonly day: Day
  readonly tender: Tender
  readonly amount: Money
}
/** What every store took on these days, by store. */
export async function takingsBetween(db: Db, from: Day, to: Day): Promise<Map<string, Taken[]>> {
  const rows = await db.query<Taken & { store: string }>(
    `select t.store_id as store, t.day, p.tender, sum(p.amount)::int8 as amount from ticket t
     join ticket_tender p on p.store_id = t.store_id and p.ticket_id = t.id
     where t.day between $1 and $2 group by 1, 2, 3 having sum(p.amount) <> 0 order by 1, 2, 3`,
    [from, to],
  )
  const byStore = new Map<string, Taken[]>()
  for (const { store, ...taken } of rows) byStore.set(store, [...(byStore.get(store) ?? []), taken])
  return byStore
}

export interface Habit {
  /** By how much the cash differs from what it should be, and why. */
  readonly variance: Money
  readonly why: string
  readonly words: string | null
}
/** How a count ends: nearly always exact, now and then a few yuan, twice something to talk about. */
export function habitOf(store: DemoStore, day: Day, back: number): Habit {
  const random = new Random(hashOf(`till:${store.code}:${day}`))
  const exact = { variance: cents(0), why: 'unknown', words: null }
  if (store.kind === 'concession') return exact
  if (store.code === 'SZ01' && back === 9)
    return { variance: cents(-12_000), why: 'wrongChange', words: '晚高峰两人同用一台收银机，找零对不上' }
  if (store.code === 'HZ02' && back === 14)
    return { variance: cents(20_000), why: 'ticketMissing', words: '有一单没开，顾客没留电话' }
  if (!random.chance(0.05)) return exact
  const yuan = random.whole(1, 9) * (random.chance(0.65) ? -1 : 1)
  return { variance: cents(yuan * 100), why: random.chance(0.7) ? 'wrongChange' : 'unknown', words: null }
}
/** Whether the evening's count is made; a forgotten one is taken in with the next. */
export const isCounted = (store: DemoStore, day: Day, back: number, today: Day): boolean =>
  day >= store.openedOn &&
  !closedOn(store, day, today) &&
  (eveningOf(store, day, back) !== 'forgotten' ||
    new Random(hashOf(`count:${store.code}:${day}`)).chance(0.6))
/** On which working days a store does not get to the bank. */
export const staysAway = (store: DemoStore, back: number): boolean =>
  (store.code === 'HF01' && back >= 3 && back <= 5) || (store.code === 'NJ02' && back <= 3)

/** A till as it goes on from one evening to the next. */
export class DemoTill {
  private waiting: Taken[] = []
  private inTill: Money
  constructor(
    readonly float: Money,
    private readonly taken: readonly Taken[],
  ) {
    this.inTill = float
  }

  /** What has been taken since the last count, and what each tender should therefore be. */
  evening(day: Day): { entered: readonly Taken[]; expected: ReadonlyMap<Tender, Money> } {
    this.waiting.push(...this.taken.filter((t) => t.day === day))
    const expected = new Map<Tender, Money>([['cash', this.inTill]])
    for (const { tender, amount } of this.waiting)
      expected.set(tender, cents((expected.get(tender) ?? 0) + amount))
    return { entered: this.waiting, expected }
  }
  counted(cash: Money): void {
    this.inTill = cents(cash - toSafe(cash, this.float))
    this.waiting = []
  }
}

/** What is handed in: each tender as expected, the cash with its habit's difference and never less than nothing. */
export function countOf(expected: ReadonlyMap<Tender, Money>, variance: Money): Map<Tender, Money> {
  const counted = new Map(expected)
  counted.set('cash', cents(Math.max(0, (expected.get('cash') ?? 0) + variance)))
  return counted
}
export function piecesOf(cash: Money): { value: number; pieces: number }[] {
  let left: number = cash
  return denominations('CNY').flatMap((value) => {
    const pieces = Math.floor(left / value)
    left -= pieces * value
    return pieces > 0 ? [{ value, pieces }] : []
  })
}
export const slipOf = (store: DemoStore, day: Day): string =>
  `JK${store.code}${day.slice(5).replace('-', '')}`
