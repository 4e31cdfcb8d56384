import { type Day, isDay, localTime } from '../../../../platform/kinds/day.ts'
import type { DateOrder } from '../shape.ts'

/** A day, and minutes after midnight where the cell has a clock time. An instant with a zone is told apart. */
export interface Moment {
  readonly day: Day
  readonly minutes?: number
}

/**
 * What the values of one column look like. `first` and `second` are the largest numbers in the first and second
 * place of dates like 3/4/2026: whoever exceeds 12 is the day, and that settles the order for the whole column.
 */
export interface DateEvidence {
  filled: number
  dates: number
  plainNumbers: number
  withClock: number
  slashed: number
  first: number
  second: number
  yearFirst: number
}
export const noEvidence = (): DateEvidence => ({
  filled: 0,
  dates: 0,
  plainNumbers: 0,
  withClock: 0,
  slashed: 0,
  first: 0,
  second: 0,
  yearFirst: 0,
})

const slashedPattern = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?=$|[ T])/
const clockPattern = /(?:^|[ T])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm|a|p)?$/i
const zonePattern = /(z|[+-]\d{2}:?\d{2})$/i
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What one value says about the dates of its column. */
export interface DateTrait {
  readonly isDate: boolean
  readonly withClock: boolean
  readonly plainNumber: boolean
  /** First and second number of a date like 3/4/2026. */
  readonly slashed: readonly [number, number] | undefined
  readonly yearFirst: boolean
}

export function dateTrait(value: string): DateTrait {
  const text = tidy(value)
  const match = slashedPattern.exec(text)
  const yearFirst = match !== null && match[1]!.length >= 3
  const slashed =
    match && !yearFirst && match[3]!.length >= 2 ? ([Number(match[1]), Number(match[2])] as const) : undefined
  const read =
    parseMoment(text, 'dmy', 1900) ??
    (match ? (parseMoment(text, 'mdy', 1900) ?? parseMoment(text, 'ymd', 1900)) : undefined)
  return {
    isDate: read !== undefined,
    withClock: read?.minutes !== undefined,
    plainNumber: /^\d{5}(\.\d+)?$/.test(text),
    slashed,
    yearFirst,
  }
}

export function weighDate(evidence: DateEvidence, trait: DateTrait): void {
  evidence.filled += 1
  if (trait.isDate) evidence.dates += 1
  if (trait.withClock) evidence.withClock += 1
  if (trait.plainNumber) evidence.plainNumbers += 1
  if (trait.yearFirst) evidence.yearFirst += 1
  if (!trait.slashed) return
  evidence.slashed += 1
  evidence.first = Math.max(evidence.first, trait.slashed[0])
  evidence.second = Math.max(evidence.second, trait.slashed[1])
}

/**
 * The order of day and month for a whole column: told by a value above 12, 'mixed' when the column contradicts
 * itself, 'unclear' when every value could be either and somebody must say it. undefined when it does not matter.
 */
export function dateOrderOf(evidence: DateEvidence): DateOrder | 'mixed' | 'unclear' | undefined {
  if (evidence.slashed === 0) return undefined
  if (evidence.first > 31) return 'ymd'
  if (evidence.first > 12 && evidence.second > 12) return 'mixed'
  if (evidence.first > 12) return 'dmy'
  if (evidence.second > 12) return 'mdy'
  return 'unclear'
}

/**
 * Reads a day with or without a clock time: 2020-01-31, 2020/1/31, 2020年1月31日, 20200131, 31-Jan-2020,
 * Jan 31, 2020, 1/31/20 11:43 PM, a serial number of Excel (42005, in the workbook's own date system).
 * `zone` is used for instants that carry an offset only. undefined when it is no day.
 */
export function parseMoment(
  value: string,
  order: DateOrder,
  epoch: 1900 | 1904,
  zone = 'UTC',
): Moment | undefined {
  // A file has few days and many rows.
  const key = `${order}${epoch}${zone}\n${value}`
  if (remembered.has(key)) return remembered.get(key)
  if (remembered.size >= 20_000) remembered.clear()
  const moment = readMoment(value, order, epoch, zone)
  remembered.set(key, moment)
  return moment
}
const remembered = new Map<string, Moment | undefined>()

