import { createHash } from 'node:crypto'
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
/** Where somebody is asked about himself. */
const himself: Readonly<Record<string, string>> = {
  'the trainer': 'training',
  finance: 'finance',
  'the merchandiser': 'merchandising',
  'the manager of A1': 'manager of A1',
  'the area manager of A': 'area manager of A',
}

/** Whether a cell belongs to a share of all: drawn by its own name. */
export const isDrawn = (cell: string, seed: number, share: number): boolean =>
  createHash('sha256').update(`${seed} ${cell}`).digest().readUInt32BE() < share * 2 ** 32

/**
 * A part of the matrix: at one's own place every position, elsewhere a few drawn by seed. Each cell is drawn by its
 * own name, so that an operation more changes nothing of the others' draw.
 */
export function sampled(trial: Trial, seed: number, share: number): Trial {
  return {
    ...trial,
    chosen: (operation, place, caller) =>
      (own.has(place) && always.has(caller)) ||
      himself[place] === caller ||
      isDrawn(`${operation} ${place} ${caller}`, seed, share),
    controls: (place) => own.has(place),
  }
}
