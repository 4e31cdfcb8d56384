import type { z } from 'zod'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import type { cashOperations } from '../../cash/actions.ts'
import type { briefingOperations } from '../../floor/briefing/actions.ts'
import type { checkOperations } from '../../floor/checks/actions.ts'
import type { CheckKind } from '../../floor/checks/shape.ts'
import type { growthOperations } from '../../floor/growth/actions.ts'
import type { handoverOperations } from '../../floor/handover/actions.ts'
import type { noticeOperations } from '../../floor/notices/actions.ts'
import type { visitOperations } from '../../floor/visits/actions.ts'
import type { organizationOperations } from '../../organization/actions.ts'
import type { PositionName } from '../../organization/shape.ts'
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
import type { rebalanceOperations } from '../../stock/rebalance/actions.ts'
import type { reorderOperations } from '../../stock/reorders/actions.ts'
import type { stockReportOperations } from '../../stock/stock-reports/actions.ts'
import type { takeOperations } from '../../stock/takes/actions.ts'
import type { targetOperations } from '../../targets/actions.ts'

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
  typeof cashOperations &
  typeof rosterOperations &
  typeof oversightOperations &
  typeof checkOperations &
  typeof visitOperations &
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

/** Areas of the business that are still to come. */
export type Awaited =
  | 'budget'
  | 'stock'
  | 'promotions'
  | 'malls'
  | 'cash'
  | 'floor'
  | 'people'
  | 'customers'
  | 'market'
  | 'meetings'
  | 'documents'
  | 'openings'
  /** Of the company's own duties: somebody has yet to choose what proves it. */
  | 'proof'

export type Cadence = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'event' | 'standing'
export type Kind = 'perishable' | 'debt' | 'standing'
/** Wall clock 'HH:MM' where the duty is held. */
export type Clock = `${number}:${number}`

/**
 * When a duty falls due. `opens` counts back from the deadline. `late`: hours after the deadline in which a
 * perishable duty can still be done late; afterwards it is missed.
 */
export type Timing =
  | {
      readonly every: 'day'
      readonly by: 'closing'
      readonly grace: number
      readonly opensMinutes: number
      readonly late: number
    }
  | {
      readonly every: 'day'
      readonly by: 'opening'
      readonly grace: number
      readonly opensMinutes: number
      readonly late: number
    }
  | { readonly every: 'day'; readonly by: Clock; readonly late: number }
  /** 1 = Monday … 7 = Sunday, of the week itself. */
  | {
      readonly every: 'week'
      readonly weekday: number
      readonly by: Clock
      readonly opensDays: number
      readonly late: number
    }
  /** Of the month before, the month itself or the month after; 'last' is its last day. */
  | {
      readonly every: 'month' | 'quarter'
      readonly in: 'before' | 'same' | 'after'
      readonly on: number | 'last'
      readonly by: Clock
      readonly opensDays: number
      readonly late: number
    }
  | {
      readonly every: 'year'
      readonly in: 'before' | 'same' | 'after'
      readonly month: number
      readonly on: number | 'last'
      readonly by: Clock
      readonly opensDays: number
      readonly late: number
    }
  | { readonly every: 'event'; readonly raisedBy: Sentence; readonly hours: number; readonly late: number }
  | { readonly every: 'standing' }

export interface LookedAfter {
  readonly by: PositionName
  readonly every: Exclude<Cadence, 'event' | 'standing'>
}

/** Live: what proves it. Awaiting: the area that must come first. */
export type Standing =
  | {
      readonly proofs: readonly [Proof, ...Proof[]]
      /** The acts that raise it, for a clause whose calendar knows an event. */
      readonly raisedBy?: readonly [Raising, ...Raising[]]
      /** What of the clause this does not cover yet, and the areas that will. */
      readonly part?: { readonly says: Sentence; readonly awaits: readonly Awaited[] }
      /** Whether the work can be done again after it was sent back. */
      readonly redo: boolean
      /** The page on which it is done; `$…` in the path and the query are filled from the instance. */
      readonly page: Page
      /** Where instances of another cadence are done, where that is another page. */
      readonly pages?: Readonly<Partial<Record<Cadence, Page>>>
      /** Each holder of the position owes it himself; what is of the day, on days on which he has a target. */
      readonly each?: 'withDayTarget'
      /** Owed only where the seat's store has an associate to be there for, on some day of the period. */
      readonly needs?: 'associates'
      /** It asks for a result, which no diligence alone brings about. */
      readonly isResult?: true
      /**
       * Discharged by looking through a stated sample of what was done below since the last time: for a duty of the day the
       * day before, of the week the seven days before, and so on. `lookedThrough` are its proofs.
       */
      readonly checks?: { readonly duty: DutyId; readonly share: number; readonly least: number }
    }
  | { readonly awaits: Awaited }
  /** A way of working that no record proves: read from these indicators, in inspections that are still to come. */
  | { readonly indicators: readonly Sentence[]; readonly awaits: Awaited }

