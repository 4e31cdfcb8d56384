import type { Day, Month } from '../../../platform/kinds/day.ts'
import { dayOfMonth, firstDay, lastDay, monthNumber, weekdayOf, yearOf } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { Basis } from './borrow.ts'
import type { Group } from './contributions.ts'
import { groups } from './contributions.ts'
import { featureNames } from './features.ts'
import { lunarNewYear, midAutumn } from './holidays.ts'
import type { PlanCampaign, PlanInput, PlanStore } from './plan-input.ts'
import { takesPart } from './plan-input.ts'
import type { PlannedDay, ReferenceMonth, StorePlan } from './store-plan.ts'
import { monthDays, sameDate } from './store-plan.ts'
import { forecastWords, monthWords, weekdayWords } from './words.ts'

/** One bar of "为什么 11 月这样分": its name and percent. */
export interface Reason {
  readonly what: string
  readonly sentence: Sentence
  /** For a share the share of the year, else the change of the month's amount, in percent; undefined: words only. */
  readonly percent?: number
}
export interface MonthReasons {
  /** The same month's share of the year last time; undefined without a whole year of history. */
  readonly lastShare?: Reason
  /** What the month holds, against the same month without it: campaigns and feasts. */
  readonly holds: readonly Reason[]
  /**
   * What differs from last time. They chain: last time's amount × Π (1 + percent ÷ 100) is the amount expected.
   * Empty without a month to compare with.
   */
  readonly changes: readonly Reason[]
}

export function reasonsOf(
  plan: StorePlan,
  store: PlanStore,
  month: Month,
  input: PlanInput,
  growth: number,
): MonthReasons {
  const days = monthDays(plan, month)
  if (!plan.basis) return { holds: [], changes: [] }
  const reference = plan.references.get(monthNumber(month))
  const share = reference && Number.isFinite(reference.share) ? lastShareReason(reference, month) : undefined
  return {
    ...(share ? { lastShare: share } : {}),
    holds: holdsOf(plan, days, store, month, input.campaigns),
    changes:
      reference && days.some((d) => d.open) ? changesOf(plan, days, reference, store, input, growth) : [],
  }
}

export function basisReason(basis: Basis | undefined): Reason[] {
  if (!basis) return [{ what: 'noHistory', sentence: forecastWords.borrowedFromNobody }]
  if (basis.lenders.length === 0) return []
  const facts = (language: 'zh' | 'en') => ({
    days: basis.ownDays,
    share: `${Math.round(basis.ownShare * 100)}%`,
    count: basis.lenders.length,
    stores: basis.lenders
      .map((l) => `${l.name} ${Math.round(l.share * 100)}%`)
      .join(language === 'zh' ? '、' : ', '),
  })
  const sentence = basis.ownShare > 0 ? forecastWords.borrowedPartly : forecastWords.borrowed
  return [
    { what: 'borrowed', sentence: [say(sentence, 'zh', facts('zh')), say(sentence, 'en', facts('en'))] },
  ]
}

export const growthReason = (growth: number): Reason[] =>
  growth === 0 ? [] : [{ what: 'growth', sentence: forecastWords.growthWish, percent: growth * 100 }]

/** Reasons worth a bar: a twentieth of a percent is noise to a reader (all of them are needed for the chain). */
export const worthTelling = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter((reason) => reason.percent === undefined || Math.abs(reason.percent) >= 0.05)

function lastShareReason(reference: ReferenceMonth, month: Month): Reason {
  const name = monthWords[monthNumber(month) - 1]!
  return {
    what: 'lastShare',
    sentence: [
      say(forecastWords.shareOf, 'zh', { year: yearOf(reference.month), month: name[0] }),
      say(forecastWords.shareOf, 'en', { year: yearOf(reference.month), month: name[1] }),
    ],
    percent: reference.share * 100,
  }
}

