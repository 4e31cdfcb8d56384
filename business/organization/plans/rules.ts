import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { grid, leastSide, type Placed, type Zone } from './shape.ts'

/** A plan is drawn for a day at most so far ahead. */
export const daysAhead = 180

const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + b.deep && b.y < a.y + a.deep
const isInside = (p: Placed): boolean =>
  p.x >= 0 && p.y >= 0 && p.x + p.wide <= grid.wide && p.y + p.deep <= grid.deep

/** Zones of which one lies on another. */
export function crossed(placed: readonly Placed[]): Zone[] {
  return placed.filter((a) => placed.some((b) => a !== b && overlap(a, b))).map((a) => a.zone)
}

/** Each zone once, within the walls, none on another; from today or a day to come. */
export function checkPlan(from: Day, placed: readonly Placed[], today: Day) {
  const last = addDays(today, daysAhead)
  if (from < today || from > last) return refuse('fromBetween', { from: today, to: last }, 'from')
  const twice = placed.findIndex((a, i) => placed.some((b, j) => j < i && a.zone === b.zone))
  if (twice >= 0) return refuse('zoneTwice', {}, `zones.${twice}`)
  const outside = placed.findIndex((p) => !isInside(p))
  if (outside >= 0) return refuse('outside', {}, `zones.${outside}`)
  const on = placed.findIndex((a, i) => placed.some((b, j) => j < i && overlap(a, b)))
  return on < 0 ? undefined : refuse('zonesOverlap', {}, `zones.${on}`)
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
/** The rectangle as near to what is asked for as the walls allow. */
export function fitted(p: Placed): Placed {
  const wide = between(p.wide, leastSide, grid.wide)
  const deep = between(p.deep, leastSide, grid.deep)
  return {
    ...p,
    wide,
    deep,
    x: between(p.x, 0, grid.wide - wide),
    y: between(p.y, 0, grid.deep - deep),
  }
}

/** Where a zone that is not on the plan yet finds room, from the back; undefined where there is none. */
export function roomFor(zone: Zone, placed: readonly Placed[]): Placed | undefined {
  for (let y = 0; y + leastSide <= grid.deep; y++)
    for (let x = 0; x + leastSide <= grid.wide; x++) {
      const here = { zone, x, y, wide: leastSide, deep: leastSide }
      if (!placed.some((p) => overlap(p, here))) return here
    }
  return undefined
}
