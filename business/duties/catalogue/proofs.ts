import type { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { cashOperations } from '../../cash/actions.ts'
import type { briefingOperations } from '../../floor/briefing/actions.ts'
import type { checkOperations } from '../../floor/checks/actions.ts'
import type { displayOperations } from '../../floor/displays/actions.ts'
import type { growthOperations } from '../../floor/growth/actions.ts'
import type { handoverOperations } from '../../floor/handover/actions.ts'
import type { noticeOperations } from '../../floor/notices/actions.ts'
import type { visitOperations } from '../../floor/visits/actions.ts'
import type { organizationOperations } from '../../organization/actions.ts'
import type { oversightOperations } from '../../oversight/actions.ts'
import type { attendanceOperations } from '../../people/attendance/actions.ts'
import type { leaveOperations } from '../../people/leave/actions.ts'
import type { rosterOperations } from '../../roster/week/actions.ts'
import type { boardOperations } from '../../sales/boards/actions.ts'
import type { importOperations } from '../../sales/imports/actions.ts'
import type { ownReportOperations } from '../../sales/own-reports/actions.ts'
import type { reportOperations } from '../../sales/reports/actions.ts'
import type { steeringOperations } from '../../sales/steering/actions.ts'
import type { ticketOperations } from '../../sales/tickets/actions.ts'
import type { tillOperations } from '../../sales/tickets/till-actions.ts'
import type { stockOperations } from '../../stock/actions.ts'
import type { dailyOperations } from '../../stock/daily/actions.ts'
import type { markdownOperations } from '../../stock/markdowns/actions.ts'
import type { openToBuyOperations } from '../../stock/open-to-buy/actions.ts'
import type { rebalanceOperations } from '../../stock/rebalance/actions.ts'
import type { reorderOperations } from '../../stock/reorders/actions.ts'
import type { stockReportOperations } from '../../stock/stock-reports/actions.ts'
import type { takeOperations } from '../../stock/takes/actions.ts'
import type { targetOperations } from '../../targets/actions.ts'
import type { DutyId } from './codes.ts'

/** Every operation that can leave a record: a proof names one of them, so a misspelt or removed one does not compile. */
type Provers = typeof organizationOperations &
  typeof targetOperations &
  typeof ticketOperations &
  typeof tillOperations &
  typeof boardOperations &
  typeof importOperations &
  typeof reportOperations &
  typeof ownReportOperations &
  typeof stockOperations &
  typeof takeOperations &
  typeof stockReportOperations &
  typeof dailyOperations &
  typeof reorderOperations &
  typeof rebalanceOperations &
  typeof markdownOperations &
  typeof openToBuyOperations &
  typeof cashOperations &
  typeof rosterOperations &
  typeof oversightOperations &
  typeof checkOperations &
  typeof visitOperations &
  typeof displayOperations &
  typeof handoverOperations &
  typeof growthOperations &
  typeof noticeOperations &
  typeof briefingOperations &
  typeof attendanceOperations &
  typeof leaveOperations &
  typeof steeringOperations
export type ProofName = {
  [Name in keyof Provers]: Provers[Name] extends { kind: 'action' } ? Name : never
}[keyof Provers]
/** The looking-after of this area itself; named apart, since its operations read this catalogue. */
export type OwnProofName = 'duties.confirm' | 'duties.sendBack'

/** What an action takes and answers, for whoever reads the records that it leaves. */
export type InputTo<Name extends ProofName> = Parsed<Provers[Name]>
export type AnswerOf<Name extends ProofName> = Answer<Provers[Name]>

type Parsed<T> = T extends { input: infer Input extends z.ZodType } ? z.output<Input> : never
type Answer<T> = T extends { run(...a: never[]): Promise<infer Out> }
  ? Exclude<Out, { refused: string }>
  : never

/** What an act proved: whose duty, for which periods, and whether it holds (false takes an earlier discharge back). */
export interface Deed {
  readonly seat: { readonly store: string } | { readonly area: string } | 'company'
  /** Where each holder owes the duty himself: whose it was. */
  readonly person?: string
  /** Who did it, where the act of somebody else was only the last that was missing. */
  readonly doneBy?: { readonly person: string; readonly onBehalfOf: string | null }
  readonly periods: readonly string[]
  readonly holds: boolean
}

/** What a predicate may look up about the records that an act left. */
export interface Find {
  /** A version of a year plan or of an area's plan. */
  targetVersion(id: string): Promise<{ level: 'year' | 'area'; year: number; scope: string } | undefined>
  /** People of a store whose day target is newly reached, or no longer reached, by what they are credited with. */
  ownTargetsTurned(store: string, day: Day): Promise<readonly { person: string; reached: boolean }[]>
  /** Seats whose stated sample for `by` holds this record of a store and is now looked through entirely. */
  samplesFinished(
    by: DutyId,
    of:
      | { readonly store: string; readonly duty: DutyId; readonly period: string }
      | { readonly instance: string },
  ): Promise<readonly { seat: Deed['seat']; period: string }[]>
  /** Days on which a store's till was counted, and whether all of the cash that was due by then is in order. */
  cashDays(store: string, from: Day, to: Day): Promise<readonly { day: Day; settled: boolean }[]>
  /** Whose area received a shipment, and how many pieces of its differences nobody has answered. */
  shipmentDifferences(store: string, shipment: string): Promise<{ area: string; open: number } | undefined>
  /** Of a store's evening: whether its closing sheet stands, and its pieces agree with the books or the difference is explained. */
  closingInOrder(store: string, day: Day): Promise<{ sheet: boolean; count: boolean }>
  /** How many areas nobody inspected as director in these days, and how many inspections there were. */
  inspected(from: Day, to: Day): Promise<{ made: number; areasLeft: number }>
  /** Associates' shifts in the released roster of a week (its Monday), and how many of them name no zone. */
  shiftsPlaced(store: string, week: Day): Promise<{ shifts: number; unplaced: number }>
  /** Of a store's day: whether its clock-ins were looked through, and a shift handed over and signed by both. */
  shiftsInOrder(store: string, day: Day): Promise<{ reviewed: boolean; handedOver: boolean }>
  /** Stores that trade on a day, each with the end of the third day from then. */
  storesTrading(day: Day): Promise<readonly { store: string; thirdDay: string }[]>
  /** Stores that are to pass a notice on, each with its deadline. */
  noticeStores(notice: string): Promise<readonly { store: string; dueAt: string }[]>
  /** Who passed a notice on in a store, once each of its associates has read it; undefined before. */
  noticePassedOn(
    store: string,
    notice: string,
  ): Promise<{ person: string; onBehalfOf: string | null } | undefined>
}

/** What was done, as a predicate sees it. */
export interface ProofOf<Input, Output> {
  readonly input: Input
  readonly answer: Output
  readonly day: Day
  readonly store: string | null
  /** The record that the act left. */
  readonly record: string | null
  readonly now: Date
}
export interface Proof {
  readonly action: ProofName | OwnProofName
  /** Reads the records of the act: the deeds that it amounts to. */
  deeds(find: Find, done: ProofOf<unknown, unknown>): Promise<readonly Deed[]>
}
/** A proof by one action: its predicate sees that action's own input and answer. */
export function proof<Name extends ProofName>(
  action: Name,
  deeds: (
    find: Find,
    done: ProofOf<Parsed<Provers[Name]>, Answer<Provers[Name]>>,
  ) => Promise<readonly Deed[]> | readonly Deed[],
): Proof {
  return { action, deeds: async (find, done) => deeds(find, done as never) }
}
export const ownProof = (
  action: OwnProofName,
  deeds: (
    find: Find,
    done: ProofOf<{ store: string; instance: string }, unknown>,
  ) => Promise<readonly Deed[]>,
): Proof => ({ action, deeds: async (find, done) => deeds(find, done as never) })

/** A duty that something which happened asks for: whose it is, what raised it, and by when. */
export interface Raised {
  readonly seat: Deed['seat']
  /** Set where each holder owes it himself: who. Not raised if he does not hold the position there. */
  readonly person?: string
  /** Id of the record that raises it. Raised again it changes nothing. */
  readonly event: string
  /** Else so many hours from now as the clause says. */
  readonly dueAt?: Date
  /** False: withdrawn, so that nobody owes it any more; without a person, of whoever owed it at the seat. */
  readonly holds: boolean
}
export interface Raising {
  readonly action: ProofName
  raises(find: Find, done: ProofOf<unknown, unknown>): Promise<readonly Raised[]>
}
/** What an action raises, from its own input and answer. The instance's period is `eventPeriod(event)`. */
export function raising<Name extends ProofName>(
  action: Name,
  raises: (
    find: Find,
    done: ProofOf<Parsed<Provers[Name]>, Answer<Provers[Name]>>,
  ) => Promise<readonly Raised[]> | readonly Raised[],
): Raising {
  return { action, raises: async (find, done) => raises(find, done as never) }
}
