import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { displayOperations } from '../actions.ts'

export const api = client<typeof displayOperations>()
export type OfStore = OutputOf<(typeof displayOperations)['displays.store']>
export type ManualSeen = NonNullable<OfStore['manual']>
export type Finding = OfStore['findings'][number]
export type Check = OfStore['checks'][number]
export type One = OutputOf<(typeof displayOperations)['displays.one']>
export type Board = OutputOf<(typeof displayOperations)['displays.area']>
export type Editions = OutputOf<(typeof displayOperations)['displays.editions']>
export type KindEditions = Editions['kinds'][number]

export const ofManual = { view: 'displays.picture' }
export const ofStore = (store: string) => ({ view: 'displays.photo', store })
/** 86.5: a score as people say it. */
export const scoreSaid = (thousandths: number): string =>
  thousandths % 10 === 0 ? String(thousandths / 10) : (thousandths / 10).toFixed(1)
