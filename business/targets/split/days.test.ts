import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { addDays, dayOf } from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { DayTarget, PersonDays, PersonDaysAgain, PersonMonth } from './days.ts'
import {
  dayTotals,
  monthTotal,
  personTotals,
  resplitDays,
  splitByRoster,
  splitDays,
  splitMonth,
} from './days.ts'
import { splitRefusals } from './words.ts'

const first = dayOf('2026-03-01')
const targets = (...amounts: number[]): DayTarget[] =>
  amounts.map((amount, i) => ({ day: addDays(first, i), amount: cents(amount) }))
const person = (key: string, weights: number[], total?: number): PersonMonth =>
  total === undefined ? { key, weights } : { key, weights, total: cents(total) }
function ok<A extends PersonDays | PersonDaysAgain>(answer: A | ReturnType<typeof splitDays>): A {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as A
}

describe('a month into days', () => {
  test('the odd cents go to the heaviest remainders, then to the earlier day', () => {
    const days = [1, 1, 1, 2].map((weight, i) => ({ day: addDays(first, i), weight }))
    const answer = splitMonth({ total: cents(102), days })
    expect(answer).toEqual(targets(21, 20, 20, 41))
  })

  test('a raised month leaves the days that have passed as they were', () => {
    const days = [1, 1, 1, 1].map((weight, i) => ({ day: addDays(first, i), weight }))
    const elapsed = { today: addDays(first, 2), before: targets(25, 25, 25, 25) }
    expect(splitMonth({ total: cents(151), days, elapsed })).toEqual(targets(25, 25, 51, 50))
    const locked = days.map((d, i) => (i === 0 ? { ...d, locked: cents(1) } : d))
    expect(splitMonth({ total: cents(151), days: locked, elapsed })).toEqual(targets(25, 25, 51, 50))
    expect(splitMonth({ total: cents(49), days, elapsed })).toMatchObject({ refused: 'locksExceedTotal' })
  })
})

describe('a day among people', () => {
  test('三人同班,多出的一分给编号在前的人;休息的人当天是零', () => {
    const answer = ok(
      splitDays({
        days: targets(100, 101),
        people: [person('c', [8, 8]), person('a', [8, 0]), person('b', [8, 8])],
      }),
    )
    expect(answer.cells).toEqual([
      [33, 50],
      [34, 0],
      [33, 51],
    ])
  })

  test('hours count by the factor agreed: a trainee at 0.6 carries 0.6', () => {
    const answer = ok(splitDays({ days: targets(1600), people: [person('a', [8]), person('t', [8 * 0.6])] }))
    expect(answer.cells).toEqual([[1000], [600]])
  })

  test('a day without anybody is refused, and says which', () => {
    const answer = splitDays({ days: targets(10, 10, 0), people: [person('a', [8, 0, 0])] })
    if (!isRefusal(answer)) throw new Error('not refused')
    expect(say(splitRefusals[answer.refused], 'zh', answer.facts)).toBe(
      '2026-03-02 没有人上班，当天的目标分不下去，请先排班',
    )
  })

  test('a lock on one day is kept and the colleagues carry the rest', () => {
    const answer = ok(
      splitDays({
        days: targets(100, 100),
        people: [person('a', [1, 1]), person('b', [1, 1])],
        locked: [{ row: 'a', column: first, amount: cents(70) }],
      }),
    )
    expect(answer.cells).toEqual([
      [70, 50],
      [30, 50],
    ])
  })

  test('agreed month totals and day amounts are both met', () => {
    const answer = ok(
      splitDays({ days: targets(100, 100), people: [person('a', [1, 1], 120), person('b', [1, 1], 80)] }),
    )
    expect(answer.cells).toEqual([
      [60, 60],
      [40, 40],
    ])
  })

  test('an agreed total for some people only, or one that their days cannot carry, is refused', () => {
    const days = targets(100, 100)
    expect(splitDays({ days, people: [person('a', [1, 1], 120), person('b', [1, 1])] })).toMatchObject({
      refused: 'totalMissing',
      facts: { name: 'b' },
    })
    expect(splitDays({ days, people: [person('a', [1, 0], 120), person('b', [1, 1], 80)] })).toMatchObject({
      refused: 'rowsOutOfReach',
      facts: { rowKeys: ['a'], shortCents: 20 },
    })
  })

  test('with only the month given, the days follow the roster', () => {
    const answer = ok(
      splitByRoster({
        total: cents(600),
        days: [first, addDays(first, 1)],
        people: [person('a', [8, 8]), person('b', [0, 8])],
      }),
    )
    expect(answer.cells).toEqual([
      [200, 200],
      [0, 200],
    ])
    expect(dayTotals(answer)).toEqual([200, 400])
  })
})

