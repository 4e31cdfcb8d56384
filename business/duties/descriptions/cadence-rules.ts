import type { Timing } from '../catalogue/types.ts'
import type { CadenceRead, Undecided } from './shape.ts'

type Clock = `${number}:${number}`
const weekdaysZh = '一二三四五六日'
const weekdaysEn = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const digits: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }

/**
 * What the words of a clause say about when: a calendar where they say it, otherwise why somebody has to decide. The
 * coarsest reading never wins over a finer one that stands there too: 每日…每月汇总 is both.
 * @param inStore whether the position has doors that open and close
 */
export function cadenceIn(text: string, inStore: boolean): CadenceRead {
  const said: string[] = []
  const calendar: Timing[] = []
  const take = (pattern: RegExp): RegExpMatchArray | null => {
    const found = text.match(pattern)
    if (found) said.push(found[0].trim())
    return found
  }
  let undecided: Undecided | null = null
  const fortnight = take(
    /(每|隔)(两|二|2)\s?(周|星期)|双周|隔周|\b(fortnightly|every (two|other) weeks?|bi-?weekly)\b/i,
  )
  if (fortnight) undecided = 'fortnight'
  calendar.push(...daily(text, inStore, take))
  if (!fortnight) calendar.push(...weekly(text, take))
  calendar.push(...monthly(take), ...quarterly(take), ...yearly(take))
  if (calendar.length > 4) undecided = 'tooOften'
  else if (calendar.length > 0 && saysMore(text, calendar)) undecided ??= 'partly'
  if (calendar.length > 0) return { calendar: calendar.slice(0, 4), words: said, undecided }
  if (undecided) return { calendar, words: said, undecided }
  if (
    take(
      /定期|不定期|及时|随时|适时|经常|时常|必要时|按需|按要求|按规定时间|视情况|阶段性|\b(regularly|periodically|promptly|timely|in a timely manner|as needed|as required|when necessary|from time to time|occasionally)\b/i,
    )
  )
    return { calendar, words: said, undecided: 'vague' }
  if (
    take(
      /(接到|收到|发生|出现|遇到|发现)[^，。；]{0,12}?(后|时|立即|马上)|(\d+|两|三)\s?(小时|天|日)(之?内)|\bwithin \d+ (hours?|days?)\b|\b(when|whenever|in case of)\b/i,
    )
  )
    return { calendar, words: said, undecided: 'event' }
  return { calendar, words: [], undecided: 'noWords' }
}

/**
 * Whether the words hold a weekday, a date, a month, a time of day, a count or a range that the calendar does not: then
 * somebody decides, since half of what a clause asks for would be asked for silently.
 */
export function saysMore(text: string, calendar: readonly Timing[]): boolean {
  const weekdays = calendar.flatMap((t) => (t.every === 'week' ? [t.weekday] : []))
  const dates = calendar.flatMap((t) =>
    t.every === 'month' || t.every === 'quarter' || t.every === 'year' ? [t.on] : [],
  )
  const inMonths = calendar.flatMap((t) => (t.every === 'year' ? [t.month] : []))
  const clocks = calendar.flatMap((t) => ('by' in t && /\d/.test(t.by) ? [t.by as string] : []))
  if (weekdaysIn(text).some((d) => !weekdays.includes(d))) return true
  const named = [
    ...numbersIn(text, /(\d{1,2})\s?[日号](?!内|以内|之内)/g),
    ...numbersIn(text, /\b(\d{1,2})(?:st|nd|rd|th)\b/gi),
    ...numbersIn(text, /(\d{1,2})(?=\s?[、,，和及与]\s?\d{1,2}\s?[日号])/g),
  ]
  if (named.some((d) => !dates.includes(d))) return true
  if (numbersIn(text, /(\d{1,2})\s?月(?!份?度)/g).some((m) => !inMonths.includes(m))) return true
  if (/\d{1,2}\s?[:：点时](?!间)|\b\d{1,2}\s?(?:am|pm)\b/i.test(text) && clocks.length === 0) return true
  const minutes = text.match(/(\d{1,2})\s?[:：点时]\s?(\d{2}|半)?/)
  if (minutes && clocks.length > 0) {
    const minute = minutes[2] === '半' ? '30' : (minutes[2] ?? '00')
    if (
      !clocks.some((c) => c.endsWith(`:${minute}`) && Number(c.slice(0, 2)) % 12 === Number(minutes[1]) % 12)
    )
      return true
  }
  const isCounted = calendar.length > 1 && calendar.every((t) => t.every === calendar[0]!.every)
  if (
    !isCounted &&
    /[两二三四五六七八九十\d]+\s?(?:次|遍|趟)|早晚|\b(?:twice|(?:two|three|four) times)\b/i.test(text)
  )
    return true
  return /不定期|最后一?个|第[一二三四1-4]个|首月|上旬|中旬|下旬|每旬|单周|双周|[一二三四五六日]\s?[至到~～—-]\s?(?:周|星期)?[一二三四五六日天]|\bfrom \w+day to\b/i.test(
    text,
  )
}

