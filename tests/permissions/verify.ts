import { allInvariants } from '../../app/invariants.ts'
import { allOperations } from '../../app/operations.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { verify } from '../../platform/database/verify.ts'
import { atLeast, conclude, exactly, list } from '../figures.ts'
import { gatherCanaries } from './canaries.ts'
import { tryMutants } from './caught.ts'
import { examplesOf, readExamples } from './examples.ts'
import { tryMatrix } from './matrix.ts'
import { tryBehindTheFence } from './second-fence.ts'
import { trySilence } from './silence.ts'
import { tryExtraFields, trySwaps } from './swaps.ts'
import { openWorld } from './world.ts'

/** The long form of the permission matrix: every cell, every swap, every act elsewhere, and fifty checks taken away. */
export async function verifyPermissions(seed: number): Promise<void> {
  const world = await openWorld(await testDatabase())
  const examples = await readExamples()
  const trial = { world, examples, canaries: await gatherCanaries(world.database, world.chain) }
  const say = (text: string): void => console.log(text)
  say(`${Object.keys(allOperations).length} operations, ${world.callers.length} callers; seed ${seed}`)
  const none = Object.entries(allOperations).filter(([name, o]) => examplesOf(name, o, examples).length === 0)
  const matrix = await tryMatrix(trial)
  say(`${matrix.cells} requests, ${matrix.denials} denials`)
  const swaps = await trySwaps(trial)
  const extra = await tryExtraFields(trial)
  const silence = await trySilence(trial, false)
  say(
    `${swaps.tried} ids swapped, ${extra.tried} fields added, ${silence.views} views after ${silence.acts} acts`,
  )
  const behind = await tryBehindTheFence(trial)
  const open = await tryBehindTheFence(trial, { fenced: false })
  const mutants = await tryMutants(trial, { count: 50, seed })
  const broken = (await verify(world.database, allInvariants)).filter((f) => f.count > 0)
  await world.close()

  list(
    'mismatches',
    matrix.mismatches.map((m) => JSON.stringify(m)),
  )
  list(
    'leaks',
    matrix.leaks.map((m) => JSON.stringify(m)),
  )
  list('denials that nobody was seen to get past', matrix.withoutControl)
  list('never done', matrix.neverDone)
  list('ids taken', swaps.taken)
  list('fields taken', extra.taken)
  list('heard elsewhere', silence.told)
  list('seen past the second fence', behind.leaks)
  list('checks taken away and not missed', mutants.missed)
  list(
    'invariants',
    broken.map((f) => f.name),
  )
  conclude('Permission matrix', [
    exactly('operations without an example', none.length, 0),
    exactly('answers other than the declared table says', matrix.mismatches.length, 0),
    exactly('answers that tell of another store', matrix.leaks.length, 0),
    exactly('denials without a positive control', matrix.withoutControl.length, 0),
    exactly('positions that may and were never seen to', matrix.neverDone.length, 0),
    atLeast('ids in bodies swapped', swaps.tried, 50),
    exactly('swapped ids that were taken', swaps.taken.length, 0),
    exactly('unknown fields that were taken', extra.taken.length, 0),
    exactly('views changed by what others did elsewhere', silence.told.length, 0),
    exactly(
      `answers past the second fence, of ${behind.requests} with the program’s filter off`,
      behind.leaks.length,
      0,
    ),
    atLeast('the same without the second fence', open.leaks.length, 1),
    exactly(`checks taken away at random and found, of ${mutants.tried}`, mutants.caught, 50),
    exactly('broken invariants', broken.length, 0),
  ])
}