/** $event: the record that raised it. */
type Fact = '$store' | '$area' | '$day' | '$month' | '$year' | '$dayBefore' | '$event'
export interface Page {
  readonly path: `/${string}`
  readonly query?: Readonly<Record<string, Fact | CheckKind>>
}

export interface DutyText {
  readonly id: AnyDutyId
  readonly title: Sentence
  readonly help: Sentence
  readonly kind: Kind
  readonly calendar: readonly [Timing, ...Timing[]]
  readonly minutes: number
  /** 1 … 5 */
  readonly weight: number
  readonly lookedAfter: LookedAfter
  /** Positions whose own doing counts for the holder. */
  readonly standIns: readonly PositionName[]
}
export type Duty = DutyText & { readonly position: DutyPosition } & Standing
/** A clause as shipped: its code is one of the 74. */
export type NewDuty = DutyText & { readonly id: DutyId } & Standing

export type DutyPosition = 'operationsDirector' | 'areaManager' | 'storeManager' | 'salesAssociate'

/** What a position asks of whoever holds it. */
export interface Requirements {
  readonly education: Sentence
  /** Whole years: in branded women's wear or retail, and in leading people. */
  readonly years: { readonly trade: number; readonly leading: number }
  readonly knowledge: readonly Sentence[]
  readonly skills: readonly Sentence[]
  readonly integrity: Sentence
  readonly tools: readonly Sentence[]
}
export interface Profile {
  readonly position: DutyPosition
  readonly requirements: Requirements
  readonly duties: readonly Duty[]
}

export const periodOfMonth = (month: Month): string => month
/** The period of an instance that a record raised. */
export const eventPeriod = (event: string): string => `event:${event}`
export const periodOfYear = (year: number): string => String(year).padStart(4, '0')

/** A duty of the company's own (自有职责): SM-C1. It stands in the company's editions only. */
export type OwnDutyId = `${PositionCode}-C${number}`
export type AnyDutyId = DutyId | OwnDutyId
export const positionCodes = {
  operationsDirector: 'OD',
  areaManager: 'AM',
  storeManager: 'SM',
  salesAssociate: 'SA',
} as const satisfies Record<DutyPosition, string>
export type PositionCode = (typeof positionCodes)[DutyPosition]
export const isOwn = (id: string): id is OwnDutyId => /^[A-Z]{2}-C[1-9]\d{0,2}$/.test(id)

type Numbered<Code extends string, N extends number> = `${Code}.${N}`
export type DutyId =
  | `OD-${Numbered<'1', 1 | 2 | 3 | 4> | Numbered<'2', 1 | 2> | Numbered<'3', 1 | 2 | 3 | 4 | 5 | 6> | Numbered<'4', 1 | 2 | 3> | '5' | '6'}`
  | `AM-${Numbered<'1', 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8> | Numbered<'2', 1 | 2 | 3 | 4 | 5 | 6> | Numbered<'3', 1 | 2 | 3 | 4 | 5>}`
  | `SM-${Numbered<'1', 1 | 2 | 3 | 4 | 5 | 6 | 7> | Numbered<'2', 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8> | Numbered<'3', 1 | 2 | 3 | 4 | 5> | Numbered<'4', 1 | 2 | 3 | 4 | 5 | 6>}`
  | `SA-${Numbered<'1', 1 | 2 | 3 | 4 | 5 | 6> | Numbered<'2', 1 | 2 | 3> | '3' | '4' | '5'}`
