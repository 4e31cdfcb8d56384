import { addDays, type Day, type Month, monthOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'

/** A step is taken within so many days at most. */
export const longestStep = 180

export function checkStep(by: Day, today: Day, field: string) {
  const latest = addDays(today, longestStep)
  return by < today || by > latest ? refuse('byBetween', { from: today, to: latest }, field) : undefined
}

interface Standing {
  readonly day: Day
  readonly endedOn: Day | null
  readonly reviews: readonly { readonly day: Day }[]
}
/** Made, looked at or ended in the month. */
export const isTouched = (plan: Standing, month: Month): boolean =>
  [plan.day, plan.endedOn, ...plan.reviews.map((r) => r.day)].some((d) => d !== null && monthOf(d) === month)
/** Plans still to be looked at in the month, and whether that is all that the month asks for. */
export function monthStands(plans: readonly Standing[], month: Month, isNobody: boolean) {
  const open = plans.filter((p) => p.endedOn === null)
  const left = open.filter((p) => !isTouched(p, month)).length
  return { left, isDone: left === 0 && (isNobody || plans.some((p) => isTouched(p, month))) }
}
