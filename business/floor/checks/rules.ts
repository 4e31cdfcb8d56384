import { addDays, type Day, localTime } from '../../../platform/kinds/day.ts'
import { hashOf } from '../../../platform/kinds/random.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { Zone } from '../../organization/plans/shape.ts'
import { deadlineOf, instantOf, minutesOf, type StoreHours } from '../../sales/reports/rules.ts'
import { checkBegin, checkItems } from '../editions/rules.ts'
import {
  type CheckAnswer,
  type CheckEdition,
  type CheckItem,
  type CheckKind,
  type Flag,
  isEvening,
  isOwnKind,
  kinds,
  type ReviewKind,
  type SheetState,
} from './shape.ts'

/** Nobody looks at one thing in less than this. Seconds. */
export const secondsEach = 3
/** A sheet of the morning is taken so long before the doors open, one of the evening so long before they close. Minutes. */
export const earliestMorning = 240
export const earliestEvening = 90
/**
 * So long after its time a sheet of the morning, of the evening, is missed: as the duties that they prove have it. What a
 * phone without signal brings later the same day is taken all the same.
 */
export const lateMorning = 120
export const lateEvening = 1_440
/** After so many sheets with something wrong, one without is shown to the superior. */
export const wrongBefore = 3
/** A sheet that was sent back may be done anew for so many days. */
export const redoDays = 7

/**
 * The things to be looked at one by one today before the others may be answered together: three of eight or more, else two,
 * drawn by store and day, so that whoever opens the sheet finds the same.
 */
export function sampleOf(items: readonly Pick<CheckItem, 'code'>[], store: string, day: Day): string[] {
  const drawn = items.map(({ code }) => ({ code, at: mixed(`${store} ${day} ${code}`) }))
  drawn.sort((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1))
  return drawn.slice(0, items.length >= 8 ? 3 : 2).map((d) => d.code)
}
/** Of so many stores one is drawn each day, of which the superior looks at a sheet whatever it says. */
export const oneOf = 6
/**
 * Which sheet of which stores a superior re-checks on a day: drawn by day, so that nobody in a store can know before, and whoever
 * looks finds the same. One store at least.
 */
