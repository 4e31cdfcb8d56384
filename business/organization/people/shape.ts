import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { longestPassword } from '../access/secret-rules.ts'
import {
  codeInput,
  dayInput,
  idInput,
  type Period,
  type PositionName,
  phoneInput,
  positions,
  reasonInput,
} from '../shape.ts'

export interface Person {
  readonly id: string
  readonly jobNumber: string
  readonly name: string
  /** As it is shown: masked. */
  readonly phone: string | null
  readonly language: 'zh' | 'en'
  readonly hiredOn: Day
  /** The last day in the company. */
  readonly leftOn: Day | null
}

/** A position held by a person for a time (任职). */
export interface Appointment extends Period {
  readonly id: string
  readonly person: string
  readonly position: PositionName
  readonly area: string | null
  readonly store: string | null
  /** What the company calls it, where that differs: 副店长, Cashier. */
  readonly title: string | null
}

/** The same with the names that a refusal needs. */
export interface NamedAppointment extends Appointment {
  readonly personName: string
}

/** Somebody acts for an absent holder (代办). */
export interface Delegation {
  readonly id: string
  readonly appointment: string
  readonly toPerson: string
  readonly toName: string
  readonly from: Day
  readonly to: Day
  readonly reason: string
}

const personName = z.string().trim().min(1, { error: 'personNameMissing' }).max(60)
const personFields = {
  jobNumber: codeInput,
  name: personName,
  phone: phoneInput,
  language: z.enum(['zh', 'en']).default('zh'),
  hiredOn: dayInput,
}
const password = z.string().min(1).max(longestPassword)

const seat = {
  position: z.enum(positions),
  store: idInput.nullish().transform((store) => store ?? null),
  area: idInput.nullish().transform((area) => area ?? null),
  title: z
    .string()
    .trim()
    .max(40)
    .nullish()
    .transform((title) => title || null),
  from: dayInput,
  to: dayInput.nullish().transform((to) => to ?? null),
  /** Agrees that two hold the same seat for the days of a handover. */
  handover: z.boolean().default(false),
}

export const hireInput = z.strictObject({
  id: idInput,
  ...personFields,
  password: password.nullish(),
  appointment: z.strictObject({ id: idInput, ...seat }).nullish(),
})
/** Without a phone the number stays what it is: the form never knew it. */
export const changePersonInput = z.strictObject({
  id: idInput,
  ...personFields,
  phone: phoneInput.optional(),
})
export const appointInput = z.strictObject({ id: idInput, person: idInput, ...seat })
/** The present appointment ends the day before, the new one begins. */
export const transferInput = z.strictObject({
  appointment: idInput,
  id: idInput,
  ...seat,
  reason: reasonInput,
})
export const endAppointmentInput = z.strictObject({
  appointment: idInput,
  lastDay: dayInput,
  reason: reasonInput,
})
export const dismissInput = z.strictObject({ person: idInput, lastDay: dayInput, reason: reasonInput })
export const rehireInput = z.strictObject({ person: idInput, reason: reasonInput })
export const givePasswordInput = z.strictObject({ person: idInput })
export const delegateInput = z.strictObject({
  id: idInput,
  appointment: idInput,
  toPerson: idInput,
  from: dayInput,
  to: dayInput,
  reason: reasonInput,
})
export const endDelegationInput = z.strictObject({ delegation: idInput })

export type SeatInput = Pick<
  z.output<typeof appointInput>,
  'position' | 'store' | 'area' | 'title' | 'from' | 'to' | 'handover'
>
