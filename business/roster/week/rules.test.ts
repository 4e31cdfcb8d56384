import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { demandOf, spread } from './demand-rules.ts'
import { draftWeek } from './draft-rules.ts'
import { fairSum, jain } from './fairness-rules.ts'
import { breachesOf, isHard, weekDays } from './legal-rules.ts'
import { limitsFor, periodLeft, periodOf } from './limit-rules.ts'
import type { LimitKind } from './setting-shape.ts'
import type { Worker } from './shape.ts'
import { leastThere, shippedValues as rules, service, shippedShifts } from './shipped.ts'

const week = '2026-11-30' as Day
const shifts = shippedShifts('street', 600, 1320)
const limits = (kinds: { kind: LimitKind; weekMinutes: number | null }[] = [], away = 0) =>
  limitsFor({ rules, kinds, away, notHere: 0, overtimeUsed: 0, periodLeft: null })

const workers: fc.Arbitrary<Worker[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<LimitKind | null>(null, null, null, 'partTime', 'pregnant', 'nursing', 'minor'),
      away: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
      run: fc.nat(6),
      wasLate: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ kind, away, run, wasLate }, i): Worker => {
      const last = shifts.find((s) => s.kind === (wasLate ? 'late' : 'early'))!
      return {
        person: `p${i}`,
        name: `${i}`,
        position: i === 0 ? 'storeManager' : 'salesAssociate',
        limits: limits(kind ? [{ kind, weekMinutes: kind === 'partTime' ? 1200 : null }] : [], away.length),
        away: away.map((d) => addDays(week, d)),
        notHere: [],
        before: { run, last: run > 0 ? last : null },
        after: null,
      }
    }),
  )
const demandFor = (people: readonly Worker[]) =>
  demandOf({
    week,
    opens: 600,
    closes: 1320,
    usual: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      [10, 13, 16, 19].map((hour) => ({ weekday, hour, tickets: weekday * 4 + hour, traffic: hour * 9 })),
    ),
    counted: new Map([1, 2, 3, 4, 5, 6, 7].map((d) => [d, 8])),
    weeks: 8,
    holidays: [],
    closed: [],
    personDays: people
      .filter((w) => !w.limits.partTime)
      .reduce((sum, w) => sum + Math.floor(w.limits.week / rules.dayNorm), 0),
    shifts,
    service,
    leastThere,
  })

test('whoever the people are, a draft breaks no rule: leave, rest, runs, nights, hours', () => {
  fc.assert(
    fc.property(workers, fc.integer({ min: 1, max: 1_000 }), (people, seed) => {
      const cells = draftWeek(
        {
          week,
          workers: people,
          shifts,
          rules,
          demand: demandFor(people),
          wishes: [],
          fair: [],
          fixedBefore: week,
          cells: [],
        },
        seed,
      )
      expect(breachesOf(week, people, cells, shifts, rules).filter(isHard)).toEqual([])
      // Somebody without any limit, leave or run behind her has her five days.
      for (const w of people)
        if (!w.limits.noOvertime && w.away.length === 0 && w.before.run === 0)
          expect(cells.filter((c) => c.person === w.person)).toHaveLength(5)
    }),
    { numRuns: 60 },
  )
})

test('the people that a week has to give are laid on its days to the last one, a day with more trade never having fewer', () => {
  const open = [true, true, true, true, true, true, true]
  fc.assert(
    fc.property(
      fc.nat(80),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 7, maxLength: 7 }),
      (all, load) => {
        const total = load.reduce((a, b) => a + b, 0)
        const given = spread(
          all,
          load.map((l) => l / total),
          open,
          leastThere,
        )
        expect(given.reduce((a, b) => a + b, 0)).toBe(all)
        for (const [i, a] of given.entries())
          for (const [k, b] of given.entries()) if (load[i]! > load[k]!) expect(a).toBeGreaterThanOrEqual(b)
      },
    ),
  )
  expect(spread(10, [0.5, 0, 0.5, 0, 0, 0, 0], [true, false, true, false, false, false, false], 2)).toEqual([
    5, 0, 5, 0, 0, 0, 0,
  ])
})

test('each rule is said where it is broken, and only there', () => {
  const [ann] = [
    {
      person: 'a',
      name: '安',
      position: 'salesAssociate',
      limits: limits(),
      away: [addDays(week, 2)],
      notHere: [],
      before: { run: 0, last: null },
      after: null,
    },
  ] satisfies Worker[]
  const cell = (d: number, code: string) => ({ person: 'a', day: addDays(week, d), code, zone: null })
  const found = (cells: ReturnType<typeof cell>[], who: Worker = ann!) =>
    breachesOf(week, [who], cells, shifts, rules)
      .filter(isHard)
      .map((b) => [b.rule, b.day])
  expect(found([0, 1, 3, 4, 5].map((d) => cell(d, 'A')))).toEqual([])
  expect(found([0, 1, 2, 3, 4].map((d) => cell(d, 'A')))).toEqual([['away', addDays(week, 2)]])
  expect(found([cell(0, 'Z')])).toEqual([['unknownShift', week]])
  expect(found(weekDays(week).map((_, d) => cell(d, 'A')))).toEqual([
    ['away', addDays(week, 2)],
    ['run', addDays(week, 6)],
    ['restDay', null],
  ])
  const nursing = { ...ann!, away: [], limits: limits([{ kind: 'nursing', weekMinutes: null }]) }
  expect(found([cell(0, 'C')], nursing)).toEqual([['night', week]])
  const tired = {
    ...ann!,
    away: [],
    before: { run: 6, last: { from: 570, to: 1110, kind: 'early' as const } },
  }
  expect(found([cell(0, 'A')], tired)).toEqual([['run', week]])
  // From half past midnight to half past nine there are nine hours, not eleven.
  const late = { ...ann!, away: [], before: { run: 1, last: { from: 930, to: 1470, kind: 'late' as const } } }
  expect(found([cell(0, 'A')], late)).toEqual([['rest', week]])
})

test('leave takes its days off the week, part-time has its own hours, a counted period spends what it has left', () => {
  expect(limits().week).toBe(2400)
  expect(limits([], 2).week).toBe(1440)
  expect(limits([], 7).week).toBe(0)
  expect(limits().weekMost).toBe(2400 + 2160)
  expect(limits([{ kind: 'partTime', weekMinutes: 1800 }])).toMatchObject({
    week: 1440,
    weekMost: 1440,
    dayMost: 240,
    partTime: true,
  })
  const quarter = periodOf('quarter', '2026-11-30' as Day)
  expect(quarter).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(periodLeft(quarter, rules, 0)).toBe(Math.round((2400 * 92) / 7) + 3 * 2160)
  expect(periodLeft(quarter, rules, 1_000_000)).toBe(0)
})

test('fairness is 100 where everybody bears the same, and less the more one bears alone', () => {
  const bears = (person: string, weekends: number) => ({ person, weekends, lates: 4, peak: 600, weeks: 8 })
  expect(fairSum([bears('a', 8), bears('b', 8)])).toMatchObject({ index: 100, weekends: 0 })
  expect(fairSum([bears('a', 16), bears('b', 0)])).toMatchObject({ index: 50, weekends: 2 })
  expect(fairSum([bears('a', 16)])).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (values) => {
      expect(jain(values)).toBeLessThanOrEqual(1 + 1e-9)
      expect(jain(values)).toBeGreaterThanOrEqual(1 / values.length - 1e-9)
    }),
  )
})
