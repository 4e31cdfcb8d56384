import { z } from 'zod'

/** The longest side of a photograph as it is kept, and of what lists show of it. Pixels. */
export const largeSide = 1_600
export const smallSide = 400
/** Less than this shows nothing. */
export const leastSide = 160
/** What is sent, after the phone has made it smaller. Bytes; as base64 it must pass where any request does. */
export const mostBytes = 1_400_000
/** A picture of more pixels than this is not opened, however small its file. */
export const mostPixels = 40_000_000

export const sizes = ['small', 'large'] as const
export type PhotoSize = (typeof sizes)[number]

const id = z.guid().toLowerCase()
const takenInput = {
  /** Made on the phone, so that a repeated sending is the same photograph. */
  id,
  /** JPEG, PNG or WebP, as base64. */
  picture: z
    .string()
    .min(1, { error: 'photoMissing' })
    .max(Math.ceil(mostBytes / 3) * 4, { error: 'photoTooLarge' }),
  takenAt: z.iso.datetime({ offset: true }),
}
export const takeInput = z.strictObject({ store: id, ...takenInput })
export const takeCompanyInput = z.strictObject(takenInput)
export const seeInput = z.strictObject({ store: id, id, size: z.enum(sizes).default('small') })
export const seeCompanyInput = z.strictObject({ id, size: z.enum(sizes).default('small') })
/** Where a record names a photograph. */
export const photoInput = id.nullish().default(null)
