import { calendarAhead, dueOf, isWorkingDay } from '../business/cash/deposit-rules.ts'
import { matchEntries } from '../business/cash/match-rules.ts'
import { countEntries, entry, floatEntries, linesOf, toSafe } from '../business/cash/rules.ts'
import { type Entry, type StatementTender, statementTenders } from '../business/cash/shape.ts'
import { listCalendarDays } from '../business/organization/calendar/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day, daysThrough } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import { cents, type Money, zero } from '../platform/kinds/money.ts'
import type { Acts } from './acts.ts'
import * as rows from './cash-tables.ts'
import type { Chain, DemoStore } from './chain.ts'
import { closedOn } from './demand.ts'
import { instant } from './moments.ts'
import {
  countOf,
  DemoTill,
  floatOf,
  habitOf,
  isCounted,
  piecesOf,
  slipOf,
  staysAway,
  takingsBetween,
  tillDays,
} from './till.ts'
import { insertAll, withoutReferenceChecks } from './write.ts'

/** Where each till stands when its people go on by themselves. */
export interface Tills {
  readonly of: ReadonlyMap<string, DemoTill>
  readonly isWorking: (day: Day) => boolean
}
const terms = { workingDays: 1, payInBy: '16:00', weekends: false, tolerance: cents(1_000) }

/** Weeks of counted tills, deposits and their statement, written as they would stand in the books. */
export async function makeCashHistory(
  database: Database,
  acts: Acts,
  chain: Chain,
  at: { readonly today: Day; readonly days: number; readonly until: number },
): Promise<Tills> {
  const { today, until } = at
  const first = addDays(today, -Math.min(tillDays, at.days))
  const last = addDays(today, -until - 1)
  const taken = await takingsBetween(database, first, today)
  const marked = new Map(
    (await listCalendarDays(database, first, addDays(today, calendarAhead))).map((c) => [c.day, c.kind]),
  )
  const isWorking = (day: Day) => isWorkingDay(day, marked)
  const books = chain.stores.map((store) => {
    const begun = store.openedOn > first ? store.openedOn : first
    const till = new DemoTill(floatOf(store), taken.get(store.id) ?? [])
    const book = new Book(store, acts, till, (day) => dueOf(day, terms, marked, 'Asia/Shanghai'))
    book.begin(begun)
    for (const day of daysThrough(begun, last)) {
      const back = daysBack(today, day)
      if (closedOn(store, day, today)) continue
      if (isWorking(day) && !staysAway(store, back)) book.payIn(day)
      book.count(day, back, isCounted(store, day, back, today))
    }
    return { book, begun }
  })
  await database.transaction(async (db) => {
    await withoutReferenceChecks(db)
    for (const { book, begun } of books)
      await db.query(
        'insert into cash_till (store_id, begun_on, float, last_seq, head) values ($1, $2, $3, $4, $5)',
        [book.store.id, begun, book.till.float, book.entries.length, `\\x${book.head.toString('hex')}`],
      )
    const all = books.map((b) => b.book)
    const counts = all.flatMap((b) => b.counts)
    const whys = all.flatMap((b) => b.whys)
    const deposits = all.flatMap((b) => b.deposits)
    await insertAll(
      db,
      rows.entryRows,
      all.flatMap((b) => b.entries),
    )
    await insertAll(db, rows.countRows, counts)
    await insertAll(
      db,
      rows.countLineRows,
      counts.flatMap((c) => c.lines.map((part) => ({ ...c, part }))),
    )
    await insertAll(
      db,
      rows.pieceRows,
      counts.flatMap((c) => c.pieces.map((part) => ({ ...c, part }))),
    )
    await insertAll(db, rows.whyRows, whys)
    await insertAll(
      db,
      rows.closingRows,
      whys.filter((w) => w.closing),
    )
    await insertAll(db, rows.depositRows, deposits)
    await insertAll(
      db,
      rows.depositDayRows,
      deposits.flatMap((d) => d.days.map((of) => ({ ...d, of }))),
    )
    const [statement, finance, when] = [newId(), acts.holder('finance'), instant(addDays(last, 1), 9 * 60)]
    await db.query('insert into cash_statement (id, name, by, at) values ($1, $2, $3, $4)', [
      statement,
      `银行流水 ${first.slice(0, 7)}`,
      finance,
      when.toISOString(),
    ])
    const lines = all.flatMap((b) => b.lines)
    await insertAll(db, rows.lineRows(statement), lines)
    await insertAll(db, rows.matchRows(when), lines)
  })
  return { of: new Map(books.map(({ book }) => [book.store.id, book.till])), isWorking }
}

const isOnStatements = (tender: string): tender is StatementTender =>
  (statementTenders as readonly string[]).includes(tender)
