import type { Day } from '../platform/kinds/day.ts'

/** The instant so many minutes into a day of the demo chain's clock. */
export const instant = (day: Day, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)
