import { z } from 'zod'
import { type Day, isDay } from '../../../platform/kinds/day.ts'

export type StoreKind = 'concession' | 'leased' | 'street' | 'outlet'

export const dayInput = z.custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'dayWrong' })
/** Absent day: today. */
export const progressInput = z.strictObject({ area: z.uuid().optional(), day: dayInput.optional() })
export const storeBoardInput = z.strictObject({ store: z.uuid(), day: dayInput.optional() })
export const mineInput = z.strictObject({ day: dayInput.optional() })
