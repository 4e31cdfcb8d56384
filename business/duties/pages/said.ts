import { type Day, monthOf } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Format } from '../../../platform/web/format.ts'
import type { Say } from '../../../platform/web/say.ts'
import { measureNames } from '../../sales/steering/words.ts'
import type { Fact } from '../fact-tables.ts'
import { lengthOf } from '../moments.ts'
import type { DutyItem } from './api.ts'
import { w } from './words.ts'

/** How times, lateness and facts of a duty are said. */

export function lengthSaid(milliseconds: number, say: Say): string {
  const length = lengthOf(milliseconds)
  switch (length.unit) {
    case 'minutes':
      return say(w.lengthMinutes, { minutes: length.minutes })
    case 'hours':
      return say(length.minutes === 0 ? w.lengthHours : w.lengthHoursMinutes, { ...length })
    case 'days':
      return say(w.lengthDays, { days: length.days })
  }
}

const localDay = (at: number): Day => {
  const d = new Date(at)
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}` as Day
}
const day = 86_400_000

/** 22:30 today, 明天 18:00, 11月30日 周一 otherwise: an instant as somebody reads it at `now`. */
export function whenSaid(iso: string, now: number, say: Say, f: Format): string {
  const on = localDay(Date.parse(iso))
  if (on === localDay(now)) return f.time(iso)
  if (on === localDay(now + day)) return `${say(w.tomorrow)} ${f.time(iso)}`
  if (on === localDay(now - day)) return `${say(w.yesterday)} ${f.time(iso)}`
  return f.dayAndWeekday(on)
}

/** When something was done: always with its time. */
export function momentSaid(iso: string, now: number, say: Say, f: Format): string {
  const on = localDay(Date.parse(iso))
  return on === localDay(now) || on === localDay(now - day) ? whenSaid(iso, now, say, f) : f.instant(iso)
}

/** The column before a duty: its time, and beneath it 前 or 已过; another day stands as its date with the weekday. */
export function columnSaid(iso: string, now: number, say: Say, f: Format): { when: string; note: string } {
  const at = Date.parse(iso)
  const on = localDay(at)
  if (on === localDay(now)) return { when: f.time(iso), note: say(at <= now ? w.past : w.before) }
  if (on === localDay(now + day)) return { when: say(w.tomorrow), note: f.time(iso) }
  if (on === localDay(now - day)) return { when: say(w.yesterday), note: f.time(iso) }
  return { when: f.day(on), note: f.weekday(on) }
}

/** Which day, month or year a duty is about, where that is not plain: a report of today needs no day. */
export function periodSaid(
  { cadence, period, day: on }: Pick<DutyItem, 'cadence' | 'period' | 'day'>,
  today: Day,
  f: Format,
): string | undefined {
  switch (cadence) {
    case 'day':
      return on === today ? undefined : f.day(on)
    case 'month':
      return f.shortMonth(monthOf(period))
    case 'quarter':
    case 'year':
      return period.split('#')[0]
    default:
      return undefined
  }
}

const superiors = {
  generalManager: w.superiorGeneralManager,
  operationsDirector: w.superiorOperationsDirector,
  areaManager: w.superiorAreaManager,
  storeManager: w.superiorStoreManager,
} as const
/** 晚了 26 分钟，区长已可见. */
export function lateSaid(item: Pick<DutyItem, 'dueAt' | 'lookedAfterBy'>, now: number, say: Say): string {
  const length = lengthSaid(now - Date.parse(item.dueAt), say)
  const by = item.lookedAfterBy
  return by !== null && by in superiors
    ? say(w.lateSeen, { length, superior: say(superiors[by as keyof typeof superiors]) })
    : say(w.lateAlone, { length })
}

/** The fact of a duty in one line; nothing where it has none. */
export function factSaid(
  { fact, period, sample }: { fact: Fact | null; period: string; sample: DutyItem['sample'] },
  say: Say,
  f: Format,
): string | undefined {
  if (sample) return say(w.factSample, { ...sample })
  if (!fact) return undefined
  switch (fact.kind) {
    case 'storeDay':
      return fact.target
        ? say(w.factDay, {
            net: whole(fact.net, f),
            target: whole(fact.target, f),
            done: f.percent(fact.net / fact.target),
          })
        : say(w.factDayNoTarget, { net: whole(fact.net, f) })
    case 'ownDay':
      return fact.target !== null && fact.net < fact.target
        ? say(w.factMissing, {
            amount: whole((fact.target - fact.net) as Money, f),
          })
        : say(w.factReached)
    case 'storeMonth': {
      const month = f.shortMonth(monthOf(period))
      if (fact.given === null) return say(w.factMonthNotGiven, { month })
      const given = f.wan(fact.given)
      return fact.people === null
        ? say(w.factMonthNotSplit, { month, given })
        : say(w.factMonthSplit, { month, given, people: fact.people })
    }
    case 'matter':
      return matterSaid(fact, say)
    case 'plan':
      return planSaid(fact, period.slice(0, 4), say, f)
  }
}

/** A usual measure, the words of who asks, or both; a notice by its title, in English where it was written so. */
const matterSaid = ({ measure, words, wordsEn }: Extract<Fact, { kind: 'matter' }>, say: Say): string =>
  [
    measure && measure in measureNames ? say(measureNames[measure as keyof typeof measureNames]) : null,
    words && say([words, wordsEn ?? words]),
  ]
    .filter(Boolean)
    .join(say(w.colon))

function planSaid(fact: Extract<Fact, { kind: 'plan' }>, year: string, say: Say, f: Format): string {
  const { level, given, version } = fact
  const facts = { year, version: version ?? 0, given: given === null ? '' : f.wan(given) }
  if (level === 'year') return say(version === null ? w.factYearNoDraft : w.factYearDraft, facts)
  if (given === null) return say(w.factAreaNotGiven, facts)
  return say(version === null ? w.factAreaNoDraft : w.factAreaDraft, facts)
}

/** Whole yuan, as the boards write a day. */
const whole = (amount: Money, f: Format): string => f.money((Math.round(amount / 100) * 100) as Money)
