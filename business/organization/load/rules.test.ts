import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOver, loadOf, loadWith, openMinutesOf } from './rules.ts'
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
