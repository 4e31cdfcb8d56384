import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day, Month } from '../../platform/kinds/day.ts'
import { cents, sum } from '../../platform/kinds/money.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { besideHours, changesAnything, splitByHours } from './hours-rules.ts'

const month = '2026-11' as Month
const today = '2026-11-11' as Day
const people = ['ann', 'bea', 'cid']
const flat = (amount: number) => Array.from({ length: 30 }, () => cents(amount))
const before = {
  days: flat(30_001),
  people: [
    { person: 'ann', days: flat(15_001) },
    { person: 'bea', days: flat(15_000) },
  ],
}
const parts = people.map((person) => ({ person, factor: 1, off: [] }))
const presence = people.map((person) => ({ person, present: Array.from({ length: 30 }, () => true) }))
const hoursOf = (of: Record<string, (number | null)[]>) => new Map(Object.entries(of))
const on = (d: number, minutes: number): (number | null)[] =>
  Array.from({ length: 30 }, (_, i) => (i === d ? minutes : i === 11 ? 0 : null))

test('a day goes to those who work on it by their hours; what is over and what has no roster stays', () => {
  const hours = hoursOf({ ann: on(11, 240), cid: on(11, 480) })
  const answer = splitByHours({ month, today, before, parts, presence, hours })
  if (isRefusal(answer)) throw new Error(answer.refused)
  const of = (person: string) => answer.people.find((p) => p.person === person)!.days
  expect([of('ann')[11], of('cid')[11], of('bea')[11]]).toEqual([10_000, 20_001, 0])
  for (const d of [0, 9, 10, 12, 29]) expect([of('ann')[d], of('bea')[d]]).toEqual([15_001, 15_000])
  // Her day off stays one for a later split.
  expect(answer.parts.find((p) => p.person === 'bea')!.off).toEqual([12])
  expect(changesAnything(before, answer.people)).toBe(true)
  const beside = besideHours(month, today, before, answer.people, hours)
  expect(sum(beside.map((b) => b.before))).toBe(sum(beside.map((b) => b.after)))
})

test('whatever was rostered, every day sums to the cent and nothing before today moves', () => {
  const minutes = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 600 }))
  fc.assert(
    fc.property(
      fc.array(fc.array(minutes, { minLength: 30, maxLength: 30 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
      (drawn, factors) => {
        const answer = splitByHours({
          month,
          today,
          before,
          parts: parts.map((p, i) => ({ ...p, factor: factors[i]! })),
          presence,
          hours: new Map(people.map((p, i) => [p, drawn[i]!])),
        })
        if (isRefusal(answer)) throw new Error(answer.refused)
        before.days.forEach((day, d) => {
          expect(sum(answer.people.map((p) => p.days[d]!))).toBe(day)
          if (d < 10)
            for (const p of before.people)
              expect(answer.people.find((x) => x.person === p.person)!.days[d]).toBe(p.days[d])
        })
      },
    ),
  )
})

test('without a roster nothing changes', () => {
  const answer = splitByHours({ month, today, before, parts, presence, hours: new Map() })
  if (isRefusal(answer)) throw new Error(answer.refused)
  expect(changesAnything(before, answer.people)).toBe(false)
})
