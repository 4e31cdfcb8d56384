import type { Day, Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Region } from './calendar.ts'
import type { HolidayMark } from './holidays.ts'
import type { PlanCampaign, PlanStore } from './plan-input.ts'
import type { StoreProposal } from './propose.ts'
import type { DayProposal } from './propose-days.ts'

/** What a plan reads apart from the stores; everything in it can be sent to another thread. */
export interface PlanFrame {
  readonly year: number
  readonly growth?: number
  readonly region: Region
  /** The holidays that headquarters edited. */
  readonly holidays: ReadonlyMap<Day, HolidayMark>
  readonly campaigns: readonly PlanCampaign[]
}
/** A store with its history as two columns: day numbers since 1970-01-01, and cents. */
export interface StoreHistory extends Omit<PlanStore, 'history'> {
  readonly days: readonly number[]
  readonly nets: readonly Money[]
}
export interface StoreMonth {
  readonly store: string
  readonly month: Month
}

/** To the planning thread. A plan is begun, given its stores in parts, then planned; it stays until forgotten. */
export type ToPlanner = { readonly plan: number } & (
  | { readonly say: 'begin'; readonly frame: PlanFrame }
  | { readonly say: 'stores'; readonly stores: readonly StoreHistory[] }
  | { readonly say: 'plan' }
  | { readonly say: 'days'; readonly request: number; readonly asked: readonly StoreMonth[] }
  | { readonly say: 'forget' }
)
/** Back from it: proposals in parts, so that neither thread holds still for a large chain. */
export type FromPlanner = { readonly plan: number } & (
  | { readonly say: 'proposals'; readonly proposals: readonly StoreProposal[] }
  | { readonly say: 'planned'; readonly historyUntil: Day | null }
  | { readonly say: 'days'; readonly request: number; readonly days: readonly (readonly DayProposal[])[] }
)
