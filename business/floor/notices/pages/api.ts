import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useLanguage } from '../../../../platform/web/say.ts'
import type { noticeOperations } from '../actions.ts'

export const api = client<typeof noticeOperations>()
export type Inbox = OutputOf<(typeof noticeOperations)['notices.inbox']>
export type Line = Inbox['unread'][number]
export type Opened = OutputOf<(typeof noticeOperations)['notices.one']>
export type Progress = OutputOf<(typeof noticeOperations)['notices.progress']>

/** A notice's title and text in the reader's language, where it was written in it. */
export function useTitle(): (one: { title: string; titleEn: string | null }) => string {
  const language = useLanguage()
  return (one) => (language === 'en' && one.titleEn) || one.title
}
