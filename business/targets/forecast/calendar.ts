import type { Day } from '../../../platform/kinds/day.ts'
import {
  dayNumber,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  monthNumber,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../platform/kinds/day.ts'
import type { HolidayTable } from './holidays.ts'
import { daysFromLunarNewYear, doubleSeventh, holidayTable, midAutumn } from './holidays.ts'

/**
 * What can be read off the calendar about a day, before anything is known about a store.
 * `china` knows the lunar festivals, the fixed shopping days and the public holidays; `plain` knows the
 * week, the month and the year's end only, and takes holidays from the sales file.
 */
export type Region = 'china' | 'plain'

export const monthTurnMarks = [
  'monthDay1',
  'monthDay2',
  'monthDays3to4',
  'monthDays5to7',
  'monthMiddle',
  'monthLast4to5',
  'monthLast2to3',
  'monthLastDay',
] as const
export const yearEndMarks = ['christmasRunUp', 'christmas', 'yearEnd'] as const
export const festivalMarks = [
  'lunarMinus30',
  'lunarMinus21',
  'lunarMinus14',
  'lunarMinus7',
  'lunarEve',
  'lunarFirstDays',
  'lunarWeek',
  'lunarPlus14',
  'lunarPlus20',
  'womensDay',
  'labourDays',
  'may20',
  'june18',
  'doubleSeventhDay',
  'beforeMidAutumn',
  'midAutumnDays',
  'nationalFirstHalf',
  'nationalSecondHalf',
  'november11',
  'december12',
  'otherPublicHoliday',
  'makeUpWorkday',
] as const
export type CalendarMark =
  | (typeof monthTurnMarks)[number]
  | (typeof yearEndMarks)[number]
  | (typeof festivalMarks)[number]

export interface Calendar {
  readonly region: Region
  /** 1 = Monday … 7 = Sunday. */
  weekday(day: Day): number
  /** Every mark of the day; none on an ordinary day. */
  marks(day: Day): readonly CalendarMark[]
}

/** Holidays come as a table (the one headquarters edits); without one China falls back on what is known or computed. */
export function calendarOf(region: Region, holidays?: HolidayTable): Calendar {
  const tables = new Map<number, HolidayTable>()
  const holidaysOf = (year: number): HolidayTable => {
    let table = tables.get(year)
    if (!table) {
      table = holidayTable(year, year, holidays)
      tables.set(year, table)
    }
    return table
  }
  const marksOf = (day: Day): CalendarMark[] => {
    const marks: CalendarMark[] = [...yearEnd(day)]
    const turn = monthTurn(day)
    if (turn) marks.push(turn)
    if (region === 'plain') return marks
    // Women's Day may fall into the weeks after lunar new year: both count. Mid-autumn inside the national days does not.
    const lunar = lunarBucket(daysFromLunarNewYear(day))
    const festival = fixedFestival(day) ?? autumnFestival(day)
    if (lunar) marks.push(lunar)
    if (festival) marks.push(festival)
    const holiday = holidaysOf(yearOf(day)).get(day)
    if (holiday?.kind === 'makeUpWorkday') marks.push('makeUpWorkday')
    // A festival with its own mark carries its holiday with it; the rest (清明, 端午, 元旦) share one.
    else if (holiday && !festival && !lunar) marks.push('otherPublicHoliday')
    return marks
  }
  const known = new Map<Day, readonly CalendarMark[]>()
  return {
    region,
    weekday: weekdayOf,
    marks(day) {
      let marks = known.get(day)
      if (!marks) {
        marks = marksOf(day)
        known.set(day, marks)
      }
      return marks
    },
  }
}

/** Position of a day in its solar year, 0 … 1. */
export const yearShare = (day: Day): number =>
  (dayNumber(day) - dayNumber(`${day.slice(0, 4)}-01-01` as Day)) / 365.25

/** Salaries arrive around the turn of the month, so its first and last days differ from the rest. */
export function monthTurn(day: Day): CalendarMark | undefined {
  const d = dayOfMonth(day)
  const left = daysInMonth(monthOf(day)) - d
  if (d === 1) return 'monthDay1'
  if (d === 2) return 'monthDay2'
  if (d <= 4) return 'monthDays3to4'
  if (d <= 7) return 'monthDays5to7'
  if (left === 0) return 'monthLastDay'
  if (left <= 2) return 'monthLast2to3'
  if (left <= 4) return 'monthLast4to5'
  return d >= 14 && d <= 16 ? 'monthMiddle' : undefined
}

/** Distance from lunar new year in buckets, −30 … +20: the peak before it, the closed days, the slow return. */
export function lunarBucket(distance: number): CalendarMark | undefined {
  if (distance < -30 || distance > 20) return undefined
  if (distance < -21) return 'lunarMinus30'
  if (distance < -14) return 'lunarMinus21'
  if (distance < -7) return 'lunarMinus14'
  if (distance < -1) return 'lunarMinus7'
  if (distance === -1) return 'lunarEve'
  if (distance <= 2) return 'lunarFirstDays'
  if (distance <= 6) return 'lunarWeek'
  return distance <= 14 ? 'lunarPlus14' : 'lunarPlus20'
}

function yearEnd(day: Day): CalendarMark[] {
  if (monthNumber(day) !== 12) return []
  const d = dayOfMonth(day)
  if (d >= 12 && d <= 23) return ['christmasRunUp']
  if (d === 24 || d === 25) return ['christmas']
  return d === 31 ? ['yearEnd'] : []
}

function fixedFestival(day: Day): CalendarMark | undefined {
  const [m, d] = [monthNumber(day), dayOfMonth(day)]
  if (m === 3 && d >= 6 && d <= 8) return 'womensDay'
  if (m === 5 && d <= 5) return 'labourDays'
  if (m === 5 && (d === 20 || d === 21)) return 'may20'
  if (m === 6 && d >= 16 && d <= 18) return 'june18'
  if (m === 10 && d <= 3) return 'nationalFirstHalf'
  if (m === 10 && d <= 7) return 'nationalSecondHalf'
  if (m === 11 && d >= 9 && d <= 11) return 'november11'
  return m === 12 && (d === 11 || d === 12) ? 'december12' : undefined
}

function autumnFestival(day: Day): CalendarMark | undefined {
  const year = yearOf(day)
  if (day === doubleSeventh(year)) return 'doubleSeventhDay'
  const distance = daysBetween(midAutumn(year), day)
  if (distance >= -7 && distance <= -2) return 'beforeMidAutumn'
  return distance >= -1 && distance <= 1 ? 'midAutumnDays' : undefined
}
