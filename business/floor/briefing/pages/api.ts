import type { Money } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { Format } from '../../../../platform/web/format.ts'
import { useMe } from '../../../../platform/web/session.ts'
import type { briefingOperations } from '../actions.ts'

export const api = client<typeof briefingOperations>()
export type DaySeen = OutputOf<(typeof briefingOperations)['dayPlans.day']>
export type PersonSeen = DaySeen['people'][number]
export type StoreCoaching = OutputOf<(typeof briefingOperations)['coaching.ofStore']>
export type AssociateSeen = StoreCoaching['associates'][number]

/** Whole yuan, as the boards write a day. */
export const whole = (f: Format, amount: number): string => f.money((Math.round(amount / 100) * 100) as Money)

/** Whether the reader is the store manager of this very store: others see the same page and write nothing. */
export const useLeadsStore = (store: string): boolean =>
  useMe().appointments.some((a) => a.position === 'storeManager' && a.store?.id === store)