describe('a new roster in the middle of the month', () => {
  const days = targets(100, 100, 100, 100)
  const before = ok(splitDays({ days, people: [person('a', [1, 1, 1, 1]), person('b', [1, 1, 1, 1])] }))
  const today = addDays(first, 2)

  test('离职的人保留已过去的日子,今天起由在岗的人承担', () => {
    const answer = ok(resplitDays({ before, today, days, people: [person('b', [1, 1, 1, 1])] }))
    expect(answer.people).toEqual(['b', 'a'])
    expect(answer.cells).toEqual([
      [50, 50, 100, 100],
      [50, 50, 0, 0],
    ])
  })

  test('whoever joins today carries from today, and nothing of the days before', () => {
    const answer = ok(
      resplitDays({
        before,
        today,
        days,
        people: [person('a', [1, 1, 1, 1]), person('b', [1, 1, 1, 1]), person('n', [0, 0, 2, 2])],
      }),
    )
    expect(answer.cells).toEqual([
      [50, 50, 25, 25],
      [50, 50, 25, 25],
      [0, 0, 50, 50],
    ])
  })

  test('a roster of the past that was mended later moves no money of the past', () => {
    const answer = ok(
      resplitDays({ before, today, days, people: [person('a', [0, 9, 1, 1]), person('b', [9, 0, 1, 1])] }),
    )
    expect(answer.cells).toEqual(before.cells)
  })

  test('a lock ahead stays while the person works that day, and is released and reported when not', () => {
    const locked = [
      { row: 'a', column: addDays(first, 2), amount: cents(80) },
      { row: 'a', column: addDays(first, 3), amount: cents(90) },
    ]
    const fixed = ok(
      splitDays({ days, people: [person('a', [1, 1, 1, 1]), person('b', [1, 1, 1, 1])], locked }),
    )
    const answer = ok(
      resplitDays({
        before: fixed,
        today,
        days,
        people: [person('a', [1, 1, 1, 0]), person('b', [1, 1, 1, 1])],
      }),
    )
    expect(answer.cells).toEqual([
      [50, 50, 80, 0],
      [50, 50, 20, 100],
    ])
    expect(answer.released).toEqual([locked[1]])
    expect(answer.locked).toEqual([locked[0]])
  })

  test('a change of a day that has passed is refused', () => {
    const people = [person('a', [1, 1, 1, 1])]
    expect(resplitDays({ before, today, days: targets(100, 99, 101, 100), people })).toMatchObject({
      refused: 'elapsedDayChanged',
      facts: { day: '2026-03-02', before: '1.00', after: '0.99' },
    })
  })

  test('the target of today may still change', () => {
    const people = [person('a', [1, 1, 1, 1]), person('b', [1, 1, 1, 1])]
    const answer = ok(resplitDays({ before, today, days: targets(100, 100, 140, 60), people }))
    expect(answer.cells).toEqual([
      [50, 50, 70, 30],
      [50, 50, 70, 30],
    ])
  })

  test('agreed totals hold through the change: what is left of each is met from today on', () => {
    const answer = ok(
      resplitDays({
        before,
        today,
        days,
        people: [person('a', [1, 1, 1, 1], 230), person('b', [1, 1, 1, 1], 170)],
      }),
    )
    expect(answer.cells).toEqual([
      [50, 50, 65, 65],
      [50, 50, 35, 35],
    ])
  })
})

describe('for any roster', () => {
  const month = fc.integer({ min: 2, max: 31 }).chain((length) => {
    const weights = fc.array(
      fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.1, max: 12, noNaN: true }),
      ),
      {
        minLength: length,
        maxLength: length,
      },
    )
    const roster = fc.array(weights, { minLength: 1, maxLength: 8 })
    return fc.record({
      amounts: fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: length, maxLength: length }),
      was: roster,
      now: roster,
      elapsed: fc.nat({ max: length }),
    })
  })
  // The manager is there every day, so that no day is without anybody.
  const staff = (rows: number[][], prefix: string): PersonMonth[] => [
    person(
      'manager',
      rows[0]!.map(() => 4),
    ),
    ...rows.map((weights, i) => person(`${prefix}${i}`, weights)),
  ]

  test('people sum to the day and days to the month, before and after people come and go', () => {
    fc.assert(
      fc.property(month, ({ amounts, was: then, now, elapsed }) => {
        const days = targets(...amounts)
        const before = ok(splitDays({ days, people: staff(then, 'p') }))
        const today = addDays(first, elapsed)
        const after = ok(
          resplitDays({ before, today, days, people: staff(now, now.length % 2 ? 'p' : 'new') }),
        )
        for (const split of [before, after]) {
          expect(dayTotals(split)).toEqual(amounts)
          expect(monthTotal(split)).toBe(amounts.reduce((a, b) => a + b, 0))
        }
        const past = (day: Day) => day < today
        const [was, is] = [personTotals(before, past), personTotals(after, past)]
        for (const [key, amount] of is) expect(amount).toBe(was.get(key) ?? 0)
        for (const [key, amount] of was) expect(is.get(key)).toBe(amount)
      }),
      { numRuns: 150 },
    )
  })

  test('调店的人:两家店各自仍然等于自己的月目标,过去的日子留在原店', () => {
    fc.assert(
      fc.property(month, month, (a, b) => {
        const length = Math.min(a.amounts.length, b.amounts.length)
        const moved = Math.min(a.elapsed, length)
        const today = addDays(first, moved)
        const stores = [a, b].map(({ amounts, was: then }) => {
          const days = targets(...amounts.slice(0, length))
          return {
            days,
            people: staff(
              then.map((row) => row.slice(0, length)),
              'p',
            ),
          }
        })
        const mover = person(
          'mover',
          Array.from({ length }, () => 8),
        )
        const from = ok(splitDays({ days: stores[0]!.days, people: [...stores[0]!.people, mover] }))
        const to = ok(splitDays(stores[1]!))
        const left = ok(resplitDays({ before: from, today, ...stores[0]! }))
        const joined = ok(
          resplitDays({
            before: to,
            today,
            days: stores[1]!.days,
            people: [
              ...stores[1]!.people,
              person(
                'mover',
                Array.from({ length }, (_, i) => (i < moved ? 0 : 8)),
              ),
            ],
          }),
        )
        expect(dayTotals(left)).toEqual(stores[0]!.days.map((d) => d.amount))
        expect(dayTotals(joined)).toEqual(stores[1]!.days.map((d) => d.amount))
        expect(personTotals(left, (day) => day >= today).get('mover')).toBe(0)
        expect(personTotals(joined, (day) => day < today).get('mover')).toBe(0)
        expect(personTotals(left).get('mover')).toBe(personTotals(from, (day) => day < today).get('mover'))
      }),
      { numRuns: 100 },
    )
  })
})
