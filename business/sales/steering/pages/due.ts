import { addDays, type Day, localTime } from '../../../../platform/kinds/day.ts'

export interface Due {
  readonly day: Day
  readonly time: string
}
/** The wall clock of whoever gives it; the seat's own is the same but for chains over several zones. */
const wall = () => localTime(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)

/** The deadlines one usually gives: this evening while there is time for it, and tomorrow at noon. */
export function usualDues(): { today: Due | null; tomorrow: Due } {
  const { day, minutes } = wall()
  return {
    today: minutes < 16 * 60 ? { day, time: '18:00' } : null,
    tomorrow: { day: addDays(day, 1), time: '12:00' },
  }
}
export const usualDue = (): Due => {
  const { today, tomorrow } = usualDues()
  return today ?? tomorrow
}
export const isSame = (a: Due | null, b: Due | null): boolean => a?.day === b?.day && a?.time === b?.time

/** Two hours, three days: the largest unit that is whole. */
export function waited(since: string, now: Date): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(1, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000))
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / 1_440) }
}
