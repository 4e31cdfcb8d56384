import { z } from 'zod'
import { longestPassword } from '../access/secret-rules.ts'
import { codeInput, currencyInput, nameInput, otherNameInput, phoneInput, timeZoneInput } from '../shape.ts'

export const riseColours = ['red', 'green'] as const

export const secondSteps = ['offered', 'required'] as const

export interface Company {
  readonly name: string
  readonly nameEn: string | null
  readonly currency: string
  readonly timeZone: string
  /** The colour in which a rise is drawn; a fall has the other. */
  readonly riseColour: (typeof riseColours)[number]
  /** From the area manager upward a second step at sign-in (二次验证) is offered, or asked of everybody. */
  readonly secondStep: (typeof secondSteps)[number]
  readonly demo: boolean
}

export const companyInput = z.strictObject({
  name: nameInput,
  nameEn: otherNameInput,
  currency: currencyInput,
  timeZone: timeZoneInput,
  riseColour: z.enum(riseColours),
  secondStep: z.enum(secondSteps).default('offered'),
})

export const setUpInput = z.strictObject({
  companyName: nameInput,
  companyNameEn: otherNameInput,
  adminName: nameInput,
  jobNumber: codeInput,
  phone: phoneInput,
  password: z.string().min(1).max(longestPassword),
  currency: currencyInput.default('CNY'),
  timeZone: timeZoneInput.default('Asia/Shanghai'),
  language: z.enum(['zh', 'en']).optional(),
})
