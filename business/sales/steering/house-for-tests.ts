import { newId } from '../../../platform/kinds/id.ts'
import { type TestDoor, testDoor } from '../../../tests/door.ts'
import { makeChain, now, type TestChain } from '../boards/chain-for-tests.ts'

export interface SteeringHouse {
  readonly at: TestDoor
  readonly chain: TestChain
  readonly generalManager: string
}

/** The boards' small chain with a general manager above it: two areas, four stores, the last without targets. */
export async function steeringHouse(): Promise<SteeringHouse> {
  const at = await testDoor(now)
  const chain = await makeChain(at.database)
  const generalManager = newId()
  await at.database.query(
    "insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'GM', '总经理', '', 'gm', '2024-01-01')",
    [generalManager],
  )
  await at.database.query(
    "insert into appointment (id, person_id, position, from_day) values ($1, $2, 'generalManager', '2024-01-01')",
    [newId(), generalManager],
  )
  return { at, chain, generalManager }
}

/** A moment on a wall in Shanghai. */
export const clock = (time: string, day = '2026-11-23'): Date => new Date(`${day}T${time}:00+08:00`)
