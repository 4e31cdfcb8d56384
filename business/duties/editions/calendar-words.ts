import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Awaited, Cadence, Kind, Timing } from '../catalogue/types.ts'

export const cadenceNames = {
  day: ['每日', 'Daily'],
  week: ['每周', 'Weekly'],
  month: ['每月', 'Monthly'],
  quarter: ['每季', 'Quarterly'],
  year: ['每年', 'Yearly'],
  event: ['有事即办', 'On event'],
  standing: ['日常要求', 'Standing'],
} as const satisfies Record<Cadence, Sentence>

export const kindNames = {
  perishable: ['过时不补', 'Of its hour'],
  debt: ['没做一直欠', 'Owed until done'],
  standing: ['日常要求', 'A way of working'],
} as const satisfies Record<Kind, Sentence>

export const awaitedNames = {
  budget: ['预算', 'budget'],
  stock: ['库存', 'stock'],
  promotions: ['促销', 'promotions'],
  malls: ['商场', 'malls'],
  cash: ['货款', 'cash'],
  floor: ['现场', 'shop floor'],
  people: ['人员', 'people'],
  customers: ['顾客', 'customers'],
  market: ['市场情报', 'market intelligence'],
  meetings: ['会议', 'meetings'],
  documents: ['文件制度', 'documents'],
  openings: ['新店', 'openings'],
  proof: ['选定凭据', 'a proof to be chosen'],
} as const satisfies Record<Awaited, Sentence>

export const weekdays = [
  ['一', 'Monday'],
  ['二', 'Tuesday'],
  ['三', 'Wednesday'],
  ['四', 'Thursday'],
  ['五', 'Friday'],
  ['六', 'Saturday'],
  ['日', 'Sunday'],
] as const
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A timing as people say it: 每周五 18:00 前 · every Friday by 18:00. */
export function timingWords(timing: Timing): Sentence {
  switch (timing.every) {
    case 'day':
      return dayWords(timing)
    case 'week': {
      const [zh, en] = weekdays[timing.weekday - 1]!
      return [`每周${zh} ${timing.by} 前`, `every ${en} by ${timing.by}`]
    }
    case 'month': {
      const [zh, en] = dateWords(timing.on)
      const [forZh, forEn] = of[timing.in].month
      return [`每月${zh} ${timing.by} 前${forZh}`, `every month ${en} by ${timing.by}${forEn}`]
    }
    case 'quarter': {
      const [zh, en] = dateWords(timing.on)
      const [inZh, inEn] = quarterMonth[timing.in]
      const [forZh, forEn] = of[timing.in].quarter
      return [`${inZh}${zh} ${timing.by} 前${forZh}`, `${inEn} ${en} by ${timing.by}${forEn}`]
    }
    case 'year': {
      const [zh] = dateWords(timing.on)
      const [forZh, forEn] = of[timing.in].year
      const month = months[timing.month - 1]!
      const date = timing.on === 'last' ? `the last day of ${month}` : `${timing.on} ${month}`
      return [
        `每年 ${timing.month} 月${zh} ${timing.by} 前${forZh}`,
        `every year on ${date} by ${timing.by}${forEn}`,
      ]
    }
    case 'event':
      return [
        `${timing.raisedBy[0]}后 ${hoursWords(timing.hours)[0]}内`,
        `within ${hoursWords(timing.hours)[1]}: ${lowered(timing.raisedBy[1])}`,
      ]
    case 'standing':
      return ['日常做到，不逐次打卡', 'a way of working, at all times']
  }
}

function dayWords(timing: Extract<Timing, { every: 'day' }>): Sentence {
  if (timing.by === 'closing')
    return timing.grace === 0
      ? ['每天闭店前', 'daily by closing']
      : [`每天闭店后 ${timing.grace} 分钟内`, `daily within ${minutes(timing.grace)} of closing`]
  if (timing.by === 'opening')
    return timing.grace === 0
      ? ['每天开店前', 'daily before opening']
      : [`每天开店后 ${timing.grace} 分钟内`, `daily within ${minutes(timing.grace)} of opening`]
  return [`每天 ${timing.by} 前`, `daily by ${timing.by}`]
}

/** What a timing of a month, quarter or year is about: the one ahead, itself, or the one that is over. */
const of = {
  before: {
    month: ['（做下月的）', ', for the month ahead'],
    quarter: ['（做下季的）', ', for the quarter ahead'],
    year: ['（做来年的）', ', for the year ahead'],
  },
  same: { month: ['', ''], quarter: ['', ''], year: ['', ''] },
  after: {
    month: ['（做上月的）', ', about the month before'],
    quarter: ['（做上季的）', ', about the quarter before'],
    year: ['（做上年的）', ', about the year before'],
  },
} as const
const quarterMonth = {
  before: ['每季前一个月', 'in the month before every quarter'],
  same: ['每季最后一个月', 'in the last month of every quarter'],
  after: ['每季过后第一个月', 'in the month after every quarter'],
} as const
const dateWords = (on: number | 'last'): Sentence =>
  on === 'last' ? ['最后一天', 'on the last day'] : [` ${on} 日`, `on day ${on}`]
const hoursWords = (hours: number): Sentence =>
  hours % 24 === 0 && hours >= 48
    ? [`${hours / 24} 天`, `${hours / 24} days`]
    : [`${hours} 小时`, hours === 1 ? '1 hour' : `${hours} hours`]
const minutes = (n: number): string => (n === 1 ? '1 minute' : `${n} minutes`)
const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A calendar of several timings in one sentence. */
export const calendarWords = (calendar: readonly Timing[]): Sentence => [
  calendar.map((t) => timingWords(t)[0]).join('；'),
  raised(calendar.map((t) => timingWords(t)[1]).join('; ')),
]

/** For how long a duty that can be done late may still be done, after its deadline; undefined for debts and ways of working. */
export function lateWords(kind: Kind, calendar: readonly Timing[]): Sentence | undefined {
  if (kind !== 'perishable') return undefined
  const late = Math.max(0, ...calendar.map((t) => (t.every === 'standing' ? 0 : t.late)))
  return late === 0
    ? ['过时就是漏做', 'afterwards it is missed']
    : [`过时 ${hoursWords(late)[0]}内算迟做`, `counts as late for ${hoursWords(late)[1]}`]
}