function readMoment(value: string, order: DateOrder, epoch: 1900 | 1904, zone: string): Moment | undefined {
  const text = tidy(value)
  const serial = /^(\d{4,5})(\.\d+)?$/.exec(text)
  if (serial && (serial[1]!.length === 5 || serial[2])) return fromSerial(Number(text), epoch)
  if (/\d:\d/.test(text) && zonePattern.test(text)) return fromInstant(text, zone)
  const clock = clockPattern.exec(text)
  const dayText = (clock ? text.slice(0, clock.index) : text)
    .replace(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/i, '')
    .trim()
  const day = parseDayText(dayText.replace(/\s*(星期|周)[一二三四五六日天]$/, ''), order)
  if (!day) return undefined
  if (!clock) return { day }
  const minutes = clockMinutes(clock)
  return minutes === undefined ? undefined : { day, minutes }
}

/** '21:05', '9:05 PM', '下午 9:05', '0.878' (a share of the day), '2105' → minutes after midnight. */
export function parseClock(value: string): number | undefined {
  const text = tidy(value)
  const clock = clockPattern.exec(text)
  if (clock) return clockMinutes(clock)
  if (/^0?\.\d+$/.test(text)) return Math.floor(Number(text) * 1440 + 1e-6)
  const bare = /^(\d{2})(\d{2})(?:\d{2})?$/.exec(text)
  if (bare && Number(bare[1]) < 24 && Number(bare[2]) < 60) return Number(bare[1]) * 60 + Number(bare[2])
  const hour = /^(\d{1,2})\s*(时|点|h)(?:\s*(\d{1,2})\s*分?)?$/.exec(text)
  return hour && Number(hour[1]) < 24 ? Number(hour[1]) * 60 + Number(hour[3] ?? 0) : undefined
}

/** One spelling for all blanks, colons and the Chinese forenoon and afternoon, which come before the hour. */
const tidy = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*(上午|凌晨|早上)\s*(\d{1,2}:\d{2}(:\d{2})?)/, ' $2 am')
    .replace(/\s*(下午|晚上|中午)\s*(\d{1,2}:\d{2}(:\d{2})?)/, ' $2 pm')
    .trim()

function parseDayText(text: string, order: DateOrder): Day | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return made(compact[1]!, compact[2]!, compact[3]!)
  const chinese = /^(\d{2,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text)
  if (chinese) return made(chinese[1]!, chinese[2]!, chinese[3]!)
  const slashed = slashedPattern.exec(text)
  if (slashed && slashed[0].length === text.length) {
    const [, a = '', b = '', c = ''] = slashed
    if (a.length >= 3) return made(a, b, c)
    if (c.length === 1 && order !== 'ymd') return undefined
    return order === 'dmy' ? made(c, b, a) : order === 'mdy' ? made(c, a, b) : made(a, b, c)
  }
  const named = /^(\d{1,2})[\s.-]*([a-z]{3,9})[\s.,-]*(\d{2,4})$/i.exec(text)
  if (named) return made(named[3]!, monthOfName(named[2]!), named[1]!)
  const nameFirst = /^([a-z]{3,9})[\s.-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(\d{2,4})$/i.exec(text)
  return nameFirst ? made(nameFirst[3]!, monthOfName(nameFirst[1]!), nameFirst[2]!) : undefined
}
const monthOfName = (name: string): string => String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1)

/** Two-digit years are 1970 to 2069. */
function made(year: string, month: string, day: string): Day | undefined {
  if (year.length === 3) return undefined
  const full = year.length <= 2 ? (Number(year) >= 70 ? 1900 : 2000) + Number(year) : Number(year)
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

function fromSerial(serial: number, epoch: 1900 | 1904): Moment | undefined {
  if (serial < 1 || serial > 200_000) return undefined
  const whole = Math.floor(serial)
  const minutes = Math.floor((serial - whole) * 1440 + 1e-6)
  const day = new Date((whole + (epoch === 1904 ? -24_107 : -25_569)) * 86_400_000).toISOString().slice(0, 10)
  if (!isDay(day)) return undefined
  return Number.isInteger(serial) ? { day } : { day, minutes }
}

function fromInstant(text: string, zone: string): Moment | undefined {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(instant.getTime()) ? undefined : localTime(instant, zone)
}

function clockMinutes(clock: RegExpExecArray): number | undefined {
  let hour = Number(clock[1])
  const minute = Number(clock[2])
  const half = clock[4]?.[0]?.toLowerCase()
  if (half && hour > 12 && half === 'a') return undefined
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined
}
