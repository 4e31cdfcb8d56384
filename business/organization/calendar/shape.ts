import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput, nameInput, otherNameInput } from '../shape.ts'

export const calendarKinds = ['holiday', 'makeUpWorkday'] as const

/** A public holiday (法定假日), or a weekend day worked in exchange for one (调休上班). */
export interface CalendarDay {
  readonly day: Day
  readonly kind: (typeof calendarKinds)[number]
  readonly name: string
  readonly nameEn: string
}

/** A trade event (营销日/活动期): of the whole chain, or of one store. */
export interface CalendarEvent {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
  readonly from: Day
  readonly to: Day
  /** Minutes of a store manager's day that it asks for: setting up, price tags, photos. 0: none. */
  readonly minutes: number
  readonly store: { readonly id: string; readonly name: string; readonly nameEn: string | null } | null
}

export const yearInput = z.strictObject({ year: z.int().min(1990).max(2200) })

/** kind null makes the day an ordinary one again. */
export const markDayInput = z.strictObject({
  day: dayInput,
  kind: z.enum(calendarKinds).nullable(),
  name: z.string().trim().max(40).default(''),
  nameEn: z.string().trim().max(60).default(''),
})

export const eventInput = z.strictObject({
  id: idInput,
  name: nameInput,
  nameEn: otherNameInput,
  from: dayInput,
  to: dayInput,
  store: idInput.nullish().transform((store) => store ?? null),
  minutes: z
    .int({ error: 'minutesWrong' })
    .min(0, { error: 'minutesWrong' })
    .max(480, { error: 'minutesWrong' })
    .default(0),
  /** Agrees to ask for it though stores already have their hands full. */
  despiteLoad: z.boolean().default(false),
})
/** Before it is planned: have the stores room for it? `event`: the one that is changed. */
export const eventRoomInput = z.strictObject({
  event: idInput.optional(),
  from: dayInput,
  to: dayInput,
  store: idInput.nullish().transform((store) => store ?? null),
  minutes: z.int().min(0).max(480),
})
