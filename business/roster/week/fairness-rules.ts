import { type Day, weekdayOf } from '../../../platform/kinds/day.ts'
import type { Fair, ShiftKind } from './shape.ts'

export interface Worked {
  readonly person: string
  readonly day: Day
  readonly from: number
  readonly to: number
  readonly kind: ShiftKind
}
/** Weekends, late shifts and busy hours of each over a span of days; people without a shift in it stand with nothing. */
export function fairnessOf(
  people: readonly string[],
  worked: readonly Worked[],
  peak: ReadonlySet<string>,
): Fair[] {
  return people.map((person) => {
    const own = worked.filter((w) => w.person === person)
    const weeks = new Set(own.map((w) => Math.floor((Date.parse(`${w.day}T00:00:00Z`) / 86_400_000 + 3) / 7)))
    return {
      person,
      weekends: own.filter((w) => weekdayOf(w.day) > 5).length,
      lates: own.filter((w) => w.kind === 'late').length,
      peak: own.reduce((sum, w) => sum + peakMinutes(w, peak), 0),
      weeks: weeks.size,
    }
  })
}

function peakMinutes(w: Worked, peak: ReadonlySet<string>): number {
  let minutes = 0
  for (let hour = Math.floor(w.from / 60); hour * 60 < w.to; hour++)
    if (peak.has(`${weekdayOf(w.day)} ${hour % 24}`))
      minutes += Math.min(w.to, hour * 60 + 60) - Math.max(w.from, hour * 60)
  return minutes
}

export interface FairSum {
  /** Weekend days, late shifts and peak hours: the most anybody has a week against the least. */
  readonly weekends: number
  readonly lates: number
  readonly peakHours: number
  /** 0 … 100: 100 where everybody has the same a week (Jain's index of the three, the lowest of them). */
  readonly index: number
}
/** How evenly the burden lies on those who worked in the span; null where fewer than two did. */
export function fairSum(all: readonly Fair[]): FairSum | null {
  const there = all.filter((f) => f.weeks > 0)
  if (there.length < 2) return null
  const rates = (of: (f: Fair) => number): number[] => there.map((f) => of(f) / f.weeks)
  const gap = (values: number[], digits: number): number =>
    Math.round((Math.max(...values) - Math.min(...values)) * 10 ** digits) / 10 ** digits
  const [w, l, p] = [rates((f) => f.weekends), rates((f) => f.lates), rates((f) => f.peak / 60)]
  return {
    weekends: gap(w, 1),
    lates: gap(l, 1),
    peakHours: gap(p, 1),
    index: Math.round(100 * Math.min(jain(w), jain(l), jain(p))),
  }
}
/** (Σx)² / (n Σx²): 1 where all are alike, 1/n where one bears all (Jain, Chiu, Hawe 1984). */
export function jain(values: readonly number[]): number {
  const sum = values.reduce((a, b) => a + b, 0)
  const squares = values.reduce((a, b) => a + b * b, 0)
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares)
}
