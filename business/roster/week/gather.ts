import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, firstDay, lastDay, monthOf } from '../../../platform/kinds/day.ts'
import { daysAway } from '../../organization/people/away.ts'
import type { StoreSeen } from '../../sales/boards/shape.ts'
import { minutesOf } from '../../sales/reports/rules.ts'
import { approvalFor } from './approval-rules.ts'
import type { ApprovalTerms } from './approval-shape.ts'
import { approvalsOn } from './approval-tables.ts'
import { demandOf, peakHours } from './demand-rules.ts'
import { fairnessOf, type Worked } from './fairness-rules.ts'
import { weekDays } from './legal-rules.ts'
import { limitsFor, periodLeft, periodOf } from './limit-rules.ts'
import type { WeekProblem } from './problem-rules.ts'
import * as settings from './setting-tables.ts'
import { type Before, type Cell, type RuleHeld, type RuleValues, ruleCodes, type Worker } from './shape.ts'
import { leastThere, service, shippedShifts, shippedValues } from './shipped.ts'
import * as t from './tables.ts'

/** Weeks of history that demand rests on, and that fairness is counted over. */
export const weeksBack = 8

export async function rulesFor(db: Db, day: Day): Promise<{ values: RuleValues; held: RuleHeld[] }> {
  const own = new Map((await settings.rulesOn(db, day)).map((r) => [r.code, r]))
  const held = ruleCodes.map((code): RuleHeld => {
    const one = own.get(code)
    return {
      code,
      value: one?.value ?? shippedValues[code],
      from: one?.from ?? null,
      source: one?.source ?? null,
    }
  })
  return { values: Object.fromEntries(held.map((r) => [r.code, r.value])) as unknown as RuleValues, held }
}

/** Shifts of a store in a week: its own, else those shipped for its kind and hours. */
export async function shiftsFor(db: Db, store: StoreSeen, week: Day) {
  const own = await settings.ownShifts(db, store.id, week)
  if (own.length > 0) return { shifts: own, isOwn: true }
  const shipped = shippedShifts(store.kind, minutesOf(store.opensAt), minutesOf(store.closesAt))
  return { shifts: [...shipped], isOwn: false }
}

/** Everything that a week's roster rests on: people with their limits, shifts, rules, demand, wishes, what was before. */
export async function gatherWeek(db: Db, store: StoreSeen, week: Day, today: Day) {
  const end = addDays(week, 6)
  const { values: rules, held } = await rulesFor(db, week)
  const { shifts, isOwn } = await shiftsFor(db, store, week)
  const people = await t.peopleOfWeek(db, store.id, week)
  const ids = people.map((p) => p.person)
  const works = await t.worksBetween(db, store.id, addDays(week, -7 * weeksBack), addDays(end, 1))
  const approvals = await approvalsOn(db, store.id, week)
  const workers = await workersOf(db, { store: store.id, week, people, works, rules, approvals })
  const historyEnd = addDays(week > today ? today : week, -1)
  const from = addDays(historyEnd, 1 - 7 * weeksBack)
  const { usual, counted } = await t.usualHours(db, store.id, from, historyEnd)
  const { holidays, closed } = await t.specialDays(db, store.id, week)
  const personDays = workers
    .filter((w) => !w.limits.partTime)
    .reduce((sum, w) => sum + Math.floor(w.limits.week / rules.dayNorm), 0)
  const demand = demandOf({
    week,
    opens: minutesOf(store.opensAt),
    closes: minutesOf(store.closesAt),
    usual,
    counted,
    weeks: Math.max(0, ...counted.values()),
    holidays,
    closed,
    personDays,
    shifts,
    service,
    leastThere,
  })
  const peak = peakHours(usual)
  const past = works.filter((w) => w.day < week)
  return {
    rules,
    held,
    shifts,
    isOwn,
    approvals,
    workers,
    demand,
    peak: [...peak],
    past,
    wishes: await t.wishesOf(db, store.id, week, end),
    fairBefore: fairnessOf(ids, past, peak),
    holidays,
    closed,
  }
}
export type Gathered = Awaited<ReturnType<typeof gatherWeek>>

/** The week as the solver takes it; days that are over stay as they are. */
export const problemFrom = (g: Gathered, week: Day, today: Day, cells: readonly Cell[]): WeekProblem => ({
  week,
  workers: g.workers,
  shifts: g.shifts,
  rules: g.rules,
  demand: g.demand,
  wishes: g.wishes,
  fair: g.fairBefore,
  fixedBefore: today,
  cells,
})

