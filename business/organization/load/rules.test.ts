import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../../platform/kinds/day.ts'
import { checkRoom, fullestDay, isOver, loadOf, loadWith, openMinutesOf, roomFor } from './rules.ts'
import { type Asked, defaultLoad, loadPositions } from './shape.ts'

const shop: Asked = {
  position: 'salesAssociate',
  sharedMinutes: 60,
  eachMinutes: 10,
  holders: 7,
  openMinutes: 720,
}

test('seven associates who work five days of seven are five on an average day: an hour shared is twelve minutes each', () => {
  const load = loadOf(shop, defaultLoad)
  expect(load).toMatchObject({ present: 5, minutes: 22, available: 96 })
  expect(load.ratio).toBeCloseTo(22 / 96)
  expect(isOver(load)).toBe(false)
})

test('a store manager’s seat is manned every day, by a stand-in on his days off', () => {
  const manager: Asked = { ...shop, position: 'storeManager', holders: 1, sharedMinutes: 300, eachMinutes: 0 }
  const load = loadOf(manager, defaultLoad)
  expect(load).toMatchObject({ present: 1, minutes: 300, available: 240, over: 60 })
  expect(loadOf({ ...manager, holders: 0 }, defaultLoad)).toEqual(load)
})

test('a shop that is open for four hours has no shift of eight', () => {
  expect(loadOf({ ...shop, openMinutes: 240 }, defaultLoad).available).toBe(48)
  expect(openMinutesOf('10:00', '22:00')).toBe(720)
  expect(openMinutesOf('18:00', '02:00')).toBe(480)
})

test('work that comes on top is spread over the days that it may take, and over who is there', () => {
  const more = loadWith(shop, { minutes: 100, withinDays: 2 }, defaultLoad)
  expect(more.minutes).toBe(22 + 50 / 5)
  expect(loadWith(shop, { minutes: 100, withinDays: 2, ofEach: true }, defaultLoad).minutes).toBe(72)
})

test('more work or fewer people never make a load lighter, and over is what is beyond', () => {
  const asked = fc.record({
    position: fc.constantFrom(...loadPositions),
    sharedMinutes: fc.integer({ min: 0, max: 2000 }),
    eachMinutes: fc.integer({ min: 0, max: 600 }),
    holders: fc.integer({ min: 0, max: 40 }),
    openMinutes: fc.integer({ min: 60, max: 1440 }),
  })
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 500 }), (one, minutes) => {
      const load = loadOf(one, defaultLoad)
      expect(loadWith(one, { minutes, withinDays: 3 }, defaultLoad).minutes).toBeGreaterThanOrEqual(
        load.minutes,
      )
      expect(loadOf({ ...one, holders: one.holders + 1 }, defaultLoad).minutes).toBeLessThanOrEqual(
        load.minutes,
      )
      expect(load.over).toBe(Math.max(0, load.minutes - load.available))
      expect(load.ratio > 1).toBe(load.over > 0)
    }),
  )
})

test('what is asked of a store counts by its fullest day, and only on the days that are meant', () => {
  const span = (from: string, to: string, minutes: number) => ({ from: dayOf(from), to: dayOf(to), minutes })
  const spans = [
    span('2026-12-01', '2026-12-10', 30),
    span('2026-12-05', '2026-12-05', 20),
    span('2026-12-11', '2026-12-31', 45),
  ]
  expect(fullestDay(spans, dayOf('2026-12-01'), dayOf('2026-12-10'))).toBe(50)
  expect(fullestDay(spans, dayOf('2026-12-06'), dayOf('2026-12-08'))).toBe(30)
  expect(fullestDay(spans, dayOf('2026-12-06'), dayOf('2026-12-12'))).toBe(45)
  expect(fullestDay(spans, dayOf('2027-01-01'), dayOf('2027-01-02'))).toBe(0)
})

test('the fullest of days is what counting each of them finds', () => {
  const day = (n: number) => dayOf(`2026-12-${String(n).padStart(2, '0')}`)
  const span = fc
    .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 90 }))
    .map(([a, b, minutes]) => ({ from: day(Math.min(a, b)), to: day(Math.max(a, b)), minutes }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), span, (spans, { from, to }) => {
      let most = 0
      for (let n = 1; n <= 31; n += 1) {
        if (day(n) < from || day(n) > to) continue
        const sum = spans.reduce((s, x) => s + (x.from <= day(n) && x.to >= day(n) ? x.minutes : 0), 0)
        most = Math.max(most, sum)
      }
      expect(fullestDay(spans, from, to)).toBe(most)
    }),
  )
})

test('stores without room are named, the fullest first, and asked about once more; what is only read weighs nothing', () => {
  const store = (name: string, own: number, asked: number, openMinutes = 720) => ({
    store: name,
    own: { ...shop, position: 'storeManager' as const, sharedMinutes: own, eachMinutes: 0, openMinutes },
    asked,
  })
  // 240 minutes of a shift of eight hours; a shop open for five has 150.
  const stores = [
    store('free', 100, 0),
    store('full', 200, 30),
    store('fuller', 235, 40),
    store('short', 140, 0, 300),
  ]
  const room = roomFor(15, stores, defaultLoad)
  expect(room).toMatchObject({ stores: 4, total: 60, own: 169, room: 240 })
  expect(room.heavy).toEqual([
    { store: 'fuller', sum: 290 },
    { store: 'full', sum: 245 },
    { store: 'short', sum: 155 },
  ])
  expect(checkRoom(room, false)).toMatchObject({ refused: 'overload', field: 'minutes' })
  expect(checkRoom(room, true)).toBeUndefined()
  expect(checkRoom(roomFor(0, stores, defaultLoad), false)).toBeUndefined()
})
