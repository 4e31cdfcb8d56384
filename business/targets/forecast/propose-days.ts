import type { Day, Month } from '../../../platform/kinds/day.ts'
import { weekdayOf } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { groupOf } from './contributions.ts'
import { featureNames } from './features.ts'
import type { PlanCampaign } from './plan-input.ts'
import type { Reason } from './propose-reasons.ts'
import type { PlannedDay, StorePlan } from './store-plan.ts'
import { monthDays } from './store-plan.ts'
import { forecastWords, weekdayWords } from './words.ts'

/** A day's weight in share units (份数) and why it is not 1. */
export interface DayProposal {
  readonly day: Day
  /** Hundredths; 0 when closed, at least 0.01 when open. */
  readonly weight: number
  readonly reasons: readonly Reason[]
}
/** Effects below this are not told. */
const toldPercent = 0.5

/** Day weights of one month: an ordinary day (Monday to Thursday, no feast, no campaign) is 1. */
export function proposeDays(
  plan: Pick<StorePlan, 'basis' | 'days'>,
  month: Month,
  campaigns: readonly PlanCampaign[],
): DayProposal[] {
  const days = monthDays(plan, month)
  const open = days.filter((d) => d.open)
  const quiet = open.filter(isOrdinary)
  const ordinary = middle((quiet.length > 0 ? quiet : open).map((d) => d.amount))
  const workdays = open.filter((d) => weekdayOf(d.day) <= 4)
  const usual = mean((workdays.length > 0 ? workdays : open).map((d) => d.parts.byGroup.weekday))
  return days.map((d) => {
    if (!d.open)
      return { day: d.day, weight: 0, reasons: [{ what: 'closed', sentence: forecastWords.closedDay }] }
    const weight = plan.basis ? Math.max(0.01, Math.round((d.amount / ordinary) * 100) / 100) : 1
    return { day: d.day, weight, reasons: plan.basis ? dayReasons(d, usual, campaigns) : [] }
  })
}

function dayReasons(d: PlannedDay, usual: number, campaigns: readonly PlanCampaign[]): Reason[] {
  const reasons: Reason[] = []
  const tell = (what: string, sentence: Sentence, log: number) => {
    const percent = (Math.exp(log) - 1) * 100
    if (Math.abs(percent) >= toldPercent) reasons.push({ what, sentence, percent })
  }
  tell('weekday', weekdayWords[weekdayOf(d.day) - 1]!, d.parts.byGroup.weekday - usual)
  const running = campaigns.find((c) => d.day >= c.from && d.day <= c.to)
  tell('campaign', running ? running.name : forecastWords.campaignsNear, d.parts.byGroup.campaign)
  for (const { feature, log } of d.parts.set) {
    if (groupOf(feature) === 'campaign') continue
    tell(feature, featureNames[feature]!, log)
  }
  return reasons.length > 0 ? reasons : [{ what: 'ordinary', sentence: forecastWords.ordinaryDay }]
}

const isOrdinary = (d: PlannedDay): boolean => {
  const { shopping, lunar, autumn, holidays, campaign, closure } = d.parts.byGroup
  return weekdayOf(d.day) <= 4 && [shopping, lunar, autumn, holidays, campaign, closure].every((x) => x === 0)
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 1
}
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length
