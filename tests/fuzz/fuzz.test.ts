import { afterAll, beforeAll, expect, test } from 'vitest'
import { allOperations } from '../../app/operations.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { readExamples } from '../permissions/examples.ts'
import { openWorld, type World } from '../permissions/world.ts'
import { fuzz } from './fuzz.ts'
import { tryWire } from './wire.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(await testDatabase())
}, 600_000)
afterAll(() => world.close())

test('whatever is sent to any operation, the house answers in words and nothing of its inside shows', async () => {
  const { operations, requests, faults } = await fuzz(world, await readExamples(), {
    each: 10,
    seed: 20_261_126,
    checkBooks: false,
  })
  expect(operations).toBe(Object.keys(allOperations).length)
  expect(requests).toBe(operations * 10)
  expect(faults).toEqual([])
}, 600_000)

test('what is hardly HTTP is refused as a problem document, too', async () => {
  const { tried, faults } = await tryWire(world)
  expect(tried).toBeGreaterThan(10)
  expect(faults).toEqual([])
}, 120_000)
