import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import type { dutyOperations } from '../actions.ts'

type Ops = typeof dutyOperations
export const api = client<Ops>()

export type TodayAnswer = OutputOf<Ops['duties.today']>
export type TodayItem = TodayAnswer['now'][number]
export type Below = NonNullable<OutputOf<Ops['duties.below']>['below']>
export type Woven = OutputOf<Ops['duties.weave']>
export type WovenLine = Woven['rows'][number]
export type SeatAnswer = OutputOf<Ops['duties.ofSeat']>
/** One duty as every list shows it. */
export type DutyItem = SeatAnswer['items'][number]
export type OfRecord = OutputOf<Ops['duties.ofRecord']>
/** One duty with its history and what the reader may do with it. */
export type OneDuty = OfRecord['items'][number]
