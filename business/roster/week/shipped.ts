import type { StoreKind } from '../../organization/shape.ts'
import type { RuleCode, RuleValues, Shift } from './shape.ts'

/** Before the doors open and after they close the shop is made ready, so many minutes. */
const ready = { concession: 20, leased: 30, street: 30, outlet: 30 } as const satisfies Record<
  StoreKind,
  number
>
const quarter = (minutes: number): number => Math.round(minutes / 15) * 15

/**
 * Shifts that a store has until it makes its own, from its opening hours (minutes after midnight): eight hours of work each and
 * the meal between; a short one of four hours for the evening, when most people come.
 */
export function shippedShifts(kind: StoreKind, opens: number, closes: number): readonly Shift[] {
  const end = (closes > opens ? closes : closes + 1440) + ready[kind]
  const begin = opens - ready[kind]
  const long = 540
  const span = end - begin
  const middle = quarter(begin + (span - long) / 2)
  const all: Shift[] = [
    { code: 'A', name: '早班', nameEn: 'Early', from: begin, to: begin + long, break: 60, kind: 'early' },
    { code: 'B', name: '中班', nameEn: 'Middle', from: middle, to: middle + long, break: 60, kind: 'middle' },
    { code: 'C', name: '晚班', nameEn: 'Late', from: end - long, to: end, break: 60, kind: 'late' },
    { code: 'D', name: '短班', nameEn: 'Short', from: 1020, to: 1260, break: 0, kind: 'short' },
  ]
  // A short day needs one shift that goes from end to end.
  return span <= long + 60
    ? [{ code: 'A', name: '全天', nameEn: 'Day', from: begin, to: end, break: 60, kind: 'early' }, all[3]!]
    : all
}

/** What the law of the PRC says, and where it is silent what is prudent; each can be replaced from a day on, never edited. */
export const shippedRules: Readonly<Record<RuleCode, { value: number; source: readonly [string, string] }>> =
  {
    dayNorm: {
      value: 480,
      source: [
        '国务院关于职工工作时间的规定第三条：每日 8 小时',
        'State Council rules on working time, art. 3: 8 hours a day',
      ],
    },
    dayMost: {
      value: 660,
      source: [
        '劳动法第四十一条：特殊需要，延长每日不超过 3 小时',
        'Labour Law art. 41: for special need at most 3 hours longer a day',
      ],
    },
    weekNorm: {
      value: 2400,
      source: [
        '国务院关于职工工作时间的规定第三条：每周 40 小时',
        'State Council rules on working time, art. 3: 40 hours a week',
      ],
    },
    overtimeMonth: {
      value: 2160,
      source: [
        '劳动法第四十一条：每月延长不超过 36 小时',
        'Labour Law art. 41: at most 36 hours of overtime a month',
      ],
    },
    restBetween: {
      value: 660,
      source: [
        '法律没有写明；本公司按 11 小时',
        'The law names none; the house keeps 11 hours between two shifts',
      ],
    },
    runDays: {
      value: 6,
      source: [
        '由劳动法第三十八条每周至少休一天推出',
        'Follows from Labour Law art. 38: a day off in every week',
      ],
    },
    restDays: {
      value: 1,
      source: ['劳动法第三十八条：每周至少休息一日', 'Labour Law art. 38: at least one day off a week'],
    },
    nightFrom: {
      value: 1320,
      source: [
        '女职工劳动保护特别规定第六、九条：孕七月起、哺乳未满一岁，不排夜班、不延时；未成年工同此从严',
        'Special rules for the protection of women workers, arts. 6 and 9: no night work or overtime from the seventh month and while nursing; minors are treated alike',
      ],
    },
    partDay: {
      value: 240,
      source: [
        '劳动合同法第六十八条：非全日制平均每日不超过 4 小时',
        'Labour Contract Law art. 68: part-time at most 4 hours a day on average',
      ],
    },
    partWeek: {
      value: 1440,
      source: [
        '劳动合同法第六十八条：非全日制每周累计不超过 24 小时',
        'Labour Contract Law art. 68: part-time at most 24 hours a week',
      ],
    },
  }
export const shippedValues = Object.fromEntries(
  Object.entries(shippedRules).map(([code, { value }]) => [code, value]),
) as RuleValues

/** Minutes of somebody's time that one ticket and one visitor take; they weigh the hours against each other. */
export const service = { ticket: 12, visitor: 2 } as const
/** Nobody works a shop alone where there are people enough. */
export const leastThere = 2
