import type { Day } from '../../../platform/kinds/day.ts'
import { fromDayNumber } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Calendar, CalendarMark } from './calendar.ts'
import { festivalMarks, monthTurnMarks, yearEndMarks, yearShare } from './calendar.ts'
import type { StoreDays } from './store-days.ts'
import {
  isOpen,
  isUsuallyClosed,
  onPromotion,
  onPublicHoliday,
  onSchoolHoliday,
  plannedClosed,
} from './store-days.ts'
import { weekdayWords } from './words.ts'

/** Weeks that a closure has to last before people have to be won back. */
const longClosureDays = 7
const sinePairs = 4

/** What the model knows about a day at a store, in words a manager reads. Codes are stable: they are stored. */
export const featureNames = {
  ...Object.fromEntries(weekdayWords.map((name, i) => [`weekday${i + 1}`, name])),
  promotion: ['活动', 'Promotion'],
  ...Object.fromEntries(
    weekdayWords.map(([zh, en], i) => [`promotionOn${i + 1}`, [`${zh}活动`, `Promotion on ${en}`] as const]),
  ),
  promotionFirstDay: ['活动首日', 'First day of a promotion'],
  promotionLaterWeek: ['活动第二周起', 'Second week of a promotion on'],
  afterPromotion: ['活动结束后三天', 'Three days after a promotion'],
  beforePromotion: ['活动开始前三天', 'Three days before a promotion'],
  dayBeforeClosure: ['停业前一天', 'Day before a closure'],
  twoDaysBeforeClosure: ['停业前两天', 'Two days before a closure'],
  dayAfterClosure: ['停业后一天', 'Day after a closure'],
  twoDaysAfterClosure: ['停业后两天', 'Two days after a closure'],
  beforeLongClosure: ['长停业前一周', 'Week before a long closure'],
  reopenedWeek: ['重新开业首周', 'First week after reopening'],
  reopenedMonth: ['重新开业首月', 'First month after reopening'],
  publicHoliday: ['公共假日营业', 'Open on a public holiday'],
  schoolHoliday: ['学校假期', 'School holiday'],
  trend: ['走势', 'Trend'],
  monthDay1: ['每月 1 日', '1st of the month'],
  monthDay2: ['每月 2 日', '2nd of the month'],
  monthDays3to4: ['每月 3–4 日', '3rd–4th of the month'],
  monthDays5to7: ['每月 5–7 日', '5th–7th of the month'],
  monthMiddle: ['每月 14–16 日', '14th–16th of the month'],
  monthLast4to5: ['月底倒数 4–5 天', '4th–5th day before month end'],
  monthLast2to3: ['月底倒数 2–3 天', '2nd–3rd day before month end'],
  monthLastDay: ['每月最后一天', 'Last day of the month'],
  christmasRunUp: ['圣诞前（12.12–23）', 'Before Christmas (12–23 December)'],
  christmas: ['圣诞（12.24–25）', 'Christmas (24–25 December)'],
  yearEnd: ['12 月 31 日', '31 December'],
  lunarMinus30: ['春节前 22–30 天', '22–30 days before lunar new year'],
  lunarMinus21: ['春节前 15–21 天', '15–21 days before lunar new year'],
  lunarMinus14: ['春节前 8–14 天', '8–14 days before lunar new year'],
  lunarMinus7: ['春节前 2–7 天', '2–7 days before lunar new year'],
  lunarEve: ['除夕', "Lunar new year's eve"],
  lunarFirstDays: ['初一至初三', 'Lunar new year, days 1–3'],
  lunarWeek: ['初四至初七', 'Lunar new year, days 4–7'],
  lunarPlus14: ['初八至元宵', 'Lunar new year, days 8–15'],
  lunarPlus20: ['元宵后一周', 'Week after the lantern festival'],
  womensDay: ['三八节（3.6–8）', "Women's Day (6–8 March)"],
  labourDays: ['劳动节（5.1–5）', 'Labour Day (1–5 May)'],
  may20: ['520（5.20–21）', '5.20 (20–21 May)'],
  june18: ['618（6.16–18）', '6.18 (16–18 June)'],
  doubleSeventhDay: ['七夕', 'Double Seventh'],
  beforeMidAutumn: ['中秋前一周', 'Week before mid-autumn'],
  midAutumnDays: ['中秋', 'Mid-autumn'],
  nationalFirstHalf: ['国庆 1–3 日', 'National days 1–3'],
  nationalSecondHalf: ['国庆 4–7 日', 'National days 4–7'],
  november11: ['双十一（11.9–11）', '11.11 (9–11 November)'],
  december12: ['双十二（12.11–12）', '12.12 (11–12 December)'],
  otherPublicHoliday: ['其他法定假日', 'Other public holidays'],
  makeUpWorkday: ['调休上班日', 'Make-up workday'],
} as Readonly<Record<string, Sentence>>

/** The ordered features of a calendar: 48 anywhere, 22 festivals more in China. The sines carry the seasons. */
export function featuresOf(calendar: Calendar): readonly string[] {
  const always = Object.keys(featureNames).filter((code) => !isMark(code))
  const sines = Array.from({ length: sinePairs }, (_, i) => [`sine${i + 1}`, `cosine${i + 1}`]).flat()
  const marks: readonly string[] = [
    ...monthTurnMarks,
    ...yearEndMarks,
    ...(calendar.region === 'china' ? festivalMarks : []),
  ]
  return [...always, ...sines, ...marks]
}

/** A sparse row: the first `count` of `index` and `value` are filled. Reused between days. */
export interface Row {
  readonly index: Int16Array
  readonly value: Float64Array
  count: number
}
export const newRow = (): Row => ({ index: new Int16Array(48), value: new Float64Array(48), count: 0 })

