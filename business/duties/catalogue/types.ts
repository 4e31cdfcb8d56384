import type { Sentence } from '../../../platform/kinds/words.ts'
import type { CheckKind } from '../../floor/checks/shape.ts'
import type { PositionName } from '../../organization/shape.ts'
import type { AnyDutyId, DutyId, DutyPosition } from './codes.ts'
import type { Proof, Raising } from './proofs.ts'

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
      /** Owed only where the seat's store has an associate to be there for, on some day of the period; where a display manual is in force. */
      readonly needs?: 'associates' | 'manual'
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
