import chineseDays from 'chinese-days'
import { type Day, daysBetween, daysOf, monthsOf, yearOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { CalendarDay } from './shape.ts'

const longestEvent = 120

const firstDecree = 2004
let known: readonly CalendarDay[] | undefined

/** Public holidays and make-up workdays as decreed, for every year that the shipped list knows (2004 on). */
export function decreedDays(): readonly CalendarDay[] {
  known ??= readDecrees()
  return known
}

function readDecrees(): CalendarDay[] {
  const all: CalendarDay[] = []
  for (let year = firstDecree; ; year += 1) {
    const days = monthsOf(year).flatMap(daysOf).flatMap(decreed)
    // A year without any is one that the list does not know yet.
    if (days.length === 0) return all
    all.push(...days)
  }
}

/** The list names a decreed day 'Spring Festival,春节,4' and an ordinary one by its weekday. */
function decreed(day: Day): CalendarDay[] {
  const { name: entry, work } = chineseDays.getDayDetail(day)
  const [nameEn, name] = entry.split(',')
  return nameEn && name ? [{ day, kind: work ? 'makeUpWorkday' : 'holiday', name, nameEn }] : []
}

/** The years that the list covers; beyond them headquarters enters the decree itself. */
export function decreedYears(days: readonly CalendarDay[] = decreedDays()): { from: number; to: number } {
  const years = days.map(({ day }) => yearOf(day))
  return { from: Math.min(...years), to: Math.max(...years) }
}

export function markDay(input: { day: Day; kind: CalendarDay['kind'] | null; name: string; nameEn: string }) {
  if (input.kind === null) return { day: input.day, mark: null }
  if (!input.name) return refuse('dayNameMissing', {}, 'name')
  return {
    day: input.day,
    mark: { day: input.day, kind: input.kind, name: input.name, nameEn: input.nameEn || input.name },
  }
}

export function planEvent(event: { from: Day; to: Day }) {
  if (event.to < event.from) return refuse('endsBeforeItBegins', { from: event.from }, 'to')
  const length = daysBetween(event.from, event.to) + 1
  return length > longestEvent
    ? refuse('eventTooLong', { days: length, most: longestEvent }, 'to')
    : { length }
}
