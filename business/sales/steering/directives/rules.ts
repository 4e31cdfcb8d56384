import type { Actor } from '../../../../platform/access/who.ts'
import { type Day, lastDay, type Month, monthOf } from '../../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../../platform/kinds/refusal.ts'
import { instantOf, minutesOf } from '../../reports/rules.ts'
import { asOfOn } from '../rules.ts'
import type { DueInput, Said } from '../shape.ts'
import {
  type Directive,
  type DirectiveAct,
  type DirectiveState,
  type Level,
  mayWhen,
  type Side,
  type Step,
} from './shape.ts'

/** A directive asks for something within a quarter; what takes longer is a plan. */
const longestDays = 92

export function stateOf(steps: readonly Pick<Step, 'kind'>[]): DirectiveState {
  return steps.at(-1)?.kind ?? 'given'
}
/** The deadline in force: that of the last return which set one, else the first. */
export const dueOf = (d: Pick<Directive, 'dueAt' | 'steps'>): string =>
  d.steps.findLast((s) => s.dueAt !== null)?.dueAt ?? d.dueAt
/** What made it due: the last return that set a deadline of its own, else the directive itself. */
export const eventOf = (d: Pick<Directive, 'id' | 'steps'>): string =>
  d.steps.findLast((s) => s.dueAt !== null)?.id ?? d.id
/** It waits for whoever received it, and its time is over. */
export const isOverdue = (d: Pick<Directive, 'dueAt' | 'steps'>, now: Date): boolean =>
  may('answer', stateOf(d.steps)) && new Date(dueOf(d)) < now

export const may = (act: DirectiveAct, state: DirectiveState): boolean =>
  (mayWhen[act] as readonly DirectiveState[]).includes(state)

export type NotGiven = 'wordsMissing' | 'dueGone' | 'dueTooFar' | 'monthAhead'
/** What a directive says, and until when, or why it cannot be given. */
export function checkGiven(
  { measure, words, due, about }: Said & { due: DueInput; about: { month: Month } | null },
  at: { readonly timeZone: string; readonly now: Date; readonly today: Day },
): Refusal<NotGiven> | { readonly dueAt: Date } {
  if (measure === null && (words === null || words.length < 2)) return refuse('wordsMissing', {}, 'words')
  if (about && about.month > monthOf(at.today)) return refuse('monthAhead', {}, 'about.month')
  return checkDue(due, at.timeZone, at.now)
}

export function checkDue(
  due: DueInput,
  timeZone: string,
  now: Date,
): Refusal<'dueGone' | 'dueTooFar'> | { readonly dueAt: Date } {
  const dueAt = instantOf(due.day, minutesOf(due.time), timeZone)
  if (dueAt <= now) return refuse('dueGone', {}, 'due')
  if (dueAt.getTime() - now.getTime() > longestDays * 86_400_000)
    return refuse('dueTooFar', { days: longestDays }, 'due')
  return { dueAt }
}

/** The day at whose close a month's figure is read: the last that is over; null before the first one is. */
export const figureDay = (month: Month, today: Day): Day | null =>
  month === monthOf(today) ? asOfOn(today) : lastDay(month)

export type NotNow = 'alreadyAnswered' | 'notAnswered' | 'closed'
/** Whether an act may follow what is there. */
export function checkAct(act: DirectiveAct, state: DirectiveState): Refusal<NotNow> | undefined {
  if (may(act, state)) return undefined
  if (state === 'accepted' || state === 'withdrawn') return refuse('closed')
  return refuse(state === 'answered' ? 'alreadyAnswered' : 'notAnswered')
}

type Seat = Pick<Directive, 'level' | 'seat' | 'store' | 'givenAs'>
const receiver = {
  store: 'storeManager',
  area: 'areaManager',
  company: 'operationsDirector',
} as const satisfies Record<Level, string>
type Reach = Pick<Actor, 'appointments'>

/** Whoever holds the seat now received it, also where it was given to his predecessor. */
export const receives = (actor: Reach, d: Seat): boolean =>
  actor.appointments.some(
    (a) =>
      a.position === receiver[d.level] &&
      (d.level === 'company' || (d.level === 'area' ? a.area : a.store) === d.seat),
  )
/** Whoever holds the giver's position over that seat now accepts, returns or withdraws it. */
export const gives = (actor: Reach, d: Seat): boolean =>
  actor.appointments.some(
    (a) => a.position === d.givenAs && (d.givenAs !== 'areaManager' || a.areaStores.includes(d.store)),
  )
/** Undefined where it is none of his business. */
export function sideOf(actor: Reach, d: Seat): Side | undefined {
  if (receives(actor, d)) return 'received'
  if (gives(actor, d)) return 'given'
  return actor.appointments.some((a) => oversees(a, d)) ? 'below' : undefined
}
/** The general manager sees all, the director what goes to areas and stores, an area manager what goes to his stores. */
function oversees(a: Reach['appointments'][number], d: Seat): boolean {
  if (a.position === 'generalManager') return true
  if (a.position === 'operationsDirector') return d.level !== 'company'
  return a.position === 'areaManager' && d.level === 'store' && a.areaStores.includes(d.store)
}

/** One directive as somebody sees it; undefined where it is none of his business. */
export type DirectiveRow = NonNullable<ReturnType<typeof rowOf>>
export function rowOf(d: Directive, actor: Reach, now: Date) {
  const side = sideOf(actor, d)
  if (!side) return undefined
  const state = stateOf(d.steps)
  return {
    ...d,
    side,
    state,
    /** The deadline in force. */
    dueNow: dueOf(d),
    overdue: isOverdue(d, now),
    may: {
      answer: receives(actor, d) && may('answer', state),
      accept: gives(actor, d) && may('accept', state),
      return: gives(actor, d) && may('return', state),
      withdraw: gives(actor, d) && may('withdraw', state),
    },
  }
}
