import chineseDays from 'chinese-days'
import type { Day } from '../../../platform/kinds/day.ts'
import { addDays, dayOf, daysBetween, daysThrough } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { forecastWords } from './words.ts'

/** A public holiday (法定假日) or a weekend day worked in exchange for one (调休上班). */
export interface HolidayMark {
  readonly kind: 'holiday' | 'makeUpWorkday'
  readonly name: Sentence
}
/** What the company's calendar says about single days; days without an entry are ordinary. */
export type HolidayTable = ReadonlyMap<Day, HolidayMark>

/** Conversions already made: the package takes its time over each. */
const solarDays = new Map<string, Day>()

/** The years for which the shipped holiday list is a published decree and not a guess. */
export const decreedYears: { readonly from: number; readonly to: number } = { from: 2004, to: 2026 }

/**
 * Days counted by the moon. The conversion is arithmetic and holds for 1900–2100, so it needs no decree.
 * Lunar new year is the first day of the first lunar month: 2026-02-17, 2027-02-06, 2040-02-12.
 */
export const lunarNewYear = (year: number): Day => solarOf(year, 1, 1)
export const lanternFestival = (year: number): Day => solarOf(year, 1, 15)
export const dragonBoat = (year: number): Day => solarOf(year, 5, 5)
export const doubleSeventh = (year: number): Day => solarOf(year, 7, 7)
export const midAutumn = (year: number): Day => solarOf(year, 8, 15)

/** First day of the lunar year for 2010 … 2040, computed once. */
export const lunarNewYears: ReadonlyMap<number, Day> = new Map(
  Array.from({ length: 31 }, (_, i) => [2010 + i, solarOf(2010 + i, 1, 1)] as const),
)

/** Days from the nearest lunar new year: −1 is the eve, 0 the first day. */
export function daysFromLunarNewYear(day: Day): number {
  const year = Number(day.slice(0, 4))
  return daysBetween(lunarNewYears.get(year) ?? lunarNewYear(year), day)
}

/**
 * Public holidays of a year: the decree where one is known, else what can be computed (the statutory
 * days themselves; make-up workdays are decreed a few weeks ahead and are left out until then).
 */
export function chinesePublicHolidays(year: number): HolidayTable {
  return year >= decreedYears.from && year <= decreedYears.to ? decreed(year) : computed(year)
}

/** Holidays of several years; entries of `edited` (the table headquarters keeps) come first. */
export function holidayTable(from: number, to: number, edited: HolidayTable = new Map()): HolidayTable {
  const all = new Map<Day, HolidayMark>()
  for (let year = from; year <= to; year++) {
    const ownYear = [...edited.keys()].some((day) => day.startsWith(`${year}-`))
    for (const [day, mark] of ownYear ? edited : chinesePublicHolidays(year)) {
      if (day.startsWith(`${year}-`)) all.set(day, mark)
    }
  }
  return all
}

function decreed(year: number): HolidayTable {
  const table = new Map<Day, HolidayMark>()
  for (const day of daysThrough(`${year}-01-01` as Day, `${year}-12-31` as Day)) {
    const detail = chineseDays.getDayDetail(day)
    // A decreed day carries "English,中文,days"; an ordinary one only its weekday.
    const [en, zh] = detail.name.split(',')
    if (!en || !zh) continue
    table.set(day, { kind: detail.work ? 'makeUpWorkday' : 'holiday', name: [zh, en] })
  }
  return table
}

function computed(year: number): HolidayTable {
  const table = new Map<Day, HolidayMark>()
  const mark = (first: Day, length: number, name: Sentence) => {
    for (let i = 0; i < length; i++) table.set(addDays(first, i), { kind: 'holiday', name })
  }
  mark(dayOf(`${year}-01-01`), 1, forecastWords.newYearsDay)
  // Since 2025 the statutory days are the eve and three days, extended by the rests around them to eight.
  mark(addDays(lunarNewYear(year), -1), 8, forecastWords.springFestival)
  mark(dayOf(chineseDays.getSolarTermDate(year, 4, 'pure_brightness')), 1, forecastWords.tombSweeping)
  mark(dayOf(`${year}-05-01`), 5, forecastWords.labourDays)
  mark(dragonBoat(year), 1, forecastWords.dragonBoat)
  mark(midAutumn(year), 1, forecastWords.midAutumn)
  mark(dayOf(`${year}-10-01`), 7, forecastWords.nationalDays)
  return table
}

function solarOf(year: number, lunarMonth: number, lunarDay: number): Day {
  const two = (n: number) => String(n).padStart(2, '0')
  const lunar = `${year}-${two(lunarMonth)}-${two(lunarDay)}`
  let day = solarDays.get(lunar)
  if (!day) {
    day = dayOf(chineseDays.getSolarDateFromLunar(lunar).date)
    solarDays.set(lunar, day)
  }
  return day
}
