import type { RosterProblem } from './shape.ts'

/** Three years. */
export const mostDays = 1_100
/** A row holds a shift in one byte. */
export const mostShifts = 127

/**
 * What of an instance cannot be: the first number that is no whole number of its range, the first name that stands twice.
 * Weights may be any number. Undefined where all is well.
 */
export function faultOf({ days, shifts, people, cover }: RosterProblem): string | undefined {
  if (!isWhole(days, 1, mostDays)) return `days ${days}: 1 to ${mostDays}`
  if (!isWhole(shifts.length, 1, mostShifts)) return `shifts ${shifts.length}: 1 to ${mostShifts}`
  const twice = twiceIn(shifts.map((s) => s.id)) ?? twiceIn(people.map((p) => p.id))
  if (twice !== undefined) return `${twice} stands there twice`
  const long = shifts.find((s) => !isWhole(s.minutes, 0, 2_880))
  if (long) return `minutes of shift ${long.id}: ${long.minutes}`
  for (const person of people) {
    const { id, mostOf, minMinutes, maxMinutes, minRun, maxRun, minRest, maxWeekends } = person
    const least = { minMinutes, maxMinutes, minRun, maxRun, minRest, maxWeekends }
    const odd = Object.entries(least).find(([, value]) => !isWhole(value, 0))
    if (odd) return `${odd[0]} of ${id}: ${odd[1]}`
    const at = mostOf.findIndex((most) => !isWhole(most, 0))
    if (at !== -1) return `${id}, ${shifts[at]!.id}: ${mostOf[at]}`
  }
  const asked = cover.find((c) => !isWhole(c.need, 0))
  return asked && `day ${asked.day}, ${shifts[asked.shift]!.id}: ${asked.need}`
}

const isWhole = (value: number, low: number, high = 100_000_000): boolean =>
  Number.isInteger(value) && value >= low && value <= high
const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, at) => names.indexOf(name) !== at)
