import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Day, dayOf, daysBetween, yearOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { CalendarDay } from './shape.ts'

const longestEvent = 120

/** Public holidays and make-up workdays as decreed, for every year that the shipped list knows (2004 on). */
export function decreedDays(): CalendarDay[] {
  const read = (list: Readonly<Record<string, string>>, kind: CalendarDay['kind']): CalendarDay[] =>
    Object.entries(list).map(([day, entry]) => {
      const [nameEn = '', name = ''] = entry.split(',')
      return { day: dayOf(day), kind, name, nameEn }
    })
  return [...read(chineseDays.holidays, 'holiday'), ...read(chineseDays.workdays, 'makeUpWorkday')]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The years that the list covers; beyond them headquarters enters the decree itself. */
export function decreedYears(days: readonly CalendarDay[] = decreedDays()): { from: number; to: number } {
  const years = days.map(({ day }) => yearOf(day))
  return { from: Math.min(...years), to: Math.max(...years) }
}

export function markDay(input: { day: Day; kind: CalendarDay['kind'] | null; name: string; nameEn: string }) {
  if (input.kind === null) return { day: input.day, mark: null }
  if (!input.name) return refuse('dayNameMissing', {}, 'name')
  return { day: input.day, mark: { day: input.day, kind: input.kind, name: input.name, nameEn: input.nameEn || input.name } }
}

export function planEvent(event: { from: Day; to: Day }) {
  if (event.to < event.from) return refuse('endsBeforeItBegins', { from: event.from }, 'to')
  const length = daysBetween(event.from, event.to) + 1
  return length > longestEvent ? refuse('eventTooLong', { days: length, most: longestEvent }, 'to') : { length }
}
