import { z } from 'zod'
import type { Day } from '../../platform/kinds/day.ts'
import { isDay, isMonth, type Month } from '../../platform/kinds/day.ts'
import type { Sentence } from '../../platform/kinds/words.ts'
import type { PositionName } from '../organization/shape.ts'
import type { DutyPosition } from './catalogue/codes.ts'
import type { Cadence, Kind, LookedAfter, Timing } from './catalogue/types.ts'

/** ahead: not open yet; overdue: past its deadline and still to be made good. */
export const dutyStates = ['ahead', 'open', 'overdue', 'inTime', 'late', 'missed', 'excused'] as const
export type DutyState = (typeof dutyStates)[number]
export type Role = 'holder' | 'delegate' | 'substitute'
export type ExcuseKind =
  | 'leave'
  | 'storeClosed'
  | 'notHolder'
  | 'noTarget'
  | 'nothingToCheck'
  | 'noAssociates'
  | 'noManual'
  | 'withdrawn'
  | 'other'
export type OversightKind = 'opened' | 'confirmed' | 'questioned' | 'sentBack'

export const instanceInput = z.strictObject({ store: z.guid(), instance: z.guid() })
const wordsOf = (missing: string) =>
  z.string().trim().min(2, { error: missing }).max(300, { error: 'textTooLong' })
export const excuseInput = z.strictObject({
  store: z.guid(),
  instance: z.guid(),
  kind: z.enum(['leave', 'other']),
  why: wordsOf('whyMissing'),
})
export const sendBackInput = z.strictObject({
  store: z.guid(),
  instance: z.guid(),
  words: wordsOf('wordsMissing'),
})
export const weaveInput = z.strictObject({
  month: z
    .string()
    .refine(isMonth, { error: 'monthWrong' })
    .transform((text) => text as Month)
    .optional(),
  area: z.guid().optional(),
  store: z.guid().optional(),
  duty: z.string().max(12).optional(),
  /** One row an area instead of one a store. */
  level: z.literal('area').optional(),
})
/** A store, an area or, as the nil uuid, headquarters. Without a day: what is overdue there, or was missed just now. */
export const ofSeatInput = z.strictObject({
  seat: z.guid(),
  day: z
    .string()
    .refine(isDay, { error: 'dayWrong' })
    .transform((text) => text as Day)
    .optional(),
})
/** One record, or all versions of one matter. */
export const ofRecordInput = z.strictObject({ records: z.array(z.string().min(1).max(80)).min(1).max(60) })

/** What an edition says of a clause: its words, calendar and weight. What proves it stands in the catalogue. */
export interface Clause {
  readonly duty: string
  readonly position: DutyPosition
  readonly title: Sentence
  readonly help: Sentence
  readonly kind: Kind
  readonly calendar: readonly Timing[]
  readonly minutes: number
  readonly weight: number
  readonly lookedAfter: LookedAfter
  readonly standIns: readonly PositionName[]
  /** Set for duties of the company's own. */
  readonly own?: OwnTerms
}
/** What the catalogue says of a shipped clause, an edition says of the company's own duties. */
export interface OwnTerms {
  /** The name of a way of proving it; null where indicators tell, or where there is no proof yet. */
  readonly provedBy: string | null
  /** Every holder of the position owes it himself. */
  readonly each: boolean
  readonly indicators: readonly Sentence[]
}
export interface Edition {
  readonly id: string
  readonly from: Day
  readonly clauses: ReadonlyMap<string, Clause>
}

/** Where a duty is held: a store, an area or headquarters, with its own clock. */
export interface Place {
  /** The store, or the nil uuid. */
  readonly store: string
  /** The store, the area, or the nil uuid. */
  readonly seat: string
  readonly timeZone: string
  readonly cutOffMinutes: number
  readonly opensAt: string
  readonly closesAt: string
}

/** One due occurrence, as a rule makes it. */
export interface Due {
  readonly store: string
  readonly seat: string
  readonly duty: string
  readonly position: string
  /** A person where each holder owes the duty himself, else the nil uuid. */
  readonly holder: string
  readonly cadence: Exclude<Cadence, 'standing'>
  readonly period: string
  readonly day: Day
  readonly opensAt: Date
  readonly dueAt: Date
  readonly missedAt: Date | null
  readonly minutes: number
}

/** Counts of instances by what became of them; excused ones never count as done. */
export interface Counts {
  readonly inTime: number
  readonly late: number
  readonly missed: number
  readonly overdue: number
  readonly open: number
  readonly excused: number
}
