import { type Money, subtract, zero } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Handover } from './shape.ts'

export type HandoverState = 'given' | 'taken' | 'withdrawn'
export const stateOf = (h: Pick<Handover, 'takenAt' | 'withdrawnAt'>): HandoverState =>
  h.withdrawnAt !== null ? 'withdrawn' : h.takenAt !== null ? 'taken' : 'given'

export interface Differences {
  /** Counted by the giver less what the books say; null without books. */
  readonly books: Money | null
  /** Counted by the taker less what the giver counted; null until taken. */
  readonly cash: Money | null
  readonly keys: number | null
}
export const differencesOf = (h: Handover): Differences => ({
  books: h.books === null ? null : subtract(h.cash, h.books),
  cash: h.takenCash === null ? null : subtract(h.takenCash, h.cash),
  keys: h.takenKeys === null ? null : h.takenKeys - h.keys,
})
export const differs = (d: Differences): boolean =>
  (d.books ?? zero) !== 0 || (d.cash ?? zero) !== 0 || (d.keys ?? 0) !== 0

/** The taker signs what she counted herself; where it is not what she was given, she says so in words. */
export function checkTaken(
  h: Handover,
  by: string,
  counted: { readonly cash: number; readonly keys: number; readonly words: string | null },
): Refusal<'notYours' | 'withdrawn' | 'takenAlready' | 'differs'> | undefined {
  if (h.taker !== by) return refuse('notYours')
  const state = stateOf(h)
  if (state === 'withdrawn') return refuse('withdrawn')
  if (state === 'taken') return refuse('takenAlready')
  const same = counted.cash === h.cash && counted.keys === h.keys
  return !same && counted.words === null ? refuse('differs', {}, 'words') : undefined
}
