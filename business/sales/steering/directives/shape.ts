import { z } from 'zod'
import { isMonth, type Month } from '../../../../platform/kinds/day.ts'
import {
  dueInput,
  factorInput,
  type Measure,
  measureInput,
  type SeatFigures,
  type SteeredFactor,
  textInput,
  wordsInput,
} from '../shape.ts'

/** The figure a directive is about: a month of whoever receives it, and the factor in question. */
export const aboutInput = z.strictObject({
  month: z
    .string()
    .refine(isMonth, { error: 'monthWrong' })
    .transform((text) => text as Month),
  factor: factorInput.nullable(),
})
const given = {
  measure: measureInput.nullable(),
  words: wordsInput,
  due: dueInput,
  about: aboutInput.nullable(),
}
export const toStoreInput = z.strictObject({ store: z.guid(), ...given })
export const toAreaInput = z.strictObject({ area: z.guid(), ...given })
export const toDirectorInput = z.strictObject(given)
export type GivenInput = z.output<typeof toDirectorInput>

/** `store` is the nil uuid where an area or the director received it. */
const which = { store: z.guid(), directive: z.guid() }
export const oneInput = z.strictObject(which)
export const answerInput = z.strictObject({ ...which, words: textInput('answerMissing') })
export const acceptInput = z.strictObject({ ...which, words: wordsInput })
export const returnInput = z.strictObject({
  ...which,
  words: textInput('reasonMissing'),
  /** Another deadline, where the first is over or too near. */
  due: dueInput.nullable(),
})
export const withdrawInput = z.strictObject({ ...which, words: textInput('reasonMissing') })
export const boardInput = z.strictObject({})
export const formInput = z.strictObject({
  store: z.guid().optional(),
  area: z.guid().optional(),
  month: z
    .string()
    .refine(isMonth, { error: 'monthWrong' })
    .transform((text) => text as Month)
    .optional(),
})

/** Whose seat a directive goes to; at company level it is the director's. */
export type Level = 'store' | 'area' | 'company'
export type GivenAs = 'generalManager' | 'operationsDirector' | 'areaManager'
export type StepKind = 'answered' | 'accepted' | 'returned' | 'withdrawn'
export interface Step {
  readonly id: string
  readonly no: number
  readonly kind: StepKind
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly words: string | null
  /** How the figure stood then; only with an answer to a directive about one. */
  readonly figures: SeatFigures | null
  readonly dueAt: string | null
}
export interface Directive {
  readonly id: string
  /** The nil uuid where an area or the director received it. */
  readonly store: string
  readonly level: Level
  readonly seat: string
  readonly seatName: string | null
  readonly seatNameEn: string | null
  /** Who holds the seat now; null while nobody does. */
  readonly holder: string | null
  readonly givenAs: GivenAs
  readonly givenBy: string
  readonly givenByName: string
  readonly givenAt: string
  readonly dueAt: string
  readonly measure: Measure | null
  readonly words: string | null
  readonly month: Month | null
  readonly factor: SteeredFactor | null
  readonly figures: SeatFigures | null
  readonly steps: readonly Step[]
}

export type DirectiveState = 'given' | 'answered' | 'returned' | 'accepted' | 'withdrawn'
/** To whoever looks: addressed to him, given by him, or between others below him. */
export type Side = 'received' | 'given' | 'below'

/** What may be done in which state; the page and the server read this one table. */
export const mayWhen = {
  answer: ['given', 'returned'],
  accept: ['answered'],
  return: ['answered'],
  withdraw: ['given', 'returned'],
} as const satisfies Record<string, readonly DirectiveState[]>
export type DirectiveAct = keyof typeof mayWhen
