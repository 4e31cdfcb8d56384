import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { OnHand } from './shape.ts'

/** A store gives only what its books hold and what is not put aside. */
export function checkProposal(
  stock: ReadonlyMap<string, OnHand>,
  lines: readonly { readonly sku: string; readonly asked: number }[],
): Refusal<'notSoMany'> | undefined {
  for (const [i, { sku, asked }] of lines.entries()) {
    const has = stock.get(sku)
    const free = Math.max(0, (has?.onHand ?? 0) - (has?.held ?? 0))
    if (asked > free) return refuse('notSoMany', { has: free }, `lines.${i}.asked`)
  }
  return undefined
}

/** Every line is picked, of what was asked at most; fewer where the books were wrong. */
export function checkPicked(
  asked: readonly { readonly sku: string; readonly asked: number }[],
  picked: readonly { readonly sku: string; readonly picked: number }[],
): Refusal<'notAsked' | 'pickAll' | 'pickedTooMany'> | undefined {
  const most = new Map(asked.map((l) => [l.sku, l.asked]))
  for (const [i, l] of picked.entries()) {
    const of = most.get(l.sku)
    if (of === undefined) return refuse('notAsked', {}, `lines.${i}.sku`)
    if (l.picked > of) return refuse('pickedTooMany', { asked: of }, `lines.${i}.picked`)
  }
  return picked.length < asked.length ? refuse('pickAll', {}, 'lines') : undefined
}
