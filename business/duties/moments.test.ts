import { expect, test } from 'vitest'
import { lengthOf, nextTurn, remindMinutes, stateNow, type Timed, toRemind } from './moments.ts'

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+08:00`)
const report: Timed = {
  state: 'ahead',
  opensAt: new Date(at('21:00')).toISOString(),
  dueAt: new Date(at('22:30')).toISOString(),
  missedAt: new Date(at('22:30') + 24 * 3_600_000).toISOString(),
}

test('what the server told in the morning turns by itself as the day goes on', () => {
  expect(stateNow(report, at('20:59'))).toBe('ahead')
  expect(stateNow(report, at('21:00'))).toBe('open')
  expect(stateNow(report, at('22:30'))).toBe('overdue')
  expect(stateNow(report, at('22:30') + 24 * 3_600_000)).toBe('missed')
  expect(stateNow({ ...report, missedAt: null }, at('22:30') + 90 * 24 * 3_600_000)).toBe('overdue')
  expect(stateNow({ ...report, state: 'inTime' }, at('23:00'))).toBe('inTime')
})

test('the page asks again when something turns, and not before', () => {
  expect(nextTurn([report], at('20:00'))).toBe(at('21:00'))
  expect(nextTurn([report], at('21:00'))).toBe(at('22:30'))
  expect(nextTurn([{ ...report, state: 'inTime' }], at('20:00'))).toBeUndefined()
  expect(nextTurn([], at('20:00'))).toBeUndefined()
})

test('half an hour before its deadline a duty is reminded of, and what is overdue comes first', () => {
  expect(remindMinutes).toBe(30)
  expect(toRemind([report], at('21:59'))).toEqual([])
  expect(toRemind([report], at('22:00'))).toEqual([report])
  const older = { ...report, state: 'overdue' as const, dueAt: new Date(at('12:00')).toISOString() }
  const oldest = { ...older, dueAt: new Date(at('09:00')).toISOString() }
  expect(toRemind([oldest, report, older], at('22:10'))).toEqual([report, older, oldest])
  expect(toRemind([{ ...report, state: 'excused' }], at('22:10'))).toEqual([])
})

test('lengths are said as people say them', () => {
  const minutes = (n: number) => lengthOf(n * 60_000)
  expect(minutes(0.2)).toEqual({ unit: 'minutes', minutes: 1 })
  expect(minutes(26)).toEqual({ unit: 'minutes', minutes: 26 })
  expect(minutes(-190)).toEqual({ unit: 'hours', hours: 3, minutes: 10 })
  expect(minutes(7 * 60 + 40)).toEqual({ unit: 'hours', hours: 7, minutes: 0 })
  expect(minutes(60 * 49)).toEqual({ unit: 'days', days: 2 })
})