export function recheckOf(
  stores: readonly string[],
  day: Day,
): { readonly store: string; readonly kind: CheckKind }[] {
  const drawn = stores.map((store) => ({ store, at: mixed(`${day} ${store} again`) }))
  drawn.sort((a, b) => a.at - b.at || (a.store < b.store ? -1 : 1))
  return drawn
    .slice(0, Math.ceil(stores.length / oneOf))
    .map(({ store, at }) => ({ store, kind: kinds[at % kinds.length]! }))
}
/** The low bits of neighbouring days are alike: mixed once more. */
function mixed(text: string): number {
  const first = hashOf(text)
  const hash = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

export const leastSeconds = (items: number): number => items * secondsEach

/** When a sheet can be begun at the earliest, and by when it is due. The fitting rooms by the end of their hour. */
export function windowOf(
  kind: CheckKind,
  round: number,
  store: StoreHours,
  day: Day,
): { readonly earliest: Date; readonly dueAt: Date } {
  const before = (at: Date, minutes: number): Date => new Date(at.getTime() - minutes * 60_000)
  if (isEvening(kind)) {
    const { closesAt, dueAt } = deadlineOf(store, day)
    return { earliest: before(closesAt, earliestEvening), dueAt }
  }
  if (kind === 'fitting') {
    const dueAt = instantOf(day, (round + 1) * 60, store.timeZone)
    return { earliest: before(dueAt, 60), dueAt }
  }
  const dueAt = instantOf(day, minutesOf(store.opensAt), store.timeZone)
  return { earliest: before(dueAt, earliestMorning), dueAt }
}
/** Whether a sheet that was not handed in is missed. Of the fitting rooms, whose hours go one by one, with the day. */
export const isGone = (
  kind: CheckKind,
  dueAt: Date,
  { day, today, now }: { readonly day: Day; readonly today: Day; readonly now: Date },
): boolean =>
  kind === 'fitting'
    ? day < today
    : now.getTime() > dueAt.getTime() + (isEvening(kind) ? lateEvening : lateMorning) * 60_000
/** The hours of the fitting rooms that have begun by now. */
export function roundsBy(
  hours: { first: number; last: number } | null,
  day: Day,
  timeZone: string,
  now: Date,
): number[] {
  if (!hours) return []
  const wall = localTime(now, timeZone)
  const last = wall.day > day ? 23 : wall.day < day ? -1 : Math.floor(wall.minutes / 60)
  const rounds: number[] = []
  for (let hour = hours.first; hour <= Math.min(last, hours.last); hour++) rounds.push(hour)
  return rounds
}

export function stateOf(reviews: readonly { readonly kind: ReviewKind }[]): SheetState {
  const last = reviews.findLast((r) => r.kind !== 'opened')
  if (last) return last.kind === 'confirmed' ? 'confirmed' : 'sentBack'
  return reviews.length > 0 ? 'opened' : 'handedIn'
}

interface Standing {
  readonly id: string
  readonly state: SheetState
}
/** Whether a sheet of a day may be handed in now; `latest` is its version that stands. */
export function checkMoment(
  asked: { readonly kind: CheckKind; readonly round: number; readonly basedOn: string | null },
  latest: Standing | undefined,
  store: StoreHours,
  { day, today, now }: { day: Day; today: Day; now: Date },
) {
  if (day > today) return refuse('dayAhead', { day }, 'day')
  if (latest) {
    if (latest.id !== asked.basedOn) return refuse('changedMeanwhile')
    if (latest.state === 'sentBack' && day >= addDays(today, -redoDays)) return undefined
  } else if (asked.basedOn) return refuse('changedMeanwhile')
  if (day < today && !(isEvening(asked.kind) && day === addDays(today, -1)))
    return refuse('dayOver', { day }, 'day')
  const { earliest } = windowOf(asked.kind, asked.round, store, day)
  if (now < earliest) {
    const { minutes } = localTime(earliest, store.timeZone)
    const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    return refuse('tooEarly', { time: clock })
  }
  return undefined
}

/** A sheet of its own says of which zone it is, one of the fitting rooms of which hour, the others neither. */
export function checkSlot(
  kind: CheckKind,
  edition: Pick<CheckEdition, 'hours'>,
  zone: Zone | null,
  round: number | null,
  isAssociate: boolean,
) {
  if (isOwnKind(kind) && !isAssociate) return refuse('associatesOwn')
  if (isOwnKind(kind) !== (zone !== null)) return refuse('zoneMissing', {}, 'zone')
  const { hours } = edition
  if (hours ? round === null || round < hours.first || round > hours.last : round !== null)
    return refuse('roundMissing', hours ?? {}, 'round')
  return undefined
}

/** Every item answered once; those of the day's sample and what is wrong one by one; a number where one is asked for. */
export function checkAnswers(
  items: readonly CheckItem[],
  answers: readonly CheckAnswer[],
  sample: readonly string[],
) {
  const by = new Map(answers.map((a) => [a.code, a]))
  if (by.size !== answers.length) return refuse('answeredTwice')
  const left = items.filter((i) => !by.has(i.code)).length
  if (left > 0) return refuse('itemsLeft', { left })
  if (answers.length !== items.length) return refuse('editionChanged')
  if (sample.some((code) => by.get(code)!.how !== 'one')) return refuse('sampleFirst', { of: sample.length })
  for (const item of items) {
    const answer = by.get(item.code)!
    const field = `answers.${answers.indexOf(answer)}`
    if (!answer.inOrder && !answer.wrong) return refuse('sayWrong', { item: item.says }, `${field}.wrong`)
    if (!answer.inOrder && answer.how !== 'one') return refuse('oneByOne', { item: item.says }, field)
    if (item.photo && !answer.photo) return refuse('photoWanted', { item: item.says }, `${field}.photo`)
    if (item.number === null) {
      if (answer.value !== null) return refuse('noNumber', { item: item.says }, `${field}.value`)
      continue
    }
    if (answer.value === null) return refuse('numberMissing', { item: item.says }, `${field}.value`)
    if (answer.inOrder && !isWithin(item.number, answer.value))
      return refuse('outOfBounds', { item: item.says, value: answer.value }, `${field}.value`)
  }
  return undefined
}
export const isWithin = (bounds: { low: number | null; high: number | null }, value: number): boolean =>
  (bounds.low === null || value >= bounds.low) && (bounds.high === null || value <= bounds.high)

/** What the superior is shown of a sheet beside what it says. `before`: how much was wrong on the last ones, newest first. */
export function flagsOf(
  seconds: number,
  items: number,
  wrong: number,
  before: readonly { readonly wrong: number }[],
): Flag[] {
  const last = before.slice(0, wrongBefore)
  const isPerfect = wrong === 0 && last.length === wrongBefore && last.every((b) => b.wrong > 0)
  return [
    ...(seconds < leastSeconds(items) ? (['fast'] as const) : []),
    ...(isPerfect ? (['perfect'] as const) : []),
  ]
}

/** Of the fitting rooms an edition says from which hour to which; bounds are not crossed. */
export function checkEdition(
  edition: Omit<CheckEdition, 'id'>,
  today: Day,
  standing: readonly Pick<CheckEdition, 'kind' | 'from'>[],
) {
  const no = checkBegin(edition, today, standing)
  if (no) return no
  const { kind, hours, items } = edition
  if ((kind === 'fitting') !== (hours !== null) || (hours && hours.last < hours.first))
    return refuse('hoursMissing', {}, 'hours')
  const odd = items.findIndex(({ number: n }) => n && n.low !== null && n.high !== null && n.low > n.high)
  return checkItems(edition) ?? (odd < 0 ? undefined : refuse('boundsCrossed', {}, `items.${odd}.number`))
}

/** How a sheet that is asked for stands on a card or on the board. */
export type SlotState = 'notYet' | 'open' | 'done' | 'doneLate' | 'overdue' | 'missed' | 'sentBack'
export function slotState(
  sheet: { readonly at: string; readonly dueAt: string; readonly state: SheetState } | undefined,
  window: { readonly earliest: Date; readonly dueAt: Date },
  isOver: boolean,
  now: Date,
): SlotState {
  if (sheet) return sheet.state === 'sentBack' ? 'sentBack' : sheet.at > sheet.dueAt ? 'doneLate' : 'done'
  if (now > window.dueAt) return isOver ? 'missed' : 'overdue'
  return now < window.earliest ? 'notYet' : 'open'
}
