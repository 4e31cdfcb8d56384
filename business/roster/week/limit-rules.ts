import { type Day, daysBetween } from '../../../platform/kinds/day.ts'
import type { LimitKind } from './setting-shape.ts'
import type { Limits, RuleValues } from './shape.ts'

export interface LimitFacts {
  readonly rules: RuleValues
  /** Kinds that hold on some day of the week. */
  readonly kinds: readonly { readonly kind: LimitKind; readonly weekMinutes: number | null }[]
  /** Days of the week on leave, and days on which she is not of the store. */
  readonly away: number
  readonly notHere: number
  /** Overtime that the month's other released weeks hold already. Minutes. */
  readonly overtimeUsed: number
  /** Hours counted over a period (综合计算工时制): what is left of it, or null where the week counts alone. */
  readonly periodLeft: number | null
}

/** What follows for one person's week; of several reasons the strictest. */
export function limitsFor({ rules, kinds, away, notHere, overtimeUsed, periodLeft }: LimitFacts): Limits {
  const part = kinds.find((k) => k.kind === 'partTime')
  const isKept = kinds.some((k) => k.kind !== 'partTime')
  const full = part ? Math.min(part.weekMinutes ?? rules.partWeek, rules.partWeek) : rules.weekNorm
  // A day of leave is a working day less, five at most; days before joining or after leaving take their seventh.
  const week = Math.max(
    0,
    Math.round((full * (7 - notHere)) / 7 - (part ? full / 5 : rules.dayNorm) * Math.min(5, away)),
  )
  const overtimeLeft = Math.max(0, rules.overtimeMonth - overtimeUsed)
  const noOvertime = isKept || part !== undefined
  return {
    week,
    weekMost: noOvertime
      ? week
      : periodLeft === null
        ? week + overtimeLeft
        : Math.max(0, Math.min(periodLeft, rules.runDays * rules.dayMost)),
    dayMost: part ? rules.partDay : isKept ? rules.dayNorm : rules.dayMost,
    notAfter: isKept ? rules.nightFrom : null,
    noOvertime,
    partTime: part !== undefined,
  }
}

/** What an approved period still holds: its ordinary hours and its months' overtime, less what is rostered in it already. */
export function periodLeft(
  period: { readonly from: Day; readonly to: Day },
  rules: RuleValues,
  used: number,
): number {
  const days = daysBetween(period.from, period.to) + 1
  const months = Math.max(1, Math.round(days / 30.4))
  return Math.max(0, Math.round((rules.weekNorm * days) / 7) + months * rules.overtimeMonth - used)
}

/** The part of an approval's time that a week counts in: its month, quarter or year. */
export function periodOf(period: 'month' | 'quarter' | 'year', day: Day): { from: Day; to: Day } {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  const [first, last] =
    period === 'year'
      ? [1, 12]
      : period === 'quarter'
        ? [Math.floor((month - 1) / 3) * 3 + 1, Math.floor((month - 1) / 3) * 3 + 3]
        : [month, month]
  const days = new Date(Date.UTC(Number(year), last, 0)).getUTCDate()
  const two = (n: number): string => String(n).padStart(2, '0')
  return { from: `${year}-${two(first)}-01` as Day, to: `${year}-${two(last)}-${two(days)}` as Day }
}
