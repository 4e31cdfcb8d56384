import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Say } from '../../../platform/web/say.ts'
import type { OneDuty } from './api.ts'
import { w } from './words.ts'

export type Event = OneDuty['history'][number]
const said: Readonly<Record<Event['what'], Sentence>> = {
  opened: w.eventOpened,
  confirmed: w.eventConfirmed,
  questioned: w.eventQuestioned,
  sentBack: w.eventSentBack,
  done: w.eventDone,
  reopened: w.eventReopened,
  overdue: w.eventOverdue,
  missed: w.eventMissed,
}
/** 何知夏 确认 */
export const eventSaid = ({ what, byName }: Event, say: Say): string =>
  say(said[what], { name: byName ?? '' })
