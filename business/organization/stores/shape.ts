import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import {
  clockInput,
  codeInput,
  currencyInput,
  dayInput,
  idInput,
  type Named,
  nameInput,
  otherNameInput,
  reasonInput,
  type StoreKind,
  storeKinds,
  timeZoneInput,
} from '../shape.ts'

export interface Area extends Named {
  readonly code: string
  readonly openedOn: Day
  /** Last day on which it has stores. */
  readonly closedOn: Day | null
}

export interface Mall extends Named {
  readonly city: string
}

/** A store (店铺) by itself, without the things that change by date. */
export interface Store extends Named {
  readonly code: string
  readonly kind: StoreKind
  readonly mall: Mall | null
  readonly city: string | null
  readonly country: string | null
  /** null: the company's. */
  readonly currency: string | null
  readonly timeZone: string
  /** The business day ends so many minutes after midnight. */
  readonly cutOffMinutes: number
  readonly opensAt: string
  readonly closesAt: string
  readonly openedOn: Day
  /** Last business day; null while it trades. */
  readonly closedOn: Day | null
}

/** The area a store belongs to, from a day until the next membership. */
export interface Membership {
  readonly from: Day
  readonly area: string
}

export interface SellingArea {
  readonly from: Day
  readonly squareMetres: number
}

/** The selling area is kept in whole square centimetres, so that a sum over stores is exact. */
export const squareCentimetres = (squareMetres: number): number => Math.round(squareMetres * 10_000)

export const areaInput = z.strictObject({
  id: idInput,
  code: codeInput,
  name: nameInput,
  nameEn: otherNameInput,
  openedOn: dayInput,
})
export const closeAreaInput = z.strictObject({ area: idInput, on: dayInput })

export const mallInput = z.strictObject({
  id: idInput,
  name: nameInput,
  nameEn: otherNameInput,
  city: z.string().trim().min(1, { error: 'cityMissing' }).max(60),
})

const blank = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null)
const storeFields = {
  id: idInput,
  code: codeInput,
  name: nameInput,
  nameEn: otherNameInput,
  kind: z.enum(storeKinds),
  mall: idInput.nullish().transform((mall) => mall ?? null),
  city: blank(60),
  country: blank(60),
  currency: currencyInput.nullish().transform((currency) => currency ?? null),
  timeZone: timeZoneInput,
  cutOffMinutes: z.int().min(0).max(719),
  opensAt: clockInput,
  closesAt: clockInput,
  openedOn: dayInput,
}
const squareMetres = z.number().positive({ error: 'sizeForm' }).max(100_000, { error: 'sizeForm' })
export const openStoreInput = z.strictObject({
  ...storeFields,
  area: idInput,
  squareMetres: squareMetres.nullish(),
})
export const changeStoreInput = z.strictObject(storeFields)
export const closeStoreInput = z.strictObject({
  store: idInput,
  /** Last business day; null takes an announced closing back. */
  on: dayInput.nullable(),
  reason: reasonInput,
  /** Appointments in the store end with it. */
  endAppointments: z.boolean().default(false),
})
export const moveStoreInput = z.strictObject({
  store: idInput,
  area: idInput,
  from: dayInput,
  reason: reasonInput,
})
export const measureStoreInput = z.strictObject({ store: idInput, from: dayInput, squareMetres })
export const closedDaysInput = z.strictObject({
  store: idInput,
  from: dayInput,
  to: dayInput,
  reason: reasonInput,
})
export const reopenDaysInput = z.strictObject({ store: idInput, from: dayInput, to: dayInput })

export type StoreInput = z.output<typeof changeStoreInput>
