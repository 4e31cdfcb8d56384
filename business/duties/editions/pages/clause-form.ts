import type { DutyPosition } from '../../catalogue/codes.ts'
import type { LookedAfter, Timing } from '../../catalogue/types.ts'
import { outranks } from '../../rules.ts'
import { mayAskFor } from '../period-rules.ts'
import type { TermsTyped } from '../shape.ts'
import type { DraftClauseSeen } from './api.ts'
import type { Every } from './timings.ts'

export type Superior = LookedAfter['by']

const regular = ['day', 'week', 'month', 'quarter', 'year', 'standing'] as const
const leaders = ['generalManager', 'operationsDirector', 'areaManager', 'storeManager'] as const

/** Who may look after a position's duties: whoever leads it. */
export const superiorsOf = (position: DutyPosition): Superior[] =>
  leaders.filter((leader) => outranks(leader, position))

/** Cadences that the form offers: of a shipped clause those that its proof can answer. */
export function cadencesFor(clause: DraftClauseSeen | undefined): readonly Every[] {
  const shipped = clause?.shipped
  if (!shipped) return regular
  const own = shipped.calendar.map((t) => t.every)
  if (shipped.isFixed) return own
  const all: readonly Every[] = own.includes('event') ? [...regular, 'event'] : regular
  return shipped.live ? all.filter((every) => mayAskFor(shipped.calendar, { every } as Timing)) : all
}

/** What the form begins with: the clause as it stands, or an empty duty of the company's own. */
export function termsOf(
  clause: DraftClauseSeen | undefined,
  position: DutyPosition,
  inStore: boolean,
): TermsTyped {
  if (clause) {
    const { title, help, kind, calendar, minutes, weight, lookedAfter, standIns, own } = clause
    return {
      title: twoOf(title),
      help: twoOf(help),
      kind,
      calendar: [...calendar],
      minutes,
      weight,
      lookedAfter,
      standIns: [...standIns],
      ...(own ? { own: { ...own, indicators: own.indicators.map((s) => [...s] as [string, string]) } } : {}),
    } as TermsTyped
  }
  return {
    title: ['', ''],
    help: ['', ''],
    kind: 'perishable',
    calendar: [{ every: 'day', by: inStore ? '21:00' : '18:00', late: 12 }],
    minutes: 10,
    weight: 2,
    lookedAfter: { by: superiorsOf(position).at(-1)!, every: 'week' },
    standIns: [],
    own: { provedBy: null, each: false, indicators: [] },
  }
}

/** English that only repeats the Chinese was never written: the field is empty then. */
const twoOf = ([zh, en]: readonly [string, string]): [string, string] => [zh, en === zh ? '' : en]
