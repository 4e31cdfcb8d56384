import { expect, test } from 'vitest'
import { dayOf, weekdayOf } from '../../../platform/kinds/day.ts'
import { decreedDays, decreedYears, markDay, planEvent } from './rules.ts'

const days = decreedDays()

test('2026 年春节放假 9 天，2 月 14 日和 28 日调休上班', () => {
  const spring = days.filter((d) => d.day.startsWith('2026-02'))
  expect(spring.filter((d) => d.kind === 'holiday').map((d) => d.day)).toEqual([
    '2026-02-15',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-02-21',
    '2026-02-22',
    '2026-02-23',
  ])
  expect(spring.filter((d) => d.kind === 'makeUpWorkday').map((d) => d.day)).toEqual([
    '2026-02-14',
    '2026-02-28',
  ])
  expect(spring[0]).toMatchObject({ name: '春节', nameEn: 'Spring Festival' })
})

test('a day is either a holiday or a make-up workday, and make-up workdays fall on weekends', () => {
  expect(new Set(days.map((d) => d.day)).size).toBe(days.length)
  expect(days.filter((d) => d.kind === 'makeUpWorkday' && weekdayOf(d.day) < 6)).toEqual([])
})

test('the list says which years it knows', () => {
  expect(decreedYears()).toMatchObject({ from: 2004 })
  expect(decreedYears().to).toBeGreaterThanOrEqual(2026)
})

test('a marked day has a name; an ordinary day needs none', () => {
  const day = dayOf('2027-02-06')
  expect(markDay({ day, kind: 'holiday', name: '', nameEn: '' })).toMatchObject({ refused: 'dayNameMissing' })
  expect(markDay({ day, kind: 'holiday', name: '春节', nameEn: '' })).toMatchObject({
    mark: { name: '春节', nameEn: '春节' },
  })
  expect(markDay({ day, kind: null, name: '', nameEn: '' })).toEqual({ day, mark: null })
})

test('an event ends after it begins and is no season', () => {
  expect(planEvent({ from: dayOf('2026-11-01'), to: dayOf('2026-11-11') })).toEqual({ length: 11 })
  expect(planEvent({ from: dayOf('2026-11-11'), to: dayOf('2026-11-01') })).toMatchObject({
    refused: 'endsBeforeItBegins',
  })
  expect(planEvent({ from: dayOf('2026-01-01'), to: dayOf('2026-12-31') })).toMatchObject({
    refused: 'eventTooLong',
  })
})