const numbersIn = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map((found) => Number(found[1]))
/** Each weekday that a text names, in lists too: 周一、三、五. */
function weekdaysIn(text: string): number[] {
  const zh = [...text.matchAll(/(?:周|星期|礼拜)((?:[一二三四五六日天][、,，和及与]?\s?)+)/g)].flatMap(
    (found) =>
      [...found[1]!].map((sign) => weekdaysZh.indexOf(sign === '天' ? '日' : sign) + 1).filter((d) => d > 0),
  )
  const en = [...text.toLowerCase().matchAll(/\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/g)].map(
    (found) => weekdaysEn.indexOf(`${found[1]}day`) + 1,
  )
  return [...zh, ...en]
}

type Take = (pattern: RegExp) => RegExpMatchArray | null

function clockIn(text: string): Clock | undefined {
  const zh = text.match(
    /(上午|下午|晚上|晚|早上)?\s?(\d{1,2})\s?[:：点时]\s?(\d{2}|半)?\s?分?\s?(之?前|以前)/,
  )
  const en = text.match(/\bby (\d{1,2})(?::(\d{2}))?\s?(am|pm)?\b/i)
  const found = zh ?? en
  if (!found) return undefined
  const isEnglish = found === en
  const late = isEnglish ? /pm/i.test(found[3] ?? '') : /下午|晚/.test(found[1] ?? '')
  if (isEnglish && !found[2] && !found[3]) return undefined
  const hour = Number(isEnglish ? found[1] : found[2])
  const minute = isEnglish ? found[2] : found[3]
  const at = hour < 12 && late ? hour + 12 : hour
  if (at > 23) return undefined
  return `${String(at).padStart(2, '0')}:${minute === '半' ? '30' : (minute ?? '00')}` as Clock
}

function daily(text: string, inStore: boolean, take: Take): Timing[] {
  const found = take(
    /每[日天晚早班]|每个?工作日|每一天|天天|日报|当[日天]|(?<!下)班前|(?<!下)班后|(营业|开店|开门|闭店|打烊|关店)(之?前|之?后)|早会|晨会|夕会|晚会|\b(daily|every (day|morning|evening|shift|working day)|each (day|shift|morning|evening)|(before|at|after) (opening|closing|close))\b/i,
  )
  if (!found) return []
  const clock = clockIn(text)
  if (clock) return [{ every: 'day', by: clock, late: 12 }]
  if (!inStore) return [{ every: 'day', by: '18:00', late: 12 }]
  if (
    /(营业|开店|开门)之?前|(?<!下)班前|早会|晨会|每早|before opening|every morning|each morning/i.test(text)
  )
    return [{ every: 'day', by: 'opening', grace: 0, opensMinutes: 120, late: 2 }]
  const isAfter = /(闭店|打烊|关店|营业)之?后|班后|after (closing|close)/i.test(text)
  return [{ every: 'day', by: 'closing', grace: isAfter ? 30 : 0, opensMinutes: 120, late: 12 }]
}

