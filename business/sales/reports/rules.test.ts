import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, localTime } from '../../../platform/kinds/day.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { checkReview, deadlineOf, filingOf, graceMinutes, minutesLate, minutesOf, stateOf } from './rules.ts'

const store = { opensAt: '10:00', closesAt: '22:00', cutOffMinutes: 0, timeZone: 'Asia/Shanghai' }
const day = '2026-11-23' as Day

test('a day’s report is due half an hour after closing', () => {
  expect(deadlineOf(store, day).dueAt.toISOString()).toBe('2026-11-23T14:30:00.000Z')
})

test('a store that closes at one in the morning owes it half past one, for the day before', () => {
  const late = { ...store, closesAt: '01:00', cutOffMinutes: 180 }
  expect(deadlineOf(late, day).dueAt.toISOString()).toBe('2026-11-23T17:30:00.000Z')
})

test('the deadline shows the closing time on the store’s own wall, also where clocks change', () => {
  const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 16, max: 23 }),
      (timeZone, offset, hour) => {
        const on = addDays('2026-01-01' as Day, offset)
        const closesAt = `${hour}:30`
        const shown = localTime(deadlineOf({ ...store, timeZone, closesAt }, on).closesAt, timeZone)
        expect(shown).toEqual({ day: on, minutes: minutesOf(closesAt) })
      },
    ),
  )
})

test('late is counted in begun minutes from the end of the grace', () => {
  const { dueAt } = deadlineOf(store, day)
  expect(minutesLate(dueAt, dueAt)).toBe(0)
  expect(minutesLate(new Date(dueAt.getTime() + 1), dueAt)).toBe(1)
  expect(graceMinutes).toBe(30)
})

test('without a report a store is not due, then missing; on a closed day neither', () => {
  const deadline = deadlineOf(store, day)
  expect(filingOf(undefined, deadline, false, deadline.dueAt)).toBe('open')
  expect(filingOf(undefined, deadline, false, new Date(deadline.dueAt.getTime() + 1))).toBe('missing')
  expect(filingOf(undefined, deadline, true, new Date(deadline.dueAt.getTime() + 1))).toBe('closed')
})

test('whatever is done in turn, a confirmed report was opened by whoever confirmed it and has no open question', () => {
  const step = fc.record({
    kind: fc.constantFrom('opened', 'confirmed', 'askedBack', 'answered'),
    by: fc.constantFrom('a', 'b'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const reviews: { kind: 'opened' | 'confirmed' | 'askedBack' | 'answered'; by: string }[] = []
      for (const { kind, by } of steps) {
        if (kind !== 'opened' && isRefusal(checkReview(kind, reviews, by))) continue
        if (kind === 'confirmed') {
          expect(reviews.some((r) => r.kind === 'opened' && r.by === by)).toBe(true)
          expect(stateOf(reviews)).not.toBe('askedBack')
        }
        reviews.push({ kind, by })
      }
    }),
  )
})
