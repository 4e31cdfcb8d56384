import type { Sentence } from '../../../platform/kinds/words.ts'
import { words } from '../../../platform/kinds/words.ts'

/** Names of festivals and the sentences of forecast, proposal and pace. */
export const forecastWords = words({
  newYearsDay: ['元旦', "New Year's Day"],
  springFestival: ['春节', 'Spring Festival'],
  tombSweeping: ['清明', 'Tomb-sweeping Day'],
  labourDays: ['劳动节', 'Labour Day'],
  dragonBoat: ['端午', 'Dragon Boat Festival'],
  midAutumn: ['中秋', 'Mid-autumn Festival'],
  nationalDays: ['国庆', 'National Day'],

  effect: ['{name} {percent}', '{name} {percent}'],
  promotionOn: ['{weekday}活动', 'Promotion on {weekday}'],
  monthSeason: ['{month}月季节', 'Season, {month}'],
  trend: ['每年走势', 'Trend a year'],
  recentLevel: ['近几周高低', 'Level of recent weeks'],

  shareOf: ['{year} 年 {month} 月占比', 'Share of {month} {year}'],
  chance: ['上次同月的偶然高低', "Last time's chance highs and lows"],
  campaignsNear: ['活动前后', 'Around a promotion'],
  datesMoved: ['日期错位', 'Dates moved'],
  campaignNotRepeated: ['去年的{campaign}今年没有', 'No repeat of {campaign}'],
  moreOfWeekday: ['{weekday}多 {days} 天', '{weekday}: {days} more'],
  fewerOfWeekday: ['{weekday}少 {days} 天', '{weekday}: {days} fewer'],
  moreWeekendDays: ['周六日多 {days} 天', '{days} more weekend days'],
  fewerWeekendDays: ['周六日少 {days} 天', '{days} fewer weekend days'],
  sameWeekendDays: ['周末与平日天数变化', 'Change in the mix of weekdays'],
  leapDay: ['多 2 月 29 日一天', 'One more day: 29 February'],
  noLeapDay: ['少 2 月 29 日一天', 'One day fewer: no 29 February'],
  lunarMoved: ['春节移到 {date}', 'Lunar new year moves to {date}'],
  autumnMoved: ['中秋移到 {date}', 'Mid-autumn moves to {date}'],
  holidaysMoved: ['假日与调休变化', 'Change in public holidays and make-up workdays'],
  closedDays: ['停业 {days} 天', 'Closed for {days} days'],
  closedElsewhere: ['停业落在别的日子', 'Closed on other days than last time'],
  openedDays: ['比去年多营业 {days} 天', 'Open {days} days more than last year'],
  borrowed: [
    '历史不足，借鉴 {count} 家相近店：{stores}',
    'Too little history; borrowed from {count} similar stores: {stores}',
  ],
  borrowedPartly: [
    '自有历史 {days} 天，占 {share}；其余借鉴 {count} 家相近店：{stores}',
    'Own history of {days} days counts {share}; the rest is borrowed from {count} similar stores: {stores}',
  ],
  borrowedFromNobody: ['没有任何店的历史，按天数平均分', 'No store has history; split evenly by days'],
  growthWish: ['增长要求', 'Growth asked for'],
  ownTrend: ['自身走势', 'Own trend'],
  ordinaryDay: ['平常日', 'Ordinary day'],
  closedDay: ['停业', 'Closed'],

  paceAhead: ['比进度快 {percent}', '{percent} ahead of pace'],
  paceBehind: ['比进度慢 {percent}', '{percent} behind pace'],
  paceEven: ['与进度持平', 'On pace'],
  paceUnknown: ['还没有可比的进度', 'No pace to compare with yet'],
  monthEnd: [
    '月底预计 {expected}，八成把握在 {low} 到 {high} 之间',
    'Month end expected at {expected}; between {low} and {high} with 80 % confidence',
  ],
  won: ['目标已完成，超出 {over}', 'Target reached, {over} over'],
  within: [
    '按现在的走势可完成，余下每个平常日 {perUnit}',
    'Within reach at this pace: {perUnit} an ordinary day',
  ],
  winnable: [
    '还能追回：余下每个平常日要做 {perUnit}，比近来高 {percent}',
    'Still winnable: {perUnit} an ordinary day, {percent} above the recent level',
  ],
  unlikely: [
    '希望不大：余下每个平常日要做 {perUnit}，比近来高 {percent}',
    'Unlikely: {perUnit} an ordinary day, {percent} above the recent level',
  ],
  lost: ['本月已无营业日，差 {gap}', 'No trading day is left; {gap} short'],
})

export const weekdayWords: readonly Sentence[] = [
  ['周一', 'Monday'],
  ['周二', 'Tuesday'],
  ['周三', 'Wednesday'],
  ['周四', 'Thursday'],
  ['周五', 'Friday'],
  ['周六', 'Saturday'],
  ['周日', 'Sunday'],
]

export const monthWords: readonly Sentence[] = [
  ['1', 'January'],
  ['2', 'February'],
  ['3', 'March'],
  ['4', 'April'],
  ['5', 'May'],
  ['6', 'June'],
  ['7', 'July'],
  ['8', 'August'],
  ['9', 'September'],
  ['10', 'October'],
  ['11', 'November'],
  ['12', 'December'],
]

/** "+38%", "−2.4%": one decimal below ten percent, none above. */
export function percentText(percent: number): string {
  const size = Math.abs(percent)
  const digits = size.toFixed(size < 9.95 ? 1 : 0)
  if (Number(digits) === 0) return '0%'
  return `${percent < 0 ? '−' : '+'}${digits}%`
}
