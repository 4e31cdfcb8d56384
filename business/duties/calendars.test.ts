import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysThrough, fromDayNumber } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { dueOn, type Occurrence, occurrencesOn } from './rules.ts'
import type { Clause, Due, Place } from './shape.ts'

/** A random calendar of one seat: who held it when, and which days it was shut. */
interface Calendar {
  readonly from: Day
  readonly days: number
  readonly place: Place
  readonly holdings: readonly { person: string; start: number; length: number }[]
  readonly closed: ReadonlySet<number>
}
const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Pacific/Auckland', 'Pacific/Honolulu']
const calendars: fc.Arbitrary<Calendar> = fc.record({
  from: fc.integer({ min: 20_100, max: 21_500 }).map(fromDayNumber),
  days: fc.integer({ min: 1, max: 100 }),
  place: fc.record({
    store: fc.constant('s'),
    seat: fc.constant('s'),
    timeZone: fc.constantFrom(...zones),
    cutOffMinutes: fc.constantFrom(0, 180, 360),
    opensAt: fc.constantFrom('08:00', '10:00'),
    closesAt: fc.constantFrom('18:00', '22:00', '00:30', '02:00'),
  }),
  holdings: fc.array(
    fc.record({
      person: fc.constantFrom('ann', 'bob', 'cai'),
      start: fc.integer({ min: -20, max: 100 }),
      length: fc.integer({ min: 1, max: 80 }),
    }),
    { maxLength: 4 },
  ),
  closed: fc.uniqueArray(fc.nat(99), { maxLength: 20 }).map((days) => new Set(days)),
})
const clauses: readonly Clause[] = catalogue.map((duty) => ({ ...duty, duty: duty.id }))
const anyClause = fc.constantFrom(...clauses)

const holdersOn = (c: Calendar, n: number): string[] => [
  ...new Set(c.holdings.filter((h) => h.start <= n && n < h.start + h.length).map((h) => h.person)),
]
const keyOf = (d: Due): string => `${d.duty} ${d.holder} ${d.period}`
type Asking = (n: number) => { openingOnly: boolean; among?: ReadonlySet<string> }

/** Day by day, as generation goes, with an instance kept once by its key. */
function generated(clause: Clause, c: Calendar, asking: Asking): Map<string, Due> {
  const kept = new Map<string, Due>()
  for (let n = 0; n < c.days; n++)
    for (const due of dueOn(clause, c.place, addDays(c.from, n), {
      closed: c.closed.has(n),
      holders: holdersOn(c, n),
      ...asking(n),
    }))
      if (!kept.has(keyOf(due))) kept.set(keyOf(due), due)
  return kept
}

test('making only what opens, and more where a holder or the first day begins, makes what asking every day for everything would', () => {
  fc.assert(
    fc.property(anyClause, calendars, (clause, c) => {
      const everything = generated(clause, c, () => ({ openingOnly: false }))
      const frugal = generated(clause, c, (n) => ({
        openingOnly: n > 0 && !c.holdings.some((h) => h.start === n),
      }))
      expect([...frugal.keys()].sort()).toEqual([...everything.keys()].sort())
      for (const [key, due] of frugal) expect(due).toEqual(everything.get(key))
    }),
    { numRuns: 400 },
  )
})

test('never for who does not hold the position: somebody held it on a day of each window; never on a day that is shut', () => {
  fc.assert(
    fc.property(anyClause, calendars, (clause, c) => {
      for (const due of generated(clause, c, () => ({ openingOnly: false })).values()) {
        const inWindow = daysThrough(c.from, addDays(c.from, c.days - 1)).flatMap((day, n) =>
          occurrencesOn(clause, c.place, day, { closed: c.closed.has(n) }).some(
            (o) => o.period === due.period,
          )
            ? [n]
            : [],
        )
        expect(inWindow.some((n) => holdersOn(c, n).length > 0)).toBe(true)
        expect(due.holder).toBe(companyWide)
        if (due.cadence === 'day') expect(inWindow.every((n) => !c.closed.has(n))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('none skipped: every day on which somebody holds it and the store is open has each of its day’s instances, each week its week’s', () => {
  fc.assert(
    fc.property(anyClause, calendars, (clause, c) => {
      const kept = generated(clause, c, () => ({ openingOnly: false }))
      const has = (o: Occurrence): boolean => kept.has(`${clause.duty} ${companyWide} ${o.period}`)
      for (let n = 0; n < c.days; n++) {
        if (holdersOn(c, n).length === 0) continue
        for (const o of occurrencesOn(clause, c.place, addDays(c.from, n), { closed: c.closed.has(n) }))
          expect(has(o)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('where each owes it himself, each who holds it and is among them owes it once, and nobody else', () => {
  const own = clauses.filter((clause) => clause.calendar.some((t) => t.every === 'day'))
  const among = fc.func(fc.subarray(['ann', 'bob', 'cai', 'dan']))
  fc.assert(
    fc.property(fc.constantFrom(...own), calendars, among, (clause, c, withTarget) => {
      const kept = generated(clause, c, (n) => ({ openingOnly: false, among: new Set(withTarget(n)) }))
      for (const due of [...kept.values()].filter((d) => d.cadence === 'day')) {
        const n = daysThrough(c.from, due.day).length - 1
        expect(holdersOn(c, n)).toContain(due.holder)
        expect(withTarget(n)).toContain(due.holder)
      }
      for (let n = 0; n < c.days; n++)
        for (const person of holdersOn(c, n).filter((p) => withTarget(n).includes(p)))
          if (!c.closed.has(n)) expect(kept.has(`${clause.duty} ${person} ${addDays(c.from, n)}`)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('in every zone and over every change of clocks a window opens before it is due, and the next one is later', () => {
  fc.assert(
    fc.property(anyClause, calendars, (clause, c) => {
      const all = [
        ...generated({ ...clause }, { ...c, holdings: [{ person: 'ann', start: -20, length: 200 }] }, () => ({
          openingOnly: false,
        })).values(),
      ]
      for (const cadence of ['day', 'week', 'month'] as const) {
        if (clause.calendar.filter((t) => t.every === cadence).length !== 1) continue
        const own = all.filter((d) => d.cadence === cadence).sort((a, b) => (a.period < b.period ? -1 : 1))
        for (const [i, due] of own.entries()) {
          expect(due.opensAt <= due.dueAt && (due.missedAt === null || due.dueAt <= due.missedAt)).toBe(true)
          if (i > 0) expect(due.dueAt > own[i - 1]!.dueAt).toBe(true)
        }
      }
    }),
    { numRuns: 300 },
  )
})
