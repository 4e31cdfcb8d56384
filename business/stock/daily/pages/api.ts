import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { Format } from '../../../../platform/web/format.ts'
import type { dailyOperations } from '../actions.ts'

export const api = client<typeof dailyOperations>()
type See<N extends keyof typeof dailyOperations> = OutputOf<(typeof dailyOperations)[N]>
export type Evening = See<'dailyCounts.ofDay'>
export type Category = Evening['categories'][number]
export type Count = NonNullable<Category['count']>
export type Board = See<'dailyCounts.area'>

export const signed = (f: Format, n: number): string => (n > 0 ? `+${f.count(n)}` : f.count(n))
/** How an evening came out, as the weave draws it. */
export const woven = { equal: 'done', said: 'late', open: 'missed' } as const
