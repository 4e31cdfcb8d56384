import { z } from 'zod'
import { idInput } from '../../organization/shape.ts'

/** Style-colours that one wave gives out at once, and stores that it is given out among. */
export const mostShades = 20
export const mostStores = 600

export const nothing = z.strictObject({})
export const proposeInput = z.strictObject({
  area: idInput.nullish().transform((id) => id ?? null),
  shades: z
    .array(z.strictObject({ style: idInput, color: z.string().trim().min(1).max(40) }))
    .min(1, { error: 'noShades' })
    .max(mostShades, { error: 'tooManyShades' }),
  /** How many weeks of selling the first delivery is to last. */
  weeks: z.int({ error: 'weeksWrong' }).min(1, { error: 'weeksWrong' }).max(12, { error: 'weeksWrong' }),
  /** What of each size stays in the warehouse for reorders, in percent. */
  keep: z.int({ error: 'keepWrong' }).min(0, { error: 'keepWrong' }).max(90, { error: 'keepWrong' }),
})

/** A style-colour that lies in the warehouse. */
export interface Ready {
  readonly style: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly season: string
  readonly wave: string | null
  readonly launchedOn: string
  readonly picture: string | null
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly sizes: readonly { readonly sku: string; readonly size: string; readonly available: number }[]
  /** Stores that have it, or to which it is on its way. */
  readonly stores: number
}
/** What a store sells of a category: pieces in the weeks looked at, and of how many style-colours. */
export interface Pace {
  readonly store: string
  readonly category: string
  readonly units: number
  readonly shades: number
}
export interface SizeSold {
  readonly category: string
  readonly size: string
  readonly units: number
}
export interface WaveStore {
  readonly id: string
  /** Weeks it has traded of those looked at. */
  readonly traded: number
}
/** What a store gets of a style-colour, and from what that follows. */
export interface Part {
  readonly store: string
  /** Pieces a week that it is expected to sell of one style-colour of the category. */
  readonly pace: number
  /** It has no sales of its own yet: it is taken to sell as the chain does. */
  readonly isNew: boolean
  readonly pieces: readonly number[]
}
