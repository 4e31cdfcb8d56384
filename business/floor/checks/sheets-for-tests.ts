import type { CheckItem, CheckKind } from './shape.ts'

/** A card of the day as its view answers it. */
export interface SeenCard {
  readonly kind: CheckKind
  readonly edition: string
  readonly state: string
  readonly items: readonly CheckItem[]
  readonly sample: readonly string[]
  readonly rounds: readonly number[]
  readonly sheets: readonly {
    id: string
    by: string
    round: number
    zone: string
    version: number
    wrong: number
    flags: string[]
    state: string
  }[]
}
export const itemOf = (card: SeenCard, index: number): string => card.items[index]!.code

/** Everything in order but what is named: the day's sample one by one, the others with one press. */
export const orderly = (card: SeenCard, wrong: Readonly<Record<string, string>> = {}) =>
  card.items.map(({ code, number }) => ({
    code,
    inOrder: !(code in wrong),
    how: card.sample.includes(code) || code in wrong || number ? 'one' : 'rest',
    value: number ? (number.low ?? 0) : null,
    wrong: wrong[code] ?? null,
    done: code in wrong ? '马上处理' : null,
    photo: null,
  }))