const daysBack = (today: Day, day: Day): number => daysThrough(day, today).length - 1

/** One store's cash books as they are written through the weeks. */
class Book {
  readonly entries: rows.DemoEntry[] = []
  readonly counts: rows.DemoCount[] = []
  readonly whys: rows.DemoWhy[] = []
  readonly deposits: rows.DemoDeposit[] = []
  readonly lines: rows.DemoLine[] = []
  head: Buffer = Buffer.alloc(0)
  private owed: rows.DemoCount[] = []
  private readonly manager: string
  private readonly finance: string

  constructor(
    readonly store: DemoStore,
    acts: Acts,
    readonly till: DemoTill,
    private readonly dueOn: (day: Day) => { day: Day; at: Date },
  ) {
    this.manager = acts.holder('storeManager', { store: store.id })
    this.finance = acts.holder('finance')
  }

  begin(day: Day): void {
    this.enter(
      floatEntries(day, zero, this.till.float, 'company'),
      newId(),
      this.manager,
      instant(day, 9 * 60),
    )
  }

  count(day: Day, back: number, isMade: boolean): void {
    const { entered, expected } = this.till.evening(day)
    if (!isMade) return
    const [id, by, at] = [newId(), this.manager, instant(day, 22 * 60 + 4)]
    const { variance, why, words } = habitOf(this.store, day, back)
    const counted = countOf(expected, variance)
    const lines = linesOf(expected, counted)
    const cash = counted.get('cash') ?? zero
    const takings = entered.flatMap((t) => entry('takings', t.day, t.tender, ['sales', 'till'], t.amount))
    this.enter([...takings, ...countEntries(day, lines, this.till.float)], id, by, at)
    const moved = toSafe(cash, this.till.float)
    const pieces = piecesOf(cash)
    const due = this.dueOn(day)
    const count = {
      store: this.store.id,
      id,
      day,
      moved,
      due,
      by,
      at,
      lines,
      pieces,
      lastSeq: this.entries.length,
    }
    this.counts.push(count)
    if (moved > 0) this.owed.push(count)
    this.till.counted(cash)
    for (const { tender, counted: amount } of lines)
      if (tender !== 'cash' && isOnStatements(tender) && amount > 0)
        this.seen(tender, day, amount, { reference: null, deposit: null, taken: day })
    const line = lines.find((l) => l.tender === 'cash')!
    if (line.counted !== line.expected) this.explain(count, cents(line.counted - line.expected), why, words)
  }

  /** A few yuan are closed with the explanation; what was over by much was closed by finance; one is still open. */
  private explain(count: rows.DemoCount, amount: Money, why: string, words: string | null): void {
    const isSmall = Math.abs(amount) <= terms.tolerance
    const [id, at] = [newId(), new Date(count.at.getTime() + 300_000)]
    const closing = isSmall
      ? { why: 'small', words: null, by: this.manager }
      : amount > 0
        ? { why: 'corrected', words: '顾客次日来电，已补开单', by: this.finance }
        : null
    this.whys.push({
      store: this.store.id,
      count: count.id,
      id,
      amount,
      why,
      words,
      by: this.manager,
      at,
      closing,
    })
    if (closing)
      this.enter(entry('closing', count.day, 'cash', ['company', 'difference'], amount), id, closing.by, at)
  }

  payIn(day: Day): void {
    if (this.owed.length === 0) return
    const amount = cents(this.owed.reduce((sum, c) => sum + c.moved, 0))
    const [id, at] = [newId(), instant(day, 10 * 60 + 40)]
    const slip = slipOf(this.store, day)
    this.deposits.push({ store: this.store.id, id, day, amount, slip, by: this.manager, at, days: this.owed })
    this.owed = []
    this.enter(entry('deposit', day, 'cash', ['safe', 'transit'], amount), id, this.manager, at)
    this.seen('cash', day, amount, { reference: slip, deposit: id, taken: null })
  }

  /** What a statement shows of it, matched. */
  private seen(
    tender: StatementTender,
    day: Day,
    amount: Money,
    of: Pick<rows.DemoLine, 'reference' | 'deposit' | 'taken'>,
  ): void {
    const match = newId()
    this.lines.push({ store: this.store.id, id: newId(), match, tender, day, amount, ...of })
    this.enter(matchEntries(day, tender, amount, amount), match, this.finance, instant(day, 23 * 60 + 30))
  }

  private enter(entries: readonly Entry[], cause: string, by: string, at: Date): void {
    for (const e of entries) {
      const next = { ...e, store: this.store.id, seq: this.entries.length + 1, cause, by, at }
      this.head = rows.hashEntry(this.head, next)
      this.entries.push({ ...next, hash: this.head })
    }
  }
}
