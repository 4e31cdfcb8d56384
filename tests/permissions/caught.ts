import { houseOn } from '../../app/house.ts'
import { allOperations } from '../../app/operations.ts'
import { Random } from '../../demo/random.ts'
import type { Trial } from './matrix.ts'
import { tryMatrix } from './matrix.ts'
import { type Mutant, mutantsOfOperations, mutantsOfSignIn, watched } from './mutants.ts'
import { unfenced } from './second-fence.ts'
import { tryExtraFields } from './swaps.ts'
import { serve } from './world.ts'

export interface Caught {
  readonly tried: number
  readonly caught: number
  readonly missed: readonly string[]
}

export interface Draw {
  readonly count: number
  readonly seed: number
  /** Leaves out what takes long: loosened sign-in, and lists that are not cut. */
  readonly brief?: boolean
}

/** Takes checks away at random, the same ones for the same seed, and counts in how many cases the matrix finds out. */
export async function tryMutants(trial: Trial, draw: Draw): Promise<Caught> {
  const missed: string[] = []
  const chosen = await drawn(trial, draw)
  for (const mutant of chosen) if (!(await finds(trial, mutant))) missed.push(mutant.says)
  return { tried: chosen.length, caught: chosen.length - missed.length, missed }
}

async function drawn(trial: Trial, { count, seed, brief = false }: Draw): Promise<Mutant[]> {
  if (!brief) await noteScopeReaders(trial)
  const random = new Random(seed)
  const shuffled = mutantsOfOperations()
    .map((mutant) => ({ mutant, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant)
  const signIn = brief ? [] : mutantsOfSignIn(trial.world.chain)
  return [...signIn, ...shuffled].slice(0, count)
}

/** Lists are asked once by people of one store, so that it is known which of them are cut to the reader's reach. */
async function noteScopeReaders(trial: Trial): Promise<void> {
  const server = await serve(houseOn(trial.world.database, trial.world.keys, watched()), trial.world.folder)
  const { A1 } = trial.world.chain.stores
  const views = Object.keys(allOperations).filter((name) => allOperations[name]!.kind === 'view')
  const those = new Set(['area manager of A', `manager of ${A1.key}`, `associate of ${A1.key}`])
  const asked = { ...trial, ask: server.ask, take: server.take, operations: views }
  await tryMatrix({ ...asked, chosen: (_operation, _place, caller) => those.has(caller) })
  await server.close()
}

async function finds(trial: Trial, mutant: Mutant): Promise<boolean> {
  // The second fence would hide what a check that is gone lets through.
  const { database, keys, folder } = trial.world
  const server = await serve(mutant.house({ database: unfenced(database), keys }), folder)
  try {
    const spoilt = { ...trial, ask: server.ask, take: server.take, operations: mutant.operations }
    if (mutant.finds === 'extra fields') return (await tryExtraFields(spoilt)).taken.length > 0
    const { mismatches, leaks } = await tryMatrix(spoilt)
    return mismatches.length + leaks.length > 0
  } finally {
    await server.close()
  }
}
