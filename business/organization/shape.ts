import { z } from 'zod'
import { type Day, isDay } from '../../platform/kinds/day.ts'

/** Positions (岗位) that a person can hold, from the top of the chain of command down; then headquarters posts. */
export const positions = [
  'generalManager',
  'operationsDirector',
  'areaManager',
  'storeManager',
  'salesAssociate',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
] as const
export type PositionName = (typeof positions)[number]

declare module '../../platform/access/who.ts' {
  interface Positions extends Record<PositionName, true> {}
}

/** Where a position sits: in a store, over an area, or at headquarters. */
export const seatOf = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
  salesAssociate: 'store',
  finance: 'company',
  merchandising: 'company',
  personnel: 'company',
  training: 'company',
  administrator: 'company',
} as const satisfies Record<PositionName, 'company' | 'area' | 'store'>

export const headquartersPosts = [
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
] as const

/** One holder a seat on any day; a handover of some days is agreed explicitly. */
export const solePositions: ReadonlySet<PositionName> = new Set([
  'generalManager',
  'operationsDirector',
  'areaManager',
  'storeManager',
])

/** A store kind (店铺类型): counter in a mall (专柜), leased shop, street shop, outlet. */
export const storeKinds = ['concession', 'leased', 'street', 'outlet'] as const
export type StoreKind = (typeof storeKinds)[number]

export interface Named {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
}

/** From the first day to the last, both included; null while it lasts. */
export interface Period {
  readonly from: Day
  readonly to: Day | null
}
export const covers = (period: Period, day: Day): boolean =>
  period.from <= day && (period.to === null || period.to >= day)
export const overlaps = (a: Period, b: Period): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)

export const dayInput = z.iso
  .date()
  .refine(isDay)
  .transform((text) => text as Day)
/** Written as the database writes it, so that an id is the same text wherever it is compared or bound into a seal. */
export const idInput = z.guid().toLowerCase()
export const nameInput = z.string().trim().min(1, { error: 'nameMissing' }).max(80)
/** An English name is optional; blank means none. */
export const otherNameInput = z
  .string()
  .trim()
  .max(120)
  .nullish()
  .transform((text) => text || null)
export const codeInput = z
  .string()
  .trim()
  .min(1, { error: 'codeMissing' })
  .max(32)
  .regex(/^\S+$/, { error: 'codeForm' })
export const reasonInput = z.string().trim().min(2, { error: 'reasonMissing' }).max(300)

/** A phone number without spaces, dashes and the Chinese country code; undefined when it is none. */
export function phoneFrom(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()\-.]/g, '')
    .replace(/^(\+|00)86(?=1\d{10}$)/, '')
  return /^\+?\d{5,15}$/.test(plain) ? plain : undefined
}
export const phoneInput = z
  .string()
  .max(40)
  .nullish()
  .transform((text, context) => {
    if (!text?.trim()) return null
    const phone = phoneFrom(text)
    if (phone === undefined) context.addIssue({ code: 'custom', message: 'phoneForm' })
    return phone ?? null
  })

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch (fault) {
    if (fault instanceof RangeError) return false
    throw fault
  }
}
export const timeZoneInput = z.string().refine(isTimeZone, { error: 'timeZoneUnknown' })
export const currencyInput = z.string().regex(/^[A-Z]{3}$/, { error: 'currencyForm' })
/** A wall-clock time: '10:00'. */
export const clockInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'clockForm' })

/** Days are texts, so Math.max does not do. */
export function laterOf(a: Day, b: Day): Day {
  if (a < b) return b
  return a
}
