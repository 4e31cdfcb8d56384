import { Random } from '../../demo/random.ts'
import type { Trial } from './matrix.ts'

/** One for each position, and those who are somebody else than they seem. */
const always = new Set([
  'signed out',
  'generalManager',
  'operationsDirector',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
  'area manager of A',
  'manager of A1',
  'associate of A1',
  'token: till of A1',
])
const own = new Set(['company', 'self', 'store A1', 'area A', 'the associate of A1', 'somebody who has left'])

/** A part of the matrix: at one's own place every position, elsewhere a few drawn by seed. */
export function sampled(trial: Trial, seed: number, share: number): Trial {
  const random = new Random(seed)
  return {
    ...trial,
    chosen: (_operation, place, caller) =>
      own.has(place) ? always.has(caller) || random.chance(share) : random.chance(share),
    controls: (place) => own.has(place),
  }
}
