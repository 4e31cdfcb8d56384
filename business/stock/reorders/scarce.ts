import { coreSizes } from '../../goods/rules.ts'
import type { AskSeen } from './scarce-tables.ts'
import { type Ask, type Share, sharesOf } from './share.ts'

export const askOf = (a: AskSeen): Ask => ({
  key: a.code,
  asked: a.asked,
  has: a.onHand + a.onTheWay,
  weekly: a.weekly ?? 0,
  isCore: coreSizes(a.run).includes(a.sku),
})
export interface SkuAsks {
  readonly sku: string
  readonly there: number
  readonly asks: readonly AskSeen[]
  readonly shares: readonly Share[]
}
/** Sizes of which less is there than is asked for, each with its split. */
export function scarceAmong(all: readonly AskSeen[]): SkuAsks[] {
  const bySku = new Map<string, AskSeen[]>()
  for (const a of all) bySku.set(a.sku, [...(bySku.get(a.sku) ?? []), a])
  return [...bySku].flatMap(([sku, asks]) => {
    const depot = asks[0]!.depot
    if (depot === null || asks.reduce((n, a) => n + a.asked, 0) <= depot) return []
    const there = Math.max(0, depot)
    return [{ sku, there, asks, shares: sharesOf(there, asks.map(askOf)) }]
  })
}
/** Requests that compete with another for a size: they are answered together. */
export function competing(scarce: readonly SkuAsks[]): ReadonlySet<string> {
  return new Set(scarce.filter((s) => s.asks.length > 1).flatMap((s) => s.asks.map((a) => a.request)))
}
