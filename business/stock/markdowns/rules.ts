import { addDays, type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { type Aim, mostWeeks, type Selling, type Step, usual } from './ladder.ts'
import type { Facts, PlanState, SubmitInput } from './shape.ts'

/** Weeks of which the pace of selling is taken; younger goods are not judged. */
export const weeksJudged = 4

export const aimOf = (from: Day, endsOn: Day, leftPercent: number): Aim => ({
  weeks: Math.floor(daysBetween(from, endsOn) / 7),
  leftPercent,
})
export const dayOfStep = (from: Day, step: Step): Day => addDays(from, 7 * step.week)

export const sellingOf = (f: Facts, elasticity: number): Selling => ({
  pieces: f.pieces,
  // Of what nobody bought somebody would have: half a piece in four weeks, or no price would ever sell it.
  pace: Math.max(0.5, f.lately) / weeksJudged,
  tag: f.tag,
  percent: f.percent,
  elasticity,
  decay: usual.decay,
})

/** Steps as they are kept, in weeks of their plan. */
export const stepsFrom = (
  from: Day,
  steps: readonly { readonly day: Day; readonly percent: number }[],
): readonly Step[] => steps.map((s) => ({ week: daysBetween(from, s.day) / 7, percent: s.percent }))
/** Whole weeks of a plan that have passed. */
export const weeksPassed = ({ from, endsOn }: { from: Day; endsOn: Day }, today: Day): number =>
  Math.max(0, Math.min(aimOf(from, endsOn, 0).weeks, Math.floor(daysBetween(from, today) / 7)))

type WhenNo = Refusal<'fromPast' | 'endsWrong'>
/** A plan begins tomorrow at the earliest, since labels have to be changed, and runs two weeks to sixteen. */
export function checkDays({ from, endsOn }: { from: Day; endsOn: Day }, today: Day): WhenNo | undefined {
  if (from <= today) return refuse('fromPast', {}, 'from')
  const weeks = aimOf(from, endsOn, 0).weeks
  if (weeks < 2 || weeks > mostWeeks) return refuse('endsWrong', { most: mostWeeks }, 'endsOn')
}

type StepsNo = Refusal<'stepsUp' | 'stepsOrder' | 'stepLate'>
/** Steps go down from the price that stands, one after the other, and begin before the plan ends. */
export function checkSteps(
  { code, percent }: { code: string; percent: number },
  steps: readonly Step[],
  { weeks }: Pick<Aim, 'weeks'>,
  at = 'steps',
): StepsNo | undefined {
  let before: Step = { week: -1, percent }
  for (const step of steps) {
    if (step.week <= before.week) return refuse('stepsOrder', { code }, at)
    if (step.percent >= before.percent) return refuse('stepsUp', { code }, at)
    if (step.week >= weeks) return refuse('stepLate', { code }, at)
    before = step
  }
}

/** What is refused of a whole plan, at its first fault. */
export function checkPlan(
  input: SubmitInput,
  facts: ReadonlyMap<string, Facts>,
  today: Day,
): WhenNo | StepsNo | Refusal<'styleTwice' | 'styleNotThere' | 'styleElsewhere'> | undefined {
  const no = checkDays(input, today)
  if (no) return no
  const seen = new Set<string>()
  const aim = aimOf(input.from, input.endsOn, input.leftPercent)
  for (const [i, line] of input.lines.entries()) {
    const at = `lines.${i}.steps`
    const style = facts.get(line.style)
    if (!style) return refuse('styleNotThere', { n: i + 1 }, at)
    if (seen.has(line.style)) return refuse('styleTwice', { code: style.code }, at)
    seen.add(line.style)
    if (style.elsewhere) return refuse('styleElsewhere', { code: style.code }, at)
    const wrong = checkSteps(style, line.steps, aim, at)
    if (wrong) return wrong
  }
}

export const stateOf = (
  { approved, endsOn }: { approved: boolean | null; endsOn: Day },
  today: Day,
): PlanState =>
  approved === null ? 'waiting' : approved ? (endsOn < today ? 'ended' : 'running') : 'returned'
