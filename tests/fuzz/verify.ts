import { testDatabase } from '../../platform/database/testing.ts'
import { atLeast, conclude, exactly, list } from '../figures.ts'
import { readExamples } from '../permissions/examples.ts'
import { openWorld } from '../permissions/world.ts'
import { fuzz } from './fuzz.ts'
import { tryWire } from './wire.ts'

/** The long form: every operation with `each` requests, and the books looked at after each operation. */
export async function verifyFuzz(each: number, seed: number): Promise<void> {
  const world = await openWorld(await testDatabase())
  console.log(`${each} requests to each operation; seed ${seed}`)
  const { operations, requests, accepted, faults } = await fuzz(world, await readExamples(), {
    each,
    seed,
    checkBooks: true,
  })
  const wire = await tryWire(world)
  await world.close()
  list('faults', [...faults, ...wire.faults], 60)
  conclude('Hostile input', [
    atLeast(`requests to each of ${operations} operations`, requests / operations, 500),
    atLeast('of these taken, with the books still in order', accepted, 1),
    exactly('answers of 5xx, hanging, without words or telling of the inside', faults.length, 0),
    exactly(`faults among ${wire.tried} requests that are hardly HTTP`, wire.faults.length, 0),
  ])
}