/** Campaigns take the feast they cover with them (11.11 lies inside its campaign); feasts on their own come after. */
function holdsOf(
  plan: StorePlan,
  days: readonly PlannedDay[],
  store: PlanStore,
  month: Month,
  campaigns: readonly PlanCampaign[],
): Reason[] {
  const all = days.reduce((sum, d) => sum + d.amount, 0)
  if (all <= 0) return []
  const withoutParts = (inside: (d: PlannedDay) => boolean, dropped: readonly Group[]): number =>
    days.reduce(
      (sum, d) =>
        sum + (d.open && inside(d) ? plan.amountOf({ ...d.parts.byGroup, ...zeros(dropped) }) : d.amount),
      0,
    )
  const reasons: Reason[] = []
  const held = campaigns.filter(
    (c) => takesPart(c, store) && c.from <= lastDay(month) && c.to >= firstDay(month),
  )
  const covered = (d: PlannedDay) => held.some((c) => d.day >= c.from && d.day <= c.to)
  for (const campaign of held) {
    const without = withoutParts(
      (d) => d.day >= campaign.from && d.day <= campaign.to,
      ['campaign', 'shopping'],
    )
    reasons.push({ what: 'campaign', sentence: campaign.name, percent: (all / without - 1) * 100 })
  }
  for (const feature of new Set(days.flatMap((d) => d.parts.set.map((s) => s.feature)))) {
    const group = feastGroup(feature)
    if (!group) continue
    const has = (d: PlannedDay) => !covered(d) && d.parts.set.some((s) => s.feature === feature)
    const without = withoutParts(has, [group])
    if (without !== all)
      reasons.push({ what: feature, sentence: featureNames[feature]!, percent: (all / without - 1) * 100 })
  }
  return reasons
}

const feastGroup = (feature: string): Group | undefined => {
  if (feature.startsWith('lunar')) return 'lunar'
  if (/^(beforeMidAutumn|midAutumnDays|doubleSeventhDay)$/.test(feature)) return 'autumn'
  return /^(womensDay|labourDays|may20|june18|national\w+|november11|december12)$/.test(feature)
    ? 'shopping'
    : undefined
}

/** Turns last time's month into this one, one group of effects after the other; each step is a percent. */
function changesOf(
  plan: StorePlan,
  days: readonly PlannedDay[],
  reference: ReferenceMonth,
  store: PlanStore,
  input: PlanInput,
  growth: number,
): Reason[] {
  const changes: Reason[] = []
  let amount = reference.actual
  const step = (what: string, next: number, sentence: Sentence) => {
    const percent = (next / amount - 1) * 100
    if (Math.abs(percent) > 1e-9) changes.push({ what, sentence, percent })
    amount = next
  }
  const moved = new Set<Group>()
  const sumOver = (
    dates: readonly PlannedDay[],
    trades: (then: PlannedDay | undefined, now: PlannedDay | undefined) => boolean,
  ) =>
    dates.reduce((sum, { day }) => {
      const then = sameDate(reference.days, day)
      const now = sameDate(days, day)
      const base = then ?? now
      if (!base || !trades(then, now)) return sum
      const parts = { ...base.parts.byGroup }
      if (now) for (const group of moved) parts[group] = now.parts.byGroup[group]
      return sum + plan.amountOf(parts)
    }, 0)
  const asThen = (then?: PlannedDay, now?: PlannedDay) => (then ?? now)?.open === true
  const asNow = (_then?: PlannedDay, now?: PlannedDay) => now?.open === true
  step('chance', sumOver(reference.days, asThen), forecastWords.chance)
  const move = (group: Group, what: string, sentence: Sentence) => {
    moved.add(group)
    step(what, sumOver(reference.days, asThen), sentence)
  }
  const year = input.year
  move('trend', 'trend', forecastWords.ownTrend)
  move('weekday', 'weekdays', weekdaySentence(reference.days, days))
  move('lunar', 'lunar', dated(forecastWords.lunarMoved, lunarNewYear(year)))
  move('autumn', 'autumn', dated(forecastWords.autumnMoved, midAutumn(year)))
  move('holidays', 'holidays', forecastWords.holidaysMoved)
  move('campaign', 'campaigns', campaignSentence(store, days, reference, input.campaigns))
  for (const group of groups) moved.add(group)
  step('season', sumOver(reference.days, asThen), forecastWords.datesMoved)
  step(
    'leapDay',
    sumOver(days, asThen),
    days.length > reference.days.length ? forecastWords.leapDay : forecastWords.noLeapDay,
  )
  step('closures', sumOver(days, asNow), closureSentence(reference.days, days))
  step('growth', amount * (1 + growth), forecastWords.growthWish)
  return changes
}

