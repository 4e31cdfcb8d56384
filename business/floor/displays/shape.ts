import { z } from 'zod'
import { type Zone, zones } from '../../organization/plans/shape.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { code, type Edition, type Item, itemFields, line, optionalLine } from '../editions/shape.ts'

export const kinds = ['manual'] as const
export type ManualKind = (typeof kinds)[number]

/** What is to be seen on a page. */
export interface Point {
  /** Stays from edition to edition. */
  readonly code: string
  readonly says: string
  readonly saysEn: string | null
}
/** A page of the manual: a corner of the shop as it should look. */
export interface ManualPage extends Item {
  readonly zone: Zone | null
  /** Id of its picture, a photograph of headquarters. */
  readonly picture: string
  readonly points: readonly Point[]
}
/** The display manual of a season or wave (陈列手册). */
export interface Manual extends Edition {
  readonly kind: ManualKind
  readonly title: string
  readonly titleEn: string | null
  readonly items: readonly ManualPage[]
}

/** 2 as the manual shows it, 1 partly, 0 not. */
export type Points = 0 | 1 | 2
export const mostPoints = 2
export interface PageScores {
  readonly page: string
  readonly photo: string | null
  readonly scores: readonly {
    readonly point: string
    readonly points: Points
    readonly wrong: string | null
  }[]
}
export const states = ['handedIn', 'confirmed', 'sentBack'] as const
export type CheckState = (typeof states)[number]
export const mayWhen = {
  confirm: ['handedIn'],
  sendBack: ['handedIn', 'confirmed'],
} as const satisfies Record<string, readonly CheckState[]>

const words = line(300).min(2, { error: 'wordsMissing' })
export const pageInput = z.strictObject({
  page: code,
  photo: idInput.nullish().default(null),
  scores: z
    .array(
      z
        .strictObject({
          point: code,
          points: z.union([z.literal(0), z.literal(1), z.literal(2)]),
          wrong: optionalLine(200),
        })
        // Of what is in order after all, what was typed of it before says nothing.
        .transform((score) => (score.points === mostPoints ? { ...score, wrong: null } : score)),
    )
    .min(1)
    .max(8),
})
export const checkInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same check. */
  id: idInput,
  store: idInput,
  edition: idInput,
  /** From opening the manual to handing in, by the phone's clock. */
  seconds: z.int().min(0).max(43_200),
  words: optionalLine(300),
  pages: z.array(pageInput).min(1).max(40),
})
export const storeInput = z.strictObject({ store: idInput })
export const oneInput = z.strictObject({ store: idInput, id: idInput })
export const mendInput = oneInput.extend({ words, photo: idInput.nullish().default(null) })
export const sendBackInput = oneInput.extend({ words })
export const areaInput = z.strictObject({ area: idInput.optional() })

export const pointInput = z.strictObject({
  code,
  says: line(60).min(2, { error: 'sayWhat' }),
  saysEn: optionalLine(100),
})
export const publishInput = z.strictObject({
  id: idInput,
  kind: z.enum(kinds),
  from: dayInput,
  title: line(40).min(2, { error: 'titleMissing' }),
  titleEn: optionalLine(60),
  words: optionalLine(300),
  items: z
    .array(
      z.strictObject({
        ...itemFields,
        zone: z.enum(zones).nullish().default(null),
        picture: idInput,
        points: z.array(pointInput).min(1, { error: 'pointsMissing' }).max(8),
      }),
    )
    .min(1, { error: 'itemsTooFew' })
    .max(40),
})
