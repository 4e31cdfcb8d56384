import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/database/testing.ts'
import { gatherCanaries } from './canaries.ts'
import { tryMutants } from './caught.ts'
import { readExamples } from './examples.ts'
import { type Trial, type Tried, tryMatrix } from './matrix.ts'
import { sampled } from './sample.ts'
import { tryBehindTheFence } from './second-fence.ts'
import { trySilence } from './silence.ts'
import { tryExtraFields, trySwaps } from './swaps.ts'
import { openWorld, type World } from './world.ts'

let world: World
let trial: Trial
let tried: Tried

beforeAll(async () => {
  world = await openWorld(await testDatabase())
  trial = {
    world,
    examples: await readExamples(),
    canaries: await gatherCanaries(world.database, world.chain),
  }
  tried = await tryMatrix(sampled(trial, 20_261_123, 0.04))
}, 600_000)
afterAll(() => world.close())

test('nobody gets further than the declared table says, and everybody as far', () => {
  expect(tried.cells).toBeGreaterThan(1_500)
  expect(tried.denials).toBeGreaterThan(800)
  expect(tried.mismatches).toEqual([])
})

test('whoever may do something was seen doing it: an operation without an example stands here by its name', () => {
  expect(tried.withoutControl).toEqual([])
  expect(tried.neverDone).toEqual([])
})

test('no answer, list or file tells anything of a store that the reader does not reach', () => {
  expect(trial.canaries.ids.size).toBeGreaterThan(100)
  expect(trial.canaries.amounts.size).toBeGreaterThan(100)
  expect(tried.leaks).toEqual([])
})

test('an id of another store in a valid body is not taken', async () => {
  const { tried: swaps, taken } = await trySwaps(trial)
  expect(swaps).toBeGreaterThan(50)
  expect(taken).toEqual([])
}, 600_000)

test('a field that the shape does not name is refused, at every level of the body', async () => {
  expect((await tryExtraFields(trial)).taken).toEqual([])
}, 600_000)

test('what is done in other stores changes nothing of what one sees of one’s own', async () => {
  const { views, acts, told } = await trySilence(trial, true)
  expect(views).toBeGreaterThan(50)
  expect(acts).toBeGreaterThan(15)
  expect(told).toEqual([])
}, 600_000)

test('with the program’s own filter switched off, the database alone keeps money and personal data of other stores back', async () => {
  const behind = await tryBehindTheFence(trial, { share: 0.25 })
  expect(behind.canaries).toBeGreaterThan(100)
  expect(behind.requests).toBeGreaterThan(100)
  expect(behind.leaks).toEqual([])
  // The same without the second fence: there was something to be kept back.
  const only = ['cash.day', 'cash.area', 'reports.one', 'sales.ticket']
  expect((await tryBehindTheFence(trial, { fenced: false, only })).leaks.length).toBeGreaterThan(5)
}, 600_000)

test('checks taken away at random are found out', async () => {
  const { caught, missed } = await tryMutants(trial, { count: 6, seed: 7, brief: true })
  expect(caught).toBe(6)
  expect(missed).toEqual([])
}, 600_000)
