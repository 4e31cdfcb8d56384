import type { Day } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { PlaceRule } from './shape.ts'

interface Dated {
  readonly of: 'store' | 'company'
  readonly rule: PlaceRule
  readonly from: Day
}
/** What holds on a day: the store's own word, unless it has none or leaves it to the company; without any, anywhere. */
export function placeRuleOn<R extends Dated>(rules: readonly R[], day: Day): R | undefined {
  const latest = (of: Dated['of']) =>
    rules.filter((r) => r.of === of && r.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  const own = latest('store')
  return own && own.rule !== 'asCompany' ? own : latest('company')
}

/** Only the device decides; who is on it has signed in as herself. */
export function checkPlace(
  rule: PlaceRule | undefined,
  isEnrolledHere: boolean,
): Refusal<'onlyEnrolled'> | undefined {
  return rule === 'enrolled' && !isEnrolledHere ? refuse('onlyEnrolled') : undefined
}

export type PressedOn = 'store' | 'own' | 'both'
/** On what a day's presses were made. */
export function pressedOn(presses: readonly { readonly device: string | null }[]): PressedOn | null {
  if (presses.length === 0) return null
  const own = presses.some((p) => p.device === null)
  return presses.every((p) => p.device === null) ? 'own' : own ? 'both' : 'store'
}
