import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '../../platform/kinds/day.ts'
import { cents, type Money, sum } from '../../platform/kinds/money.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { type Tender, tenders } from '../sales/tickets/shape.ts'
import { checkDeposit, dueOf } from './deposit-rules.ts'
import { matchAll, matchEntries, type Ours, type Theirs } from './match-rules.ts'
import {
  balanceOf,
  checkCount,
  countEntries,
  denominations,
  differenceOf,
  linesOf,
  takingsToEnter,
  toSafe,
  undone,
  worth,
} from './rules.ts'
import { type Entry, places, type StatementTender, statementTenders } from './shape.ts'
import { standingOf } from './standing-rules.ts'
import { readStatement } from './statement-rules.ts'

const day = '2026-11-23' as Day
const money = (least = -5_000_000, most = 5_000_000) =>
  fc.integer({ min: least, max: most }).map((n) => cents(n))
const perTender = (least: number) =>
  fc
    .dictionary(fc.constantFrom(...tenders), money(least))
    .map((d) => new Map(Object.entries(d) as [Tender, Money][]))

test('a pile of notes is worth the sum of its pieces, to the cent', () => {
  expect(
    worth([
      { value: 10_000, pieces: 3 },
      { value: 50, pieces: 1 },
      { value: 10, pieces: 4 },
    ]),
  ).toBe(30_090)
  fc.assert(
    fc.property(fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }), (counts) => {
      const pieces = denominations('CNY').map((value, i) => ({ value, pieces: counts[i]! }))
      expect(worth(pieces)).toBe(pieces.reduce((all, p) => all + p.value * p.pieces, 0))
    }),
  )
})

test('after a count the till holds what was left of its float, and of other tenders nothing', () => {
  fc.assert(
    fc.property(perTender(-5_000_000), perTender(0), money(0), (inTill, counted, float) => {
      const lines = linesOf(inTill, counted)
      const before: Entry[] = [...inTill].flatMap(([tender, amount]): Entry[] =>
        amount === 0
          ? []
          : amount > 0
            ? [{ kind: 'takings', day, tender, from: 'sales', to: 'till', amount }]
            : [{ kind: 'takings', day, tender, from: 'till', to: 'sales', amount: cents(-amount) }],
      )
      const all = [...before, ...countEntries(day, lines, float)]
      for (const tender of tenders) {
        const cash = counted.get('cash') ?? cents(0)
        expect(balanceOf(all, 'till', tender)).toBe(tender === 'cash' ? cents(cash - toSafe(cash, float)) : 0)
        const line = lines.find((l) => l.tender === tender)
        expect(balanceOf(all, 'difference', tender)).toBe(line ? cents(-differenceOf(line)) : 0)
        expect(sum(places.map((p) => balanceOf(all, p, tender)))).toBe(0)
      }
      expect(all.every((e) => e.amount > 0)).toBe(true)
    }),
  )
})

test('entered back, nothing is left of a count', () => {
  fc.assert(
    fc.property(perTender(-100), perTender(0), money(0), (inTill, counted, float) => {
      const entries = countEntries(day, linesOf(inTill, counted), float)
      const all = [...entries, ...undone(entries)]
      for (const tender of tenders) for (const place of places) expect(balanceOf(all, place, tender)).toBe(0)
    }),
  )
})