async function workersOf(
  db: Db,
  of: {
    store: string
    week: Day
    people: readonly t.HeldPerson[]
    works: readonly Worked[]
    rules: RuleValues
    approvals: readonly ApprovalTerms[]
  },
): Promise<Worker[]> {
  const { store, week, people, works, rules, approvals } = of
  const end = addDays(week, 6)
  const ids = people.map((p) => p.person)
  const away = await daysAway(db, ids, week, end)
  const elsewhere = await t.elsewhereIn(db, store, ids, week)
  const limits = await settings.limitsOf(db, ids, week, end)
  // Ordinarily the month counts; where an approval covers somebody, the part of its time in which the week lies.
  const spans = [
    { approval: undefined, span: monthAround(week) },
    ...approvals.map((a) => ({ approval: a, span: cut(periodOf(a.period, week), a) })),
  ]
  const covered = spans.map(({ approval, span }) => ({
    approval,
    span,
    people: people.filter((p) => approvalFor(approvals, p.position) === approval).map((p) => p.person),
  }))
  const counted = new Map<
    string,
    { minutes: Awaited<ReturnType<typeof t.minutesBetween>>; left: Span | null }
  >()
  for (const { approval, span, people: own } of covered) {
    if (own.length === 0) continue
    const minutes = await t.minutesBetween(db, own, span.from, span.to)
    for (const one of own) counted.set(one, { minutes, left: approval ? span : null })
  }
  return people.map(({ person, name, position, here }): Worker => {
    const days = weekDays(week)
    const awayDays = days.filter((d) => away.some((a) => a.person === person && a.from <= d && a.to >= d))
    const isElsewhere = (d: Day) => elsewhere.some((e) => e.person === person && e.day === d)
    const notHere = days.filter((d) => !here.includes(d) || isElsewhere(d))
    const { minutes, left } = counted.get(person)!
    const others = minutes.filter((m) => m.person === person && m.week !== week)
    const used = others.reduce((sum, m) => sum + m.minutes, 0)
    const over = others.reduce((sum, m) => sum + Math.max(0, m.minutes - rules.weekNorm), 0)
    return {
      person,
      name,
      position,
      away: awayDays,
      notHere,
      limits: limitsFor({
        rules,
        kinds: limits.filter((l) => l.person === person),
        away: awayDays.filter((d) => !notHere.includes(d)).length,
        notHere: notHere.length,
        overtimeUsed: over,
        periodLeft: left ? periodLeft(left, rules, used) : null,
      }),
      ...around(
        works.filter((w) => w.person === person),
        week,
      ),
    }
  })
}

/** What lies just before and after a week on released rosters. */
function around(own: readonly Worked[], week: Day): { before: Before; after: Worker['after'] } {
  const on = new Map(own.map((w) => [w.day, w]))
  let run = 0
  while (run < 14 && on.has(addDays(week, -1 - run))) run += 1
  const last = on.get(addDays(week, -1))
  const next = on.get(addDays(week, 7))
  return {
    before: { run, last: last ? { from: last.from, to: last.to, kind: last.kind } : null },
    after: next ? { from: next.from } : null,
  }
}

/** The month in which a week begins. */
const monthAround = (week: Day): { from: Day; to: Day } => ({
  from: firstDay(monthOf(week)),
  to: lastDay(monthOf(week)),
})
interface Span {
  readonly from: Day
  readonly to: Day
}
const cut = (span: Span, within: Span): Span => ({
  from: span.from > within.from ? span.from : within.from,
  to: span.to < within.to ? span.to : within.to,
})

/** Eight weeks up to the end of the week looked at, its own cells included: what everybody sees of fairness. */
export function fairWith(g: Gathered, cells: readonly Cell[]) {
  const shifts = new Map(g.shifts.map((s) => [s.code, s]))
  const now = cells.flatMap((c): Worked[] => {
    const s = shifts.get(c.code)
    return s ? [{ person: c.person, day: c.day, from: s.from, to: s.to, kind: s.kind }] : []
  })
  const first = cells[0]
    ? addDays(
        cells.reduce((a, c) => (c.day < a ? c.day : a), cells[0].day),
        -7 * 7,
      )
    : null
  const past = first ? g.past.filter((w) => w.day >= first) : g.past
  return fairnessOf(
    g.workers.map((w) => w.person),
    [...past, ...now],
    new Set(g.peak),
  )
}