function weekdaySentence(then: readonly PlannedDay[], now: readonly PlannedDay[]): Sentence {
  const more = (w: number) => count(now, w) - count(then, w)
  const weekend = more(6) + more(7)
  const told = (sentence: Sentence, days: number, name: Sentence = ['', '']): Sentence => [
    say(sentence, 'zh', { days, weekday: name[0] }),
    say(sentence, 'en', { days, weekday: name[1] }),
  ]
  if (more(6) !== 0 && more(7) === 0) {
    return told(
      more(6) > 0 ? forecastWords.moreOfWeekday : forecastWords.fewerOfWeekday,
      Math.abs(more(6)),
      weekdayWords[5],
    )
  }
  if (more(7) !== 0 && more(6) === 0) {
    return told(
      more(7) > 0 ? forecastWords.moreOfWeekday : forecastWords.fewerOfWeekday,
      Math.abs(more(7)),
      weekdayWords[6],
    )
  }
  if (weekend === 0) return forecastWords.sameWeekendDays
  return told(weekend > 0 ? forecastWords.moreWeekendDays : forecastWords.fewerWeekendDays, Math.abs(weekend))
}

const count = (days: readonly PlannedDay[], weekday: number): number =>
  days.filter((d) => weekdayOf(d.day) === weekday).length

function campaignSentence(
  store: PlanStore,
  now: readonly PlannedDay[],
  reference: ReferenceMonth,
  campaigns: readonly PlanCampaign[],
): Sentence {
  const during = (days: readonly PlannedDay[]) =>
    campaigns.filter((c) => takesPart(c, store) && days.some((d) => d.day >= c.from && d.day <= c.to))
  const [held, before] = [during(now), during(reference.days)]
  const list = (of: readonly PlanCampaign[], side: 0 | 1) =>
    [...new Set(of.map((c) => c.name[side]))].join(side === 0 ? '、' : ', ')
  if (held.length > 0) return [list(held, 0), list(held, 1)]
  if (before.length === 0) return forecastWords.campaignsNear
  return [
    say(forecastWords.campaignNotRepeated, 'zh', { campaign: list(before, 0) }),
    say(forecastWords.campaignNotRepeated, 'en', { campaign: list(before, 1) }),
  ]
}

function closureSentence(then: readonly PlannedDay[], now: readonly PlannedDay[]): Sentence {
  const open = (days: readonly PlannedDay[]) => days.filter((d) => d.open).length
  const more = open(now) - open(then)
  if (more === 0) return forecastWords.closedElsewhere
  const sentence = more > 0 ? forecastWords.openedDays : forecastWords.closedDays
  const days = more > 0 ? more : now.length - open(now)
  return [say(sentence, 'zh', { days }), say(sentence, 'en', { days })]
}

const dated = (sentence: Sentence, day: Day): Sentence => {
  const date = `${monthNumber(day)}/${dayOfMonth(day)}`
  return [say(sentence, 'zh', { date }), say(sentence, 'en', { date })]
}
const zeros = (dropped: readonly Group[]): Partial<Record<Group, number>> =>
  Object.fromEntries(dropped.map((g) => [g, 0]))
