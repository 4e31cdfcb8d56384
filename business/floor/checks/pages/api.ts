import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useLanguage } from '../../../../platform/web/say.ts'
import type { checkOperations } from '../actions.ts'

export const api = client<typeof checkOperations>()
export type ChecksDay = OutputOf<(typeof checkOperations)['checks.today']>
export type Card = ChecksDay['cards'][number]
export type Handed = Card['sheets'][number]
export type Finding = ChecksDay['findings'][number]
export type Board = OutputOf<(typeof checkOperations)['checks.area']>
export type Editions = OutputOf<(typeof checkOperations)['checks.editions']>
export type KindEditions = Editions['kinds'][number]

/** What is to be looked at, in the reader's language where it was written in it. */
export function useSays(): (item: { says: string; saysEn: string | null }) => string {
  const language = useLanguage()
  return (item) => (language === 'en' && item.saysEn) || item.says
}
