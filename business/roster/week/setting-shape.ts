import { z } from 'zod'
import { clockInput, dayInput, idInput } from '../../organization/shape.ts'
import { ruleCodes, shiftKinds } from './shape.ts'

/** What rosters rest on, as it is entered: a store's shifts, the company's rules, who may work less. */
export const shiftsInput = z.strictObject({
  id: idInput,
  store: idInput,
  from: dayInput,
  shifts: z
    .array(
      z.strictObject({
        code: z.string().trim().min(1, { error: 'codeMissing' }).max(4, { error: 'codeLong' }),
        name: z.string().trim().min(1, { error: 'nameMissing' }).max(12, { error: 'nameLong' }),
        nameEn: z
          .string()
          .trim()
          .max(16, { error: 'nameLong' })
          .nullish()
          .transform((text) => text || null),
        from: clockInput,
        to: clockInput,
        break: z.number().int().min(0).max(180),
        kind: z.enum(shiftKinds),
      }),
    )
    .min(1, { error: 'shiftMissing' })
    .max(8, { error: 'shiftsMany' }),
})
export const ruleInput = z.strictObject({
  id: idInput,
  code: z.enum(ruleCodes),
  from: dayInput,
  value: z.number().int().min(0).max(100_000),
  source: z.string().trim().min(2, { error: 'sourceMissing' }).max(200, { error: 'textTooLong' }),
})
export const limitKinds = ['partTime', 'minor', 'pregnant', 'nursing'] as const
export type LimitKind = (typeof limitKinds)[number]
export const limitInput = z.strictObject({
  id: idInput,
  person: idInput,
  kind: z.enum(limitKinds),
  from: dayInput,
  to: dayInput.nullish().transform((day) => day ?? null),
  weekMinutes: z
    .number()
    .int()
    .min(60)
    .max(1440)
    .nullish()
    .transform((m) => m ?? null),
})
export const endLimitInput = z.strictObject({ id: idInput })
