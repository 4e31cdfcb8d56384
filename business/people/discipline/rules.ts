import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Entry } from './shape.ts'

/** Days back of which something may still be entered: later nobody remembers it as it was. */
export const enteredBack = 30

/** Who it is about, in this store, and who enters it. */
export interface Between {
  readonly isOneself: boolean
  /** She leads this store: then it is for the area manager. */
  readonly leadsStore: boolean
  readonly enteredByArea: boolean
}

/** Down the line only: the store manager of her associates, the area manager of both; of what happened lately. */
export function checkEntered(
  who: Between,
  day: Day,
  today: Day,
): Refusal<'oneself' | 'notBelow' | 'dayAhead' | 'tooLongAgo'> | undefined {
  if (who.isOneself) return refuse('oneself', {}, 'person')
  if (who.leadsStore && !who.enteredByArea) return refuse('notBelow', {}, 'person')
  if (day > today) return refuse('dayAhead', {}, 'day')
  return day < addDays(today, -enteredBack) ? refuse('tooLongAgo', { days: enteredBack }, 'day') : undefined
}

/** Read once, with an answer or without; the answer stands beside what was entered. */
export function checkRead(
  entry: Entry,
  reader: string,
): Refusal<'notYours' | 'readAlready' | 'withdrawn'> | undefined {
  if (entry.person !== reader) return refuse('notYours')
  if (entry.withdrawnAt !== null) return refuse('withdrawn')
  return entry.readAt === null ? undefined : refuse('readAlready')
}

/** Taken back by whoever entered it, or by the area manager above; never by whom it is about. */
export function checkWithdrawn(
  entry: Entry,
  actor: { readonly person: string; readonly isArea: boolean },
): Refusal<'oneself' | 'notYours' | 'withdrawn'> | undefined {
  if (entry.person === actor.person) return refuse('oneself')
  if (entry.withdrawnAt !== null) return refuse('withdrawn')
  return entry.by === actor.person || actor.isArea ? undefined : refuse('notYours')
}

/** A store manager sees what stands of those she leads, and of herself; who stands above the store sees all of it. */
export const isSeenBy = (
  entry: Pick<Entry, 'person' | 'by'>,
  viewer: { readonly person: string; readonly isAbove: boolean },
  leaders: ReadonlySet<string>,
): boolean =>
  viewer.isAbove || entry.person === viewer.person || entry.by === viewer.person || !leaders.has(entry.person)
