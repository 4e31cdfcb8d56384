import { z } from 'zod'
import { reasonInput } from '../shape.ts'

/** Positions whose time for duties is reckoned. */
export const loadPositions = ['operationsDirector', 'areaManager', 'storeManager', 'salesAssociate'] as const
export type LoadPosition = (typeof loadPositions)[number]

/** 职责工时: how long a shift is, how many days a week somebody works, and what part of a shift there is for duties. */
export interface LoadSetting {
  readonly shiftMinutes: number
  readonly workDays: number
  /** 0.05 … 1 of a shift; the rest is for customers, talks and walking about. */
  readonly shares: Readonly<Record<LoadPosition, number>>
}
export const defaultLoad: LoadSetting = {
  shiftMinutes: 480,
  workDays: 5,
  shares: { operationsDirector: 0.75, areaManager: 0.75, storeManager: 0.5, salesAssociate: 0.2 },
}

/** What duties ask of a position at one seat on an average day. Minutes. */
export interface Asked {
  readonly position: LoadPosition
  /** Of the seat, whoever of its holders does it. */
  readonly sharedMinutes: number
  /** Of each holder himself. */
  readonly eachMinutes: number
  readonly holders: number
  /** How long the store is open; null for areas and headquarters. */
  readonly openMinutes: number | null
}

/** Minutes of duties a person-day against what a shift has for them. */
export interface Load {
  readonly minutes: number
  readonly available: number
  /** minutes / available */
  readonly ratio: number
  /** Minutes a person-day beyond what there is; 0 within. */
  readonly over: number
  /** People present on an average day, at least one. */
  readonly present: number
}

const shareInput = z
  .number({ error: 'shareWrong' })
  .min(0.05, { error: 'shareWrong' })
  .max(1, { error: 'shareWrong' })
export const loadSettingInput = z.strictObject({
  shiftMinutes: z
    .int({ error: 'shiftWrong' })
    .min(60, { error: 'shiftWrong' })
    .max(960, { error: 'shiftWrong' }),
  workDays: z.number({ error: 'daysWrong' }).min(1, { error: 'daysWrong' }).max(7, { error: 'daysWrong' }),
  shares: z.strictObject({
    operationsDirector: shareInput,
    areaManager: shareInput,
    storeManager: shareInput,
    salesAssociate: shareInput,
  }),
  reason: reasonInput,
})
