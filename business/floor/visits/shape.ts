import { z } from 'zod'
import { isMonth } from '../../../platform/kinds/day.ts'
import { photoInput } from '../../../platform/photos/shape.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { code, type Edition, type Item, itemFields, line, optionalLine } from '../editions/shape.ts'

/** full: everything, once or twice a month; quick: what one sees in ten minutes. */
export const kinds = ['full', 'quick'] as const
export type VisitKind = (typeof kinds)[number]

export interface VisitSection {
  /** Stays from edition to edition. */
  readonly code: string
  readonly says: string
  readonly saysEn: string | null
  /** What it counts of a hundred. */
  readonly weight: number
}
export interface VisitItem extends Item {
  readonly section: string
  /** Beside the other items of its section. */
  readonly weight: number
  /** What is found wrong with it is photographed, and again when it is mended. */
  readonly photo: boolean
}
/** What a visit looks at (巡店模板). */
export interface VisitEdition extends Edition {
  readonly kind: VisitKind
  readonly sections: readonly VisitSection[]
  readonly items: readonly VisitItem[]
}

/** 2 in order, 1 partly, 0 not; null: there is no such thing in this store. */
export type Points = 0 | 1 | 2 | null
export const mostPoints = 2
export interface ItemScore {
  readonly code: string
  readonly points: Points
  readonly words: string | null
}
/** In which position a superior visits. */
export const visitorPositions = ['areaManager', 'operationsDirector'] as const
export type VisitorPosition = (typeof visitorPositions)[number]

/** open: to be mended; mended: whoever found it is to look. */
export const states = ['open', 'mended', 'verified', 'withdrawn'] as const
export type FindingState = (typeof states)[number]
export const moveKinds = ['mended', 'sentBack', 'verified', 'withdrawn'] as const
export type MoveKind = (typeof moveKinds)[number]
export const mayWhen = {
  mended: ['open'],
  sentBack: ['mended', 'verified'],
  verified: ['mended'],
  withdrawn: ['open', 'mended'],
} as const satisfies Record<MoveKind, readonly FindingState[]>
/** What a move makes of a finding. */
export const becomes = {
  mended: 'mended',
  sentBack: 'open',
  verified: 'verified',
  withdrawn: 'withdrawn',
} as const satisfies Record<MoveKind, FindingState>

const words = line(300).min(2, { error: 'wordsMissing' })

export const scoreInput = z.strictObject({
  code,
  points: z.union([z.literal(0), z.literal(1), z.literal(2)]).nullable(),
  words: optionalLine(200),
})
export const foundInput = z.strictObject({
  id: idInput,
  code,
  wrong: line(200).min(2, { error: 'sayWrong' }),
  /** Who is to see to it. */
  person: idInput,
  due: dayInput,
  photo: photoInput,
})
export const submitInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same visit. */
  id: idInput,
  store: idInput,
  kind: z.enum(kinds),
  edition: idInput,
  /** From beginning to handing in, by the phone's clock. */
  seconds: z.int().min(0).max(43_200),
  words: optionalLine(500),
  scores: z.array(scoreInput).min(1).max(80),
  findings: z.array(foundInput).max(80),
})
/** Scores of a visit as they should have been; only what differs counts. */
export const correctInput = z.strictObject({
  /** Made on the device, so that a repeated sending is the same correction. */
  id: idInput,
  store: idInput,
  visit: idInput,
  /** How many corrections there were when it was looked at. */
  basedOn: z.int().min(0).max(1_000),
  reason: words,
  scores: z
    .array(scoreInput.pick({ code: true, points: true }))
    .min(1)
    .max(80),
})
export const storeInput = z.strictObject({ store: idInput })
export const formInput = z.strictObject({ store: idInput, kind: z.enum(kinds).default('full') })
export const visitInput = z.strictObject({ store: idInput, id: idInput, beside: idInput.optional() })
export const findingInput = z.strictObject({ store: idInput, id: idInput })
export const moveInput = findingInput.extend({ words })
export const mendInput = moveInput.extend({ photo: photoInput })
export const verifyInput = findingInput.extend({ words: optionalLine(300) })
export const planInput = z.strictObject({ id: idInput, store: idInput, day: dayInput })
export const calendarInput = z.strictObject({
  month: z.string().refine(isMonth, { error: 'monthWrong' }).optional(),
  area: idInput.optional(),
})
export const areaInput = z.strictObject({ area: idInput.optional() })

export const sectionInput = z.strictObject({
  code,
  says: line(60).min(2, { error: 'sayWhat' }),
  saysEn: optionalLine(80),
  weight: z.int().min(1).max(100),
})
export const itemInput = z.strictObject({
  ...itemFields,
  section: code,
  weight: z.int().min(1).max(5),
  photo: z.boolean().default(false),
})
export const publishInput = z.strictObject({
  id: idInput,
  kind: z.enum(kinds),
  from: dayInput,
  words: optionalLine(300),
  sections: z.array(sectionInput).min(1).max(12),
  items: z.array(itemInput).min(1, { error: 'itemsTooFew' }).max(80),
})
