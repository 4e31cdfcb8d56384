import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysThrough, fromDayNumber, localTime } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { weekOf } from './calendar-rules.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { sectionOf } from './moments.ts'
import { actedAs, dueByEvent, dueOn, instanceFor, inTimeRate, outranks, pageOf } from './rules.ts'
import type { Clause, Place } from './shape.ts'

const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York'] as const
const placeIn = (timeZone: string, hours: Partial<Place> = {}): Place => ({
  store: newId(),
  seat: newId(),
  timeZone,
  cutOffMinutes: 360,
  opensAt: '10:00',
  closesAt: '22:00',
  ...hours,
})
const clauses: Clause[] = catalogue.map((duty) => ({ ...duty, duty: duty.id }))
const clause = (id: string): Clause => clauses.find((c) => c.duty === id)!
const somebody = newId()
const held = { closed: false, holders: [somebody] }
const clockOf = (at: Date, zone: string) => {
  const { day, minutes } = localTime(at, zone)
  return `${day} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const anyDay = fc.integer({ min: 20_100, max: 21_500 }).map(fromDayNumber)
const anyClause = fc.constantFrom(...clauses)
const anyZone = fc.constantFrom(...zones)

test('however days are asked, in whatever order and how often, no instance is made twice and none is skipped', () => {
  fc.assert(
    fc.property(anyClause, anyZone, anyDay, fc.integer({ min: 1, max: 120 }), (c, zone, from, length) => {
      const place = placeIn(zone)
      const days = daysThrough(from, addDays(from, length))
      const once = days.flatMap((day) => dueOn(c, place, day, held))
      const keys = new Map(once.map((d) => [`${d.cadence} ${d.period}`, d]))
      // Asked again from either end, the same instance each time.
      for (const day of [...days].reverse())
        for (const due of dueOn(c, place, day, held))
          expect(due).toEqual(keys.get(`${due.cadence} ${due.period}`))
      for (const due of keys.values()) {
        expect(due.opensAt <= due.dueAt && (due.missedAt === null || due.missedAt >= due.dueAt)).toBe(true)
        expect(due.missedAt === null).toBe(c.kind === 'debt')
        expect(instanceFor(c, place, due.period)).toEqual(due)
      }
      const daily = c.calendar.filter((t) => t.every === 'day').length
      expect([...keys.values()].filter((d) => d.cadence === 'day')).toHaveLength(days.length * daily)
    }),
    { numRuns: 100 },
  )
})

test('over a whole year every month, quarter, week and the year itself comes once', () => {
  const of = (id: string, cadence: string) => {
    const days = daysThrough('2026-01-01' as Day, '2026-12-31' as Day)
    const due = days.flatMap((day) => dueOn(clause(id), placeIn('Asia/Shanghai'), day, held))
    return [
      ...new Set(
        due
          .filter((d) => d.cadence === cadence && d.day >= '2026-01-01' && d.day <= '2026-12-31')
          .map((d) => d.period),
      ),
    ]
  }
  expect(of('SM-1.1', 'month')).toHaveLength(12)
  expect(of('OD-3.6', 'quarter')).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'])
  expect(of('AM-3.5', 'week')).toHaveLength(52)
  expect(of('OD-3.1', 'year')).toEqual(['2027'])
})

test('a duty of the day is not due where the store is closed, nothing is due of a position that nobody holds', () => {
  fc.assert(
    fc.property(anyClause, anyZone, anyDay, (c, zone, day) => {
      const place = placeIn(zone)
      expect(dueOn(c, place, day, { ...held, closed: true }).filter((d) => d.cadence === 'day')).toEqual([])
      expect(dueOn(c, place, day, { closed: false, holders: [] })).toEqual([])
    }),
  )
})

test('two who share a position owe its duty once; where each has a target, each owes his own', () => {
  const [a, b] = [newId(), newId()]
  const day = '2026-11-23' as Day
  const shared = dueOn(clause('SM-1.5'), placeIn('Asia/Shanghai'), day, { closed: false, holders: [a, b] })
  expect(shared.map((d) => d.holder)).toEqual([companyWide])
  const own = (among: string[]) =>
    dueOn(clause('SA-1.1'), placeIn('Asia/Shanghai'), day, {
      closed: false,
      holders: [a, b],
      among: new Set(among),
    })
  expect(own([a, b]).map((d) => d.holder)).toEqual([a, b])
  expect(own([b, somebody]).map((d) => d.holder)).toEqual([b])
})

test('the report is due half an hour after closing by the clock of the store, in every zone and over the change of clocks', () => {
  for (const zone of zones)
    for (const day of [
      '2026-03-08',
      '2026-03-29',
      '2026-07-01',
      '2026-10-25',
      '2026-11-01',
      '2026-12-31',
    ] as Day[]) {
      const [due] = dueOn(clause('SM-1.5'), placeIn(zone), day, held)
      expect(clockOf(due!.dueAt, zone)).toBe(`${day} 22:30`)
      expect(clockOf(due!.opensAt, zone)).toBe(`${day} 21:00`)
    }
  const late = placeIn('Asia/Shanghai', { closesAt: '02:00' })
  const [due] = dueOn(clause('SM-1.5'), late, '2026-11-23' as Day, held)
  expect(clockOf(due!.dueAt, 'Asia/Shanghai')).toBe('2026-11-24 2:30')
})

test('next month’s split is due on the last day of this month, next year’s plan on the last of November', () => {
  const place = placeIn('Asia/Shanghai')
  expect(clockOf(instanceFor(clause('SM-1.1'), place, '2027-03')!.dueAt, 'Asia/Shanghai')).toBe(
    '2027-02-28 18:00',
  )
  expect(clockOf(instanceFor(clause('OD-3.1'), place, '2027')!.dueAt, 'Asia/Shanghai')).toBe(
    '2026-11-30 18:00',
  )
  expect(instanceFor(clause('SM-1.5'), place, '2027-03')).toBeUndefined()
  expect(weekOf('2027-01-01' as Day)).toBe('2026-W53')
  expect(weekOf('2024-12-30' as Day)).toBe('2025-W01')
})

test('what is raised is due so many hours later, or when its record says, and counts on the day it falls due there', () => {
  const place = placeIn('America/New_York', { cutOffMinutes: 300 })
  const event = newId()
  const now = new Date('2026-11-24T07:30:00Z') // half past two at night in New York: still the 23rd
  const due = dueByEvent(clause('SM-3.4'), place, { event }, now)!
  expect(due).toMatchObject({
    cadence: 'event',
    period: `event:${event}`,
    holder: companyWide,
    missedAt: null,
  })
  expect([due.day, due.opensAt, due.dueAt]).toEqual(['2026-11-24', now, new Date('2026-11-25T07:30:00Z')])
  const own = dueByEvent(
    clause('SM-3.4'),
    place,
    { event, person: somebody, dueAt: new Date('2026-11-24T09:00:00Z') },
    now,
  )!
  expect([own.day, own.holder]).toEqual(['2026-11-23', somebody])
  expect(dueByEvent(clause('SM-1.5'), place, { event }, now)).toBeUndefined()
  // The calendar does not raise it.
  expect(dueOn(clause('SM-3.4'), place, '2026-11-24' as Day, held)).toEqual([])
  const at = { store: 's', seat: 's', period: due.period, day: due.day }
  expect(pageOf({ path: '/x', query: { id: '$event', month: '$month', year: '$year' } }, at).query).toEqual({
    id: event,
    month: '2026-11',
    year: '2026',
  })
})

test('the page of the act opens with store, day, month and year filled in', () => {
  const at = { store: 's', seat: 'a', period: '2026-12', day: '2026-11-30' }
  expect(pageOf({ path: '/targets/stores/$store', query: { month: '$month' } }, at)).toEqual({
    path: '/targets/stores/s',
    query: { month: '2026-12' },
  })
  expect(
    pageOf(
      { path: '/reports', query: { day: '$dayBefore' } },
      { ...at, period: '2026-11-23', day: '2026-11-23' },
    ).query.day,
  ).toBe('2026-11-22')
})

test('holder, delegate, substitute, or nobody whose doing counts', () => {
  const store = newId()
  const of = (position: 'storeManager' | 'areaManager' | 'salesAssociate', more: object) => ({
    appointments: [{ position, areaStores: [], ...more }],
  })
  expect(actedAs(of('storeManager', { store }), 'storeManager', [], store)?.role).toBe('holder')
  expect(actedAs(of('storeManager', { store, onBehalfOf: somebody }), 'storeManager', [], store)).toEqual({
    role: 'delegate',
    onBehalfOf: somebody,
  })
  const above = of('areaManager', { area: newId(), areaStores: [store] })
  expect(actedAs(above, 'storeManager', ['areaManager'], store)?.role).toBe('substitute')
  expect(actedAs(above, 'storeManager', [], store)).toBeUndefined()
  expect(actedAs(above, 'storeManager', ['areaManager'], newId())).toBeUndefined()
  expect(actedAs(of('storeManager', { store: newId() }), 'storeManager', [], store)).toBeUndefined()
})

test('excused is not done, what is open is not judged, and few cases rank nobody', () => {
  const counts = { inTime: 3, late: 1, missed: 0, overdue: 0, open: 5, excused: 6 }
  expect(inTimeRate(counts)).toEqual({ rate: 0.75, of: 4, ranked: false })
  expect(inTimeRate({ ...counts, inTime: 0, late: 0 })).toEqual({ rate: null, of: 0, ranked: false })
  expect(inTimeRate({ ...counts, inTime: 9 })).toEqual({ rate: 0.9, of: 10, ranked: true })
  expect(
    outranks('areaManager', 'storeManager') &&
      !outranks('storeManager', 'storeManager') &&
      !outranks('finance', 'storeManager'),
  ).toBe(true)
})

test('what is overdue or due today is now, what opens today is next', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
  expect(sectionOf(at(-40), at(-30), now)).toBe('now')
  expect(sectionOf(at(-1), at(3), now)).toBe('now')
  expect(sectionOf(at(2), at(4), now)).toBe('next')
  expect(sectionOf(at(-100), at(100), now)).toBe('later')
})
