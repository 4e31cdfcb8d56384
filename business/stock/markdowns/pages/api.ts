import { cents, type Money } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { Say } from '../../../../platform/web/say.ts'
import type { markdownOperations } from '../actions.ts'
import { w } from '../page-words.ts'

export const api = client<typeof markdownOperations>()
type See<N extends keyof typeof markdownOperations> = OutputOf<(typeof markdownOperations)[N]>
export type PlanSeen = See<'markdowns.plan'>
export type LineSeen = PlanSeen['lines'][number]
export type Head = See<'markdowns.plans'>['plans'][number]
export type Proposal = See<'markdowns.propose'>
export type StyleProposed = Proposal['styles'][number]

/** 7 折 · 70% */
export const priceText = (percent: number, say: Say): string =>
  percent === 100 ? say(w.full) : say(w.priceOf, { rate: percent / 10, percent })
export const tones = { waiting: 'late', running: 'accent', ended: 'plain', returned: 'excused' } as const
/** What is expected is told in whole yuan. */
export const whole = (amount: Money): Money => cents(Math.round(amount / 100) * 100)