test('takings are entered up to what the tickets say, also where tickets were taken back since', () => {
  const taken = fc.array(
    fc.record({
      day: fc.nat(3).map((n) => addDays(day, n)),
      tender: fc.constantFrom(...tenders),
      amount: money(),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(taken, taken, (sold, entered) => {
      const entries = takingsToEnter(sold, entered)
      for (const tender of tenders) {
        const of = (list: typeof sold) => sum(list.filter((t) => t.tender === tender).map((t) => t.amount))
        expect(cents(of(entered) + balanceOf(entries, 'till', tender))).toBe(of(sold))
      }
    }),
  )
})

test('a day is counted once the till has begun, not ahead, not before a later one, and recounted on the version seen', () => {
  const till = { begunOn: addDays(day, -20), lastCounted: addDays(day, -1) }
  const first = { version: 1, isDeposited: false, isClosed: false, isMatched: false }
  const why = (...a: Parameters<typeof checkCount>) => checkCount(...a)?.refused
  expect(why(undefined, day, day, 0, undefined)).toBe('tillNotBegun')
  expect(why(till, addDays(day, 1), day, 0, undefined)).toBe('dayAhead')
  expect(why(till, addDays(day, -8), day, 0, undefined)).toBe('dayTooOld')
  expect(why(till, addDays(day, -2), day, 0, undefined)).toBe('laterDayCounted')
  expect(why(till, day, day, 0, undefined)).toBeUndefined()
  expect(why(till, day, day, 0, first)).toBe('changedMeanwhile')
  expect(why(till, day, day, 1, first)).toBeUndefined()
  expect(why(till, day, day, 1, { ...first, isDeposited: true })).toBe('alreadyDeposited')
  expect(why(till, day, day, 1, { ...first, isClosed: true })).toBe('alreadyClosed')
  expect(why(till, day, day, 1, { ...first, isMatched: true })).toBe('alreadyMatched')
})

const terms = { workingDays: 1, payInBy: '16:00', weekends: false, tolerance: cents(1_000) }
test('cash is due at four on the next working day: Friday’s on Monday, over a holiday after it, a worked Sunday counts', () => {
  const due = (d: string, marked: [Day, 'holiday' | 'makeUpWorkday'][] = [], more = {}) =>
    dueOf(d as Day, { ...terms, ...more }, new Map(marked), 'Asia/Shanghai')
  expect(due('2026-11-23').at.toISOString()).toBe('2026-11-24T08:00:00.000Z')
  expect(due('2026-11-27').day).toBe('2026-11-30')
  expect(due('2026-11-28').day).toBe('2026-11-30')
  expect(due('2026-11-27', [['2026-11-30' as Day, 'holiday']]).day).toBe('2026-12-01')
  expect(due('2026-11-27', [['2026-11-29' as Day, 'makeUpWorkday']]).day).toBe('2026-11-29')
  expect(due('2026-11-27', [], { weekends: true }).day).toBe('2026-11-28')
  expect(due('2026-11-27', [], { workingDays: 2 }).day).toBe('2026-12-01')
  expect(due('2026-11-27', [], { workingDays: 0 }).day).toBe('2026-11-27')
})

test('a deposit larger than the safe holds is refused, and says by how much; another amount needs its reason', () => {
  const owed = [1, 2].map((n) => ({ day: addDays(day, -n), amount: cents(50_000 * n), dueAt: '' }))
  const check = (amount: number, words: string | null, days = owed.map((o) => o.day)) =>
    checkDeposit(cents(120_000), owed, days, cents(amount), words)
  expect(check(150_000, null)).toMatchObject({ refused: 'safeTooSmall', facts: { lack: '¥300.00' } })
  expect(check(100_000, null)).toMatchObject({ refused: 'sayWhy' })
  expect(check(100_000, '留了零钱')).toMatchObject({ asked: 150_000 })
  expect(check(50_000, null, [addDays(day, -1)])).toMatchObject({ asked: 50_000 })
  expect(check(50_000, null, [addDays(day, -9)])).toMatchObject({ refused: 'dayNotOwed' })
})

const ours: fc.Arbitrary<Ours> = fc.record({
  store: fc.constantFrom<string>('a', 'b'),
  tender: fc.constantFrom<StatementTender>(...statementTenders),
  day: fc.nat(6).map((n) => addDays(day, n)),
  amount: fc.constantFrom(cents(10_000), cents(20_000), cents(30_000)),
  deposit: fc.constantFrom('x', null),
  slip: fc.constantFrom(null, 'A-1', 'a1', 'B2'),
})
const theirs = fc
  .record({
    store: fc.constantFrom<string>('a', 'b'),
    tender: fc.constantFrom<StatementTender>(...statementTenders),
    day: fc.nat(8).map((n) => addDays(day, n)),
    amount: fc.constantFrom(cents(10_000), cents(20_000), cents(30_000)),
    reference: fc.constantFrom(null, 'A1', 'B2'),
  })
  .map((l): Theirs => ({ ...l, id: '' }))
test('matched are only like and like, each once, whatever the order of the lines', () => {
  fc.assert(
    fc.property(fc.array(theirs, { maxLength: 15 }), fc.array(ours, { maxLength: 15 }), (lines, mine) => {
      const pairs = matchAll(lines, mine)
      expect(new Set(pairs.map((p) => p.line)).size).toBe(pairs.length)
      expect(new Set(pairs.map((p) => p.ours)).size).toBe(pairs.length)
      for (const { line, ours: o } of pairs) {
        expect([line.store, line.tender, line.amount]).toEqual([o.store, o.tender, o.amount])
        expect(daysBetween(o.day, line.day)).toBeGreaterThanOrEqual(-1)
        expect(daysBetween(o.day, line.day)).toBeLessThanOrEqual(5)
      }
      const same = new Set(pairs.map((p) => `${lines.indexOf(p.line)} ${mine.indexOf(p.ours)}`))
      const turned = matchAll([...lines].reverse(), [...mine].reverse())
      expect(new Set(turned.map((p) => `${lines.indexOf(p.line)} ${mine.indexOf(p.ours)}`))).toEqual(same)
    }),
  )
})

const one = (more: Partial<Ours> = {}): Ours => ({
  store: 'a',
  tender: 'cash',
  day,
  amount: cents(10_000),
  deposit: 'd',
  slip: 'A-1',
  ...more,
})
const line = (more: Partial<Theirs> = {}): Theirs => ({
  store: 'a',
  id: 'l',
  tender: 'cash',
  day,
  amount: cents(10_000),
  reference: null,
  ...more,
})
test('two alike on one day are left to a person, unless the slip number says which', () => {
  expect(matchAll([line()], [one(), one({ deposit: 'e', slip: 'B-2' })])).toEqual([])
  expect(matchAll([line({ reference: 'b 2' })], [one(), one({ deposit: 'e', slip: 'B-2' })])).toHaveLength(1)
  expect(
    matchAll([line({ day: addDays(day, 1) })], [one(), one({ day: addDays(day, -1) })])[0]?.ours.day,
  ).toBe(day)
})

test('what a match enters leaves nothing waiting, and what differs in the difference', () => {
  fc.assert(
    fc.property(
      money(1),
      money(1),
      fc.constantFrom<StatementTender>(...statementTenders),
      (mine, said, tender) => {
        const entries = matchEntries(day, tender, mine, said)
        const waiting = sum(
          (['transit', 'acquirer', 'mall'] as const).map((p) => balanceOf(entries, p, tender)),
        )
        expect(waiting).toBe(-mine)
        expect(balanceOf(entries, 'bank', tender)).toBe(said)
        expect(balanceOf(entries, 'difference', tender)).toBe(cents(mine - said))
      },
    ),
  )
})

test('a pasted statement is read with its columns in any order and either language; bad rows are named', () => {
  const zh = readStatement(
    '交易日\t门店\t渠道\t入账金额\t流水号\n2026/11/3\tHZ01\t微信支付\t1,234.50\tW88\n昨天\tHZ01\t微信\t5\t\n',
  )!
  expect(zh.rows).toEqual([
    { row: 2, store: 'HZ01', tender: 'wechat', day: '2026-11-03', amount: 123_450, reference: 'W88' },
  ])
  expect(zh.rejected).toEqual([{ row: 3, why: 'rowDay', text: '昨天 HZ01 微信 5 ' }])
  const en = readStatement('Store,Date,Amount,Slip\n"Hangzhou, 1",20261103,88.00,A-1\nHZ01,2026-11-04,-3,\n')!
  expect(en.rows[0]).toMatchObject({ store: 'Hangzhou, 1', tender: 'cash', amount: 8_800, reference: 'A-1' })
  expect(en.rejected[0]?.why).toBe('rowAmount')
  expect(readStatement('a,b\n1,2')).toBeUndefined()
})

test('a day shows whether it is counted and paid in, and when that was late', () => {
  const at = {
    begunOn: '2026-11-20' as Day,
    isClosed: false,
    today: day,
    now: new Date('2026-11-23T10:00:00Z'),
  }
  const counted = { cash: cents(1), over: cents(0), short: cents(0), unexplained: 0, moved: cents(1) }
  const dueAt = '2026-11-23T08:00:00.000Z'
  const deposit = (paidAt: string | null, due = dueAt) =>
    standingOf(day, { ...counted, dueAt: due, paidAt }, at).deposit
  expect(deposit('2026-11-23T08:00:00.000Z')).toBe('made')
  expect(deposit('2026-11-23T08:00:01.000Z')).toBe('madeLate')
  expect(deposit(null)).toBe('late')
  expect(deposit(null, '2026-11-24T08:00:00.000Z')).toBe('owed')
  expect(standingOf(day, undefined, at).state).toBe('open')
  expect(standingOf(addDays(day, -1), undefined, at).state).toBe('notCounted')
  expect(standingOf(addDays(day, -9), undefined, at).state).toBe('notBegun')
  expect(isRefusal(standingOf(day, undefined, at))).toBe(false)
})
