import { setImmediate as others } from 'node:timers/promises'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Aim, bestLadder, elasticityFrom, outlookOf, type Selling, type Step } from './ladder.ts'
import { sellingOf } from './rules.ts'
import { type Facts, mostStyles } from './shape.ts'
import { factsOf, stepsTaken } from './tables.ts'

export interface Proposed extends Facts {
  readonly selling: Selling
  /** How many markdowns of its own category the elasticity rests on; 0: only what is usual. */
  readonly learnedFrom: number
  readonly steps: readonly Step[]
}

/** How customers of each category have answered to price so far. */
export async function answersToPrice(db: Db, today: Day): Promise<(category: string) => Answered> {
  const taken = await stepsTaken(db, today)
  return (category) => elasticityFrom(taken.filter((t) => t.category === category))
}
type Answered = ReturnType<typeof elasticityFrom>

/**
 * The styles of a season with most value left over at its end at the price that stands, each with its best ladder; no more than one plan
 * holds. Other requests get a turn after each style.
 */
export async function proposeFor(
  db: Db,
  { season, aim, floor, today }: { season: string; aim: Aim; floor: number; today: Day },
): Promise<Proposed[]> {
  const answered = await answersToPrice(db, today)
  const styles = (await factsOf(db, { season, styles: null, today }))
    .filter((f) => !f.elsewhere)
    .map((f) => {
      const { elasticity, from } = answered(f.category)
      const selling = sellingOf(f, elasticity)
      return { ...f, selling, learnedFrom: from, over: outlookOf(selling, aim, []).left * f.tag }
    })
    .filter((f) => f.over > 0)
    .sort((a, b) => b.over - a.over || (a.code < b.code ? -1 : 1))
    .slice(0, mostStyles)
  const proposed: Proposed[] = []
  for (const { over: _, ...style } of styles) {
    proposed.push({ ...style, steps: bestLadder(style.selling, aim, floor) })
    await others()
  }
  return proposed
}
