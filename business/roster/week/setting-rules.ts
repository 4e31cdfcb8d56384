import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { minutesOf } from '../../sales/reports/rules.ts'
import type { RuleCode, Shift, ShiftKind } from './shape.ts'
import { shippedValues } from './shipped.ts'

/** Rules of which a company may only keep the law or better: less of these is kinder, more of those. */
const atMost: readonly RuleCode[] = [
  'dayNorm',
  'dayMost',
  'weekNorm',
  'overtimeMonth',
  'runDays',
  'nightFrom',
  'partDay',
  'partWeek',
]
export function checkRule(code: RuleCode, value: number): Refusal<'ruleSlack'> | undefined {
  const law = shippedValues[code]
  // The rest between shifts is the house's own: the law names none.
  if (code === 'restBetween') return undefined
  const isSlack = atMost.includes(code) ? value > law : value < law
  return isSlack ? refuse('ruleSlack', { most: law }, 'value') : undefined
}

export interface GivenShift {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly from: string
  readonly to: string
  readonly break: number
  readonly kind: ShiftKind
}
/** Shifts as typed ('09:30'): an end at or before the begin is of the next day. */
export function shiftsFrom(
  given: readonly GivenShift[],
): Shift[] | Refusal<'codeTwice' | 'shiftShort' | 'shiftLong'> {
  const shifts = given.map((s): Shift => {
    const [from, to] = [minutesOf(s.from), minutesOf(s.to)]
    return { ...s, from, to: to <= from ? to + 1440 : to }
  })
  for (const [i, s] of shifts.entries()) {
    if (shifts.findIndex((o) => o.code === s.code) < i)
      return refuse('codeTwice', { code: s.code }, `shifts.${i}.code`)
    if (s.to - s.from <= s.break) return refuse('shiftShort', { code: s.code }, `shifts.${i}.break`)
    if (s.to - s.from > 840 || s.to > 1800) return refuse('shiftLong', { code: s.code }, `shifts.${i}.to`)
  }
  return shifts
}