const week = (weekday: number, by: Clock = '18:00'): Timing => ({
  every: 'week',
  weekday,
  by,
  opensDays: Math.min(2, weekday - 1),
  late: 48,
})
function weekly(text: string, take: Take): Timing[] {
  const by = clockIn(text) ?? '18:00'
  const times = take(/每(?:周|星期)([一两二三四五\d])次|\b(once|twice|three times) (?:a|per) week\b/i)
  if (times) {
    const word = times[2]?.toLowerCase()
    const count = word
      ? { once: 1, twice: 2, 'three times': 3 }[word]
      : (digits[times[1]!] ?? Number(times[1]))
    const days: Readonly<Record<number, number[]>> = { 1: [5], 2: [2, 5], 3: [1, 3, 5], 4: [1, 2, 4, 5] }
    return (days[count ?? 1] ?? [1, 2, 3, 4, 5]).map((d) => week(d, by))
  }
  const named = take(
    /每(?:周|星期)的?([一二三四五六日天])|(?:周|星期)([一二三四五六日天])(?=[^至到~-])|\b(?:every|each|on)\s(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b/i,
  )
  if (named) {
    const zh = (named[1] ?? named[2])?.replace('天', '日')
    const at = zh ? weekdaysZh.indexOf(zh) : weekdaysEn.indexOf(named[3]!.toLowerCase())
    return [week(at + 1, by)]
  }
  return take(
    /每(?:一|个)?(?:周|星期)|周(?:报|例会|会|计划|总结)|本周|\b(weekly|every week|each week|per week)\b/i,
  )
    ? [week(5, by)]
    : []
}

const month = (on: number | 'last', at: 'before' | 'same' | 'after' = 'same'): Timing => ({
  every: 'month',
  in: at,
  on,
  by: '18:00',
  opensDays: 5,
  late: 72,
})
function monthly(take: Take): Timing[] {
  const next = take(/(?:次|下)(?:个)?月\s?(\d{1,2})\s?[日号]/)
  if (next && isDate(next[1])) return [month(Number(next[1]), 'after')]
  const on = take(
    /每月的?\s?(\d{1,2})\s?[日号]|\b(?:by|before|on) the (\d{1,2})(?:st|nd|rd|th) (?:of )?(?:each|every|the) month\b/i,
  )
  const date = on?.[1] ?? on?.[2]
  if (isDate(date)) return [month(Number(date))]
  if (take(/每月(?:两|二|2)次|\btwice a month\b/i)) return [month(15), month('last')]
  if (take(/每?月初|\b(?:start|beginning) of (?:the|each|every) month\b/i)) return [month(5, 'after')]
  if (take(/每?月[底末]|\b(?:month[- ]end|end of (?:the|each|every) month)\b/i)) return [month('last')]
  return take(/每(?:个)?月|月度|月报|月计划|\b(monthly|every month|each month|per month)\b/i)
    ? [month('last')]
    : []
}
const isDate = (text: string | undefined): boolean =>
  text !== undefined && Number(text) >= 1 && Number(text) <= 31

function quarterly(take: Take): Timing[] {
  return take(/每(?:个)?季|季度|季[末初底]|换季|\b(quarterly|every quarter|each quarter|per quarter)\b/i)
    ? [{ every: 'quarter', in: 'same', on: 'last', by: '18:00', opensDays: 10, late: 120 }]
    : []
}

const year = (inMonth: number): Timing => ({
  every: 'year',
  in: 'same',
  month: inMonth,
  on: 'last',
  by: '18:00',
  opensDays: 30,
  late: 240,
})
function yearly(take: Take): Timing[] {
  if (take(/每?半年(?:度)?|\b(half[- ]yearly|twice a year|every six months|semi-?annual(?:ly)?)\b/i))
    return [year(6), year(12)]
  return take(/每(?:一)?年|年度|年[底末初]|\b(yearly|annual(?:ly)?|every year|each year|per year)\b/i)
    ? [year(12)]
    : []
}
