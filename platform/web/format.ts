import { type Day, dayOfMonth, type Month, monthNumber, weekdayOf, yearOf } from '../kinds/day.ts'
import { formatMoney, inTenThousands, type Money } from '../kinds/money.ts'
import type { Language } from '../kinds/words.ts'
import { useLanguage } from './say.ts'

/** How figures and days are written in one language. Amounts come in whole cents, ratios as 0.064 for 6.4 %. */
export interface Format {
  language: Language
  /** ¥12,860 when whole, ¥12,860.50 otherwise; `exact` always with cents. */
  money(amount: Money, exact?: 'exact'): string
  /** The same without ¥, for columns whose head says 元. */
  plain(amount: Money, exact?: 'exact'): string
  /** ¥214.6万 (zh) or ¥2.15M (en); below 10,000 yuan as `money`. */
  wan(amount: Money, digits?: number): string
  /** 21.46 with the unit said once in the head: `wanUnit` is 万元 (zh) or ¥ thousand (en). */
  wanPlain(amount: Money, digits?: number): string
  wanUnit: string
  yuanUnit: string
  count(value: number): string
  /** 0.934 → 93%; digits are decimals. */
  percent(ratio: number, digits?: number): string
  /** With its sign: +6.4%, −2.1%. */
  signedPercent(ratio: number, digits?: number): string
  signedMoney(amount: Money): string
  signedWan(amount: Money, digits?: number): string
  /** 11月23日 · Nov 23 */
  day(day: Day): string
  /** 周一 · Mon */
  weekday(day: Day): string
  /** 11月23日 周一 · Mon, Nov 23 */
  dayAndWeekday(day: Day): string
  /** With the year, for a life's dates: 2024年7月2日 · Jul 2, 2024 */
  fullDay(day: Day): string
  /** For choosing a day: the weekday, and the year when it is not this one. */
  dayChosen(day: Day): string
  /** 2026年11月 · Nov 2026 */
  month(month: Month): string
  /** 11月 · Nov */
  shortMonth(month: Month): string
  /** An ISO instant in the reader's zone: 11月23日 14:20 · Nov 23, 14:20 */
  instant(iso: string): string
  time(iso: string): string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = { zh: '一二三四五六日', en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const

let made: Partial<Record<Language, Format>> = {}
let sign = '¥'
let isYuan = true

/** The company's currency (ISO 4217), told when it is known who is signed in. Amounts keep two decimals. */
export function setCurrency(code: string): void {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  isYuan = code === 'CNY'
  sign = parts.find((part) => part.type === 'currency')?.value ?? code
  made = {}
}
export const formatIn = (language: Language): Format => {
  made[language] ??= make(language)
  return made[language]
}
export function useFormat(): Format {
  const language = useLanguage()
  return formatIn(language)
}

function make(language: Language): Format {
  const zh = language === 'zh'
  const plain = (amount: Money, exact?: 'exact') =>
    formatMoney(amount, exact || amount % 100 !== 0 ? 'full' : 'whole')
  const yuan = (text: string) => (text.startsWith('−') ? `−${sign}${text.slice(1)}` : `${sign}${text}`)
  const money = (amount: Money, exact?: 'exact') => yuan(plain(amount, exact))
  const wan = (amount: Money, digits?: number) => {
    if (Math.abs(amount) < 1_000_000) return yuan(formatMoney(amount, 'whole'))
    if (zh) return `${yuan(inTenThousands(amount, digits ?? 1))}万`
    const million = Math.abs(amount) >= 100_000_000
    const value = Math.abs(amount) / (million ? 100_000_000 : 100_000)
    const text = `${value.toFixed(million ? (digits ?? 2) : 1)}${million ? 'M' : 'K'}`
    return yuan(amount < 0 ? `−${text}` : text)
  }
  const percent = (ratio: number, digits = 0) => {
    const text = `${grouped(Math.abs(ratio * 100), digits)}%`
    return ratio < 0 && Number(text.slice(0, -1).replace(/,/g, '')) !== 0 ? `−${text}` : text
  }
  const plus = (value: number, text: string) => (value > 0 ? `+${text}` : text)
  const day = (d: Day) =>
    zh ? `${monthNumber(d)}月${dayOfMonth(d)}日` : `${months[monthNumber(d) - 1]} ${dayOfMonth(d)}`
  const weekday = (d: Day) => (zh ? `周${weekdays.zh[weekdayOf(d) - 1]}` : weekdays.en[weekdayOf(d) - 1]!)
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const time = (iso: string) => clock.format(new Date(iso))
  const shortMonth = (m: Month) => (zh ? `${monthNumber(m)}月` : months[monthNumber(m) - 1]!)
  const dayAndWeekday = (d: Day) => (zh ? `${day(d)} ${weekday(d)}` : `${weekday(d)}, ${day(d)}`)
  const fullDay = (d: Day) => (zh ? `${yearOf(d)}年${day(d)}` : `${day(d)}, ${yearOf(d)}`)
  return {
    language,
    money,
    plain,
    wan,
    wanPlain: (amount, digits = 2) =>
      zh ? inTenThousands(amount, digits) : inTenThousands((amount * 10) as Money, Math.max(0, digits - 1)),
    wanUnit: zh ? (isYuan ? '万元' : `万${sign}`) : `${sign} thousand`,
    yuanUnit: zh && isYuan ? '元' : sign,
    count: (value) => (value < 0 ? `−${grouped(-value, 0)}` : grouped(value, 0)),
    percent,
    signedPercent: (ratio, digits = 1) => plus(Number((ratio * 100).toFixed(digits)), percent(ratio, digits)),
    signedMoney: (amount) => plus(amount, money(amount)),
    signedWan: (amount, digits) => plus(amount, wan(amount, digits)),
    day,
    weekday,
    dayAndWeekday,
    fullDay,
    dayChosen: (d) => (yearOf(d) === new Date().getFullYear() ? dayAndWeekday(d) : fullDay(d)),
    month: (m) => (zh ? `${yearOf(m)}年${monthNumber(m)}月` : `${shortMonth(m)} ${yearOf(m)}`),
    shortMonth,
    instant: (iso) => {
      const at = new Date(iso)
      const date = zh
        ? `${at.getMonth() + 1}月${at.getDate()}日`
        : `${months[at.getMonth()]} ${at.getDate()},`
      return `${date} ${time(iso)}`
    },
    time,
  }
}

function grouped(value: number, digits: number): string {
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(\.|$))/g, ',')
}
