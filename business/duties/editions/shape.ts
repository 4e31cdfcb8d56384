import { z } from 'zod'
import { dutyStates } from '../shape.ts'

export const dutyCodeInput = z
  .string()
  .max(12)
  .regex(/^[A-Z]{2}-(C?\d{1,3})(\.\d)?$/, { error: 'noSuchClause' })
export const clauseInput = z.strictObject({
  duty: dutyCodeInput,
  state: z.enum(dutyStates).optional(),
  area: z.guid().optional(),
})
