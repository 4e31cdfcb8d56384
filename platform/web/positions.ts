import type { Position } from '../access/who.ts'
import type { Sentence } from '../kinds/words.ts'

export type { Position }

/** What positions are called; told once by the application, since this folder knows no business. */
let names: Readonly<Record<string, Sentence>> = {}
let days: Readonly<Record<string, Sentence>> = {}
export function namePositions(
  given: Readonly<Record<string, Sentence>>,
  theirDays: Readonly<Record<string, Sentence>>,
): void {
  names = given
  days = theirDays
}
export const positionName = (position: Position): Sentence => names[position] ?? [position, position]
/** All positions in the order of the house. */
export const positionsInOrder = (): Position[] => Object.keys(names) as Position[]
/** What a person in this position finds here, for the cards of the demo chain; not every position has one. */
export const dayOfPosition = (position: Position): Sentence | undefined => days[position]