export interface Encoder {
  readonly features: readonly string[]
  /** Fills `row` with what is known in advance about day `at` (offset in the series); never looks at sales. */
  encode(store: StoreDays, at: number, row: Row): void
}

export function encoderOf(calendar: Calendar): Encoder {
  const features = featuresOf(calendar)
  const position = new Map(features.map((code, i) => [code, i]))
  const at = (code: string): number => position.get(code)!
  const weekday1 = at('weekday1')
  const promotion = at('promotion')
  const promotionOn1 = at('promotionOn1')
  const [first, later, after, before] = [
    at('promotionFirstDay'),
    at('promotionLaterWeek'),
    at('afterPromotion'),
    at('beforePromotion'),
  ]
  const closures = {
    before1: at('dayBeforeClosure'),
    before2: at('twoDaysBeforeClosure'),
    after1: at('dayAfterClosure'),
    after2: at('twoDaysAfterClosure'),
    beforeLong: at('beforeLongClosure'),
    week: at('reopenedWeek'),
    month: at('reopenedMonth'),
  }
  const [publicHoliday, schoolHoliday] = [at('publicHoliday'), at('schoolHoliday')]

  const shared = new Map<number, { index: number[]; value: number[]; weekday: number }>()
  const sharedOf = (number: number) => {
    let row = shared.get(number)
    if (!row) {
      row = calendarRow(fromDayNumber(number), number, calendar, at)
      shared.set(number, row)
    }
    return row
  }
  const put = (row: Row, index: number, value = 1) => {
    row.index[row.count] = index
    row.value[row.count++] = value
  }

  return {
    features,
    encode(store, offset, row) {
      row.count = 0
      const common = sharedOf(store.first + offset)
      for (let k = 0; k < common.index.length; k++) put(row, common.index[k]!, common.value[k]!)
      put(row, weekday1 + common.weekday - 1)
      if (onPromotion(store, offset)) {
        put(row, promotion)
        put(row, promotionOn1 + common.weekday - 1)
        if (!promotedWithin(store, offset, -3)) put(row, first)
        if (onPromotion(store, offset - 7)) put(row, later)
      } else if (promotedWithin(store, offset, -3)) put(row, after)
      else if (promotedWithin(store, offset, 3)) put(row, before)
      const next = closureAhead(store, offset)
      const last = closureBehind(store, offset)
      if (next.distance === 1) put(row, closures.before1)
      else if (next.distance === 2) put(row, closures.before2)
      if (next.distance <= 7 && next.length >= longClosureDays) put(row, closures.beforeLong)
      if (last.distance === 1) put(row, closures.after1)
      else if (last.distance === 2) put(row, closures.after2)
      if (last.length >= longClosureDays) put(row, last.distance <= 7 ? closures.week : closures.month)
      if (onPublicHoliday(store, offset)) put(row, publicHoliday)
      if (onSchoolHoliday(store, offset)) put(row, schoolHoliday)
    },
  }
}

/** Value of the trend on a day number: years since 2000. */
export const trendOn = (number: number): number => (number - 10957) / 365.25

function calendarRow(day: Day, number: number, calendar: Calendar, at: (code: string) => number) {
  const index: number[] = [at('trend')]
  // The origin is arbitrary, since every fit is centred.
  const value: number[] = [trendOn(number)]
  const angle = 2 * Math.PI * yearShare(day)
  for (let pair = 1; pair <= sinePairs; pair++) {
    index.push(at(`sine${pair}`), at(`cosine${pair}`))
    value.push(Math.sin(pair * angle), Math.cos(pair * angle))
  }
  for (const mark of calendar.marks(day)) {
    index.push(at(mark))
    value.push(1)
  }
  return { index, value, weekday: calendar.weekday(day) }
}

const allMarks: ReadonlySet<string> = new Set([...monthTurnMarks, ...yearEndMarks, ...festivalMarks])
const isMark = (code: string): code is CalendarMark => allMarks.has(code)

/** Was (negative `reach`) or will (positive) a promotion run within that many days? Days closed between count. */
function promotedWithin(store: StoreDays, offset: number, reach: number): boolean {
  const step = Math.sign(reach)
  for (let k = step; k !== reach + step; k += step) if (onPromotion(store, offset + k)) return true
  return false
}

interface Closure {
  /** Days to its nearest day; Infinity when there is none near. */
  readonly distance: number
  readonly length: number
}
const none: Closure = { distance: Number.POSITIVE_INFINITY, length: 0 }

/** The next closure out of the ordinary within a week: usual weekly closing days do not make one but may lengthen it. */
function closureAhead(store: StoreDays, offset: number): Closure {
  for (let distance = 1; distance <= 7; distance++) {
    if (!plannedClosed(store, offset + distance)) continue
    const { length, exceptional } = run(store, offset + distance, 1)
    if (exceptional) return { distance, length }
    distance += length - 1
  }
  return none
}
function closureBehind(store: StoreDays, offset: number): Closure {
  for (let distance = 1; distance <= 28; distance++) {
    if (!plannedClosed(store, offset - distance)) continue
    const { length, exceptional } = run(store, offset - distance, -1)
    if (exceptional) return distance <= 2 || length >= longClosureDays ? { distance, length } : none
    distance += length - 1
  }
  return none
}
function run(store: StoreDays, from: number, step: number): { length: number; exceptional: boolean } {
  let length = 0
  let exceptional = false
  for (let k = from; plannedClosed(store, k) && length < 400; k += step) {
    length++
    if (!isUsuallyClosed(store, k)) exceptional = true
  }
  return { length, exceptional }
}

/** Days that can teach the model: open, and with sales. */
export const teaches = (store: StoreDays, offset: number): boolean =>
  isOpen(store, offset) && store.sales[offset]! > 0
