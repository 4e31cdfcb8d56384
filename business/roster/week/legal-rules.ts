import { addDays, type Day, daysThrough } from '../../../platform/kinds/day.ts'
import { type Cell, type Limits, type RuleValues, type Shift, type Worker, workedMinutes } from './shape.ts'

/** hard: not released so; soft: said, and left to who leads the store. */
export const breachKinds = {
  notHere: 'hard',
  away: 'hard',
  unknownShift: 'hard',
  dayLong: 'hard',
  night: 'hard',
  rest: 'hard',
  run: 'hard',
  restDay: 'hard',
  weekOver: 'hard',
  overtime: 'soft',
  weekUnder: 'soft',
} as const
export type BreachRule = keyof typeof breachKinds
export interface Breach {
  readonly rule: BreachRule
  readonly person: string
  /** The cell at which it shows; null: of the whole week. */
  readonly day: Day | null
  /** What its sentence needs: hours with one decimal, days, clock times. */
  readonly facts: Readonly<Record<string, string | number>>
}
export const isHard = (breach: Breach): boolean => breachKinds[breach.rule] === 'hard'

export const weekDays = (week: Day): readonly Day[] => daysThrough(week, addDays(week, 6))
/** 7.5 */
export const inHours = (minutes: number): number => Math.round(minutes / 6) / 10
/** '22:30'; past midnight it begins anew. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Everything that a week's roster breaks, person by person, day by day. */
export function breachesOf(
  week: Day,
  workers: readonly Worker[],
  cells: readonly Cell[],
  shifts: readonly Shift[],
  rules: RuleValues,
): Breach[] {
  const byCode = new Map(shifts.map((s) => [s.code, s]))
  const known = new Set(workers.map((w) => w.person))
  const strangers = cells
    .filter((c) => !known.has(c.person))
    .map((c): Breach => ({ rule: 'notHere', person: c.person, day: c.day, facts: {} }))
  return [
    ...strangers,
    ...workers.flatMap((w) =>
      breachesOfPerson(
        week,
        w,
        cells.filter((c) => c.person === w.person),
        byCode,
        rules,
      ),
    ),
  ]
}

function breachesOfPerson(
  week: Day,
  worker: Worker,
  cells: readonly Cell[],
  shifts: ReadonlyMap<string, Shift>,
  rules: RuleValues,
): Breach[] {
  const found: Breach[] = []
  const { person, limits } = worker
  const add = (rule: BreachRule, day: Day | null, facts: Breach['facts'] = {}) =>
    found.push({ rule, person, day, facts })
  const codes = new Map(cells.map((c) => [c.day, c.code]))
  const days = weekDays(week)
  const on = days.map((day) => shifts.get(codes.get(day) ?? ''))
  for (const [i, day] of days.entries()) {
    if (!codes.has(day)) continue
    const shift = on[i]
    if (worker.notHere.includes(day)) add('notHere', day)
    else if (worker.away.includes(day)) add('away', day)
    if (!shift) {
      add('unknownShift', day)
      continue
    }
    const minutes = workedMinutes(shift)
    if (minutes > limits.dayMost)
      add('dayLong', day, { hours: inHours(minutes), most: inHours(limits.dayMost) })
    if (limits.notAfter !== null && (shift.to > limits.notAfter || shift.from < 360))
      add('night', day, { to: clockOf(shift.to), most: clockOf(limits.notAfter) })
    const last = i === 0 ? worker.before.last : on[i - 1]
    if (last) {
      const gap = shift.from + 1440 - last.to
      if (gap < rules.restBetween)
        add('rest', day, { hours: inHours(gap), least: inHours(rules.restBetween) })
    }
    if (i === 6 && worker.after) {
      const gap = worker.after.from + 1440 - shift.to
      if (gap < rules.restBetween)
        add('rest', day, { hours: inHours(gap), least: inHours(rules.restBetween) })
    }
  }
  let run = worker.before.run
  for (const [i, day] of days.entries()) {
    run = codes.has(day) ? run + 1 : 0
    if (run > rules.runDays && on[i]) add('run', day, { days: run, most: rules.runDays })
  }
  const worked = codes.size
  if (worked > 7 - rules.restDays) add('restDay', null, { days: worked, least: rules.restDays })
  found.push(...hoursOf(worker, on))
  return found
}

function hoursOf({ person, limits }: Worker, on: readonly (Shift | undefined)[]): Breach[] {
  const minutes = on.reduce((sum, s) => sum + (s ? workedMinutes(s) : 0), 0)
  const hours = inHours(minutes)
  const of = (rule: BreachRule, most: number): Breach[] => [
    { rule, person, day: null, facts: { hours, most: inHours(most) } },
  ]
  if (minutes > mostOf(limits)) return of('weekOver', mostOf(limits))
  if (minutes > limits.week)
    return [
      {
        rule: 'overtime',
        person,
        day: null,
        facts: { hours, norm: inHours(limits.week), over: inHours(minutes - limits.week) },
      },
    ]
  // Less than half a day below is no news: shifts do not add up to the hour.
  if (minutes < limits.week - 240 && !limits.partTime) return of('weekUnder', limits.week)
  return []
}

/** Minutes that nobody may pass in the week. */
export const mostOf = (limits: Limits): number => (limits.noOvertime ? limits.week : limits.weekMost)
