/**
 * A business day (营业日) is 'YYYY-MM-DD', a month 'YYYY-MM': branded strings, never a Date.
 * Arithmetic goes through UTC day numbers only, so no server time zone can move a day.
 */
declare const day: unique symbol
declare const month: unique symbol
export type Day = string & { readonly [day]: true }
export type Month = string & { readonly [month]: true }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

export function isDay(text: string): text is Day {
  const match = dayPattern.exec(text)
  if (!match) return false
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return m >= 1 && m <= 12 && d >= 1 && d <= lengthOf(y, m) && y >= 1900
}
export const isMonth = (text: string): text is Month => monthPattern.test(text)

export function dayOf(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}
export function monthOf(dayOrMonth: string): Month {
  const text = dayOrMonth.slice(0, 7)
  if (!isMonth(text)) throw new RangeError(`not a month: ${dayOrMonth}`)
  return text
}
export const yearOf = (dayOrMonth: Day | Month): number => Number(dayOrMonth.slice(0, 4))
export const monthNumber = (dayOrMonth: Day | Month): number => Number(dayOrMonth.slice(5, 7))
export const dayOfMonth = (d: Day): number => Number(d.slice(8, 10))
export const monthsOf = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, i) => monthFrom(year, i + 1))
export const monthFrom = (year: number, m: number): Month =>
  `${String(year).padStart(4, '0')}-${String(m).padStart(2, '0')}` as Month

/** Days since 1970-01-01. */
export const dayNumber = (d: Day): number =>
  Date.UTC(yearOf(d), monthNumber(d) - 1, dayOfMonth(d)) / 86_400_000
export const fromDayNumber = (n: number): Day => new Date(n * 86_400_000).toISOString().slice(0, 10) as Day
export const addDays = (d: Day, n: number): Day => fromDayNumber(dayNumber(d) + n)
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (d: Day): number => ((dayNumber(d) + 3) % 7) + 1 || 7
export const firstDay = (m: Month): Day => `${m}-01` as Day
export const daysInMonth = (m: Month): number => lengthOf(Number(m.slice(0, 4)), Number(m.slice(5, 7)))
export const lastDay = (m: Month): Day => `${m}-${String(daysInMonth(m)).padStart(2, '0')}` as Day
export const daysOf = (m: Month): Day[] =>
  Array.from({ length: daysInMonth(m) }, (_, i) => `${m}-${String(i + 1).padStart(2, '0')}` as Day)
export const addMonths = (m: Month, n: number): Month => {
  const index = Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7)) - 1 + n
  return monthFrom(Math.floor(index / 12), (index % 12) + 1)
}
/** Same day n years on; 29 February becomes 28 February in a common year. */
export const addYears = (d: Day, n: number): Day => {
  const m = monthFrom(yearOf(d) + n, monthNumber(d))
  return `${m}-${String(Math.min(dayOfMonth(d), daysInMonth(m))).padStart(2, '0')}` as Day
}
/** Every day from `from` to `to`, both included. */
export const daysThrough = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i))

/** Monday of the week of `d`. */
export const mondayOf = (d: Day): Day => addDays(d, 1 - weekdayOf(d))

/** The ISO week of a day: '2026-W48'. The year is that of the week's Thursday. */
export function weekOf(d: Day): string {
  const thursday = addDays(mondayOf(d), 3)
  const newYear = dayNumber(firstDay(monthFrom(yearOf(thursday), 1)))
  const week = Math.floor((dayNumber(thursday) - newYear) / 7) + 1
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`
}

/**
 * The business day that an instant belongs to: the store's own time zone, and before the cut-off
 * (minutes after midnight) still the day before.
 */
export function businessDayAt(instant: Date, timeZone: string, cutOffMinutes: number): Day {
  return localDay(new Date(instant.getTime() - cutOffMinutes * 60_000), timeZone)
}
const formats = new Map<string, Intl.DateTimeFormat>()
type WallTime = Readonly<{ day: Day; minutes: number }>
/** Of the minutes asked about of late: every act asks about this very minute several times, and the calendar is slow to answer. */
let minutesKnown = new Map<string, WallTime>()
const mostMinutes = 2_000
export function localDay(instant: Date, timeZone: string): Day {
  return localTime(instant, timeZone).day
}
/** Wall clock of an instant in a time zone: its day, and minutes after midnight. */
export function localTime(instant: Date, timeZone: string): WallTime {
  // Whole minutes: no time zone in use is shifted by a part of one.
  const asked = `${timeZone} ${Math.floor(instant.getTime() / 60_000)}`
  const known = minutesKnown.get(asked)
  if (known) return known
  if (minutesKnown.size >= mostMinutes) minutesKnown = new Map()
  const found = wallTime(instant, timeZone)
  minutesKnown.set(asked, found)
  return found
}

function wallTime(instant: Date, timeZone: string): WallTime {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  const parts: Record<string, string> = {}
  for (const part of format.formatToParts(instant)) parts[part.type] = part.value
  return {
    day: `${parts.year}-${parts.month}-${parts.day}` as Day,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

function lengthOf(year: number, m: number): number {
  return new Date(Date.UTC(year, m, 0)).getUTCDate()
}
