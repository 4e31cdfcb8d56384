import type { Month } from '../../../platform/kinds/day.ts'

export type DutyPosition = 'operationsDirector' | 'areaManager' | 'storeManager' | 'salesAssociate'

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

export const periodOfMonth = (month: Month): string => month
/** The period of an instance that a record raised. */
export const eventPeriod = (event: string): string => `event:${event}`
export const periodOfYear = (year: number): string => String(year).padStart(4, '0')
