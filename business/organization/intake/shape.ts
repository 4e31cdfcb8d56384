import type { Day } from '../../../platform/kinds/day.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import type { NamedAppointment, Person } from '../people/shape.ts'
import type { StoreKind } from '../shape.ts'
import type { Area, Mall, Store } from '../stores/shape.ts'
import type { intakeWords } from './words.ts'

/** A file's row after its columns were matched: its number in the file, and the text under each field. */
export interface IntakeRow<Field extends string> {
  readonly row: number
  readonly cells: Readonly<Partial<Record<Field, string>>>
}

export const storeFields = [
  'code',
  'name',
  'nameEn',
  'kind',
  'mall',
  'city',
  'country',
  'area',
  'openedOn',
  'closedOn',
  'squareMetres',
  'timeZone',
  'currency',
] as const
export type StoreField = (typeof storeFields)[number]
export const personFields = [
  'jobNumber',
  'name',
  'position',
  'store',
  'area',
  'phone',
  'hiredOn',
  'leftOn',
] as const
export type PersonField = (typeof personFields)[number]

export type IntakeWhy = keyof typeof intakeWords & string
export interface RefusedRow {
  readonly row: number
  readonly refusal: Refusal<IntakeWhy>
}

/** What stands in for a column that the file lacks or a cell that is empty, for new stores. */
export interface StoreDefaults {
  readonly openedOn: Day
  readonly kind: StoreKind
  /** Name of the area; made if it is not there. */
  readonly area: string
  readonly timeZone: string
}
export interface PeopleDefaults {
  /** For new people without a hiring day. */
  readonly hiredOn: Day
  /** The day from which a changed position or store counts. */
  readonly from: Day
}

/** What the company knows before the file is read. */
export interface KnownStores {
  readonly stores: readonly (Store & {
    readonly memberships: readonly { from: Day; area: string }[]
    readonly squareMetres: number | null
  })[]
  readonly areas: readonly Area[]
  readonly malls: readonly Mall[]
}
export interface KnownPeople {
  readonly people: readonly Person[]
  readonly appointments: readonly NamedAppointment[]
  readonly stores: readonly Pick<Store, 'id' | 'code' | 'name' | 'nameEn' | 'openedOn' | 'closedOn'>[]
  readonly areas: readonly Area[]
}

/** A store as it is to stand after the import. */
export interface StoreWritten extends Omit<Store, 'mall'> {
  readonly row: number
  readonly mall: string | null
  readonly memberships: readonly { from: Day; area: string }[]
  /** A new measurement, from a day; null: none. */
  readonly measured: { readonly from: Day; readonly squareMetres: number } | null
}
export interface StoreIntake {
  readonly areas: readonly Area[]
  readonly malls: readonly Mall[]
  readonly creates: readonly StoreWritten[]
  readonly updates: readonly StoreWritten[]
  /** Row numbers that say nothing new. */
  readonly unchanged: readonly number[]
  readonly refused: readonly RefusedRow[]
}

export interface PersonWritten extends Person {
  readonly row: number
  /** A new seat that begins, and the present one that ends the day before. */
  readonly begins: Omit<NamedAppointment, 'personName'> | null
  readonly ends: { readonly appointment: string; readonly on: Day } | null
}
export interface PeopleIntake {
  readonly creates: readonly PersonWritten[]
  readonly updates: readonly PersonWritten[]
  readonly unchanged: readonly number[]
  readonly refused: readonly RefusedRow[]
}
