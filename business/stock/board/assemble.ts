import type { Day } from '../../../platform/kinds/day.ts'
import { type Age, added, ageOf, ages, bestFirst, factsOf, isSlow, noFacts, slowFirst } from './rules.ts'
import type { Shade, ShadeIn, StockFacts } from './shape.ts'

/** A style-colour over the stores looked at, with the sum of its size run and in how many stores it is broken. */
export interface ShadeSeen extends Shade {
  readonly facts: StockFacts
  readonly run: readonly number[]
}
export interface Assembled {
  readonly total: StockFacts
  readonly byStore: ReadonlyMap<string, StockFacts>
  readonly byCategory: readonly { readonly key: string; readonly facts: StockFacts }[]
  readonly bySeason: readonly { readonly key: string; readonly facts: StockFacts }[]
  readonly byAge: readonly { readonly key: Age; readonly facts: StockFacts }[]
  readonly shades: readonly ShadeSeen[]
}

/** Sums of every cut from the same rows, so that each cut comes to the same total. */
export function assemble(
  rows: readonly ShadeIn[],
  known: readonly Shade[],
  today: Day,
  wanted: (shade: Shade) => boolean = () => true,
): Assembled {
  const what = new Map(known.map((s) => [`${s.style} ${s.color}`, s]))
  const [byStore, byCategory, bySeason, byAge] = [1, 2, 3, 4].map(() => new Map<string, StockFacts>())
  const shades = new Map<string, { facts: StockFacts; run: number[] }>()
  let total = noFacts
  const add = (to: Map<string, StockFacts>, key: string, facts: StockFacts) =>
    to.set(key, added(to.get(key) ?? noFacts, facts))
  for (const row of rows) {
    const key = `${row.style} ${row.color}`
    const shade = what.get(key)
    if (!shade || !wanted(shade)) continue
    const facts = factsOf(row, shade, today)
    total = added(total, facts)
    add(byStore!, row.store, facts)
    add(byCategory!, shade.category, facts)
    add(bySeason!, shade.season, facts)
    add(byAge!, String(ageOf(shade.launchedOn, today)), facts)
    const seen = shades.get(key)
    const run = seen
      ? seen.run.map((n, i) => n + Math.max(0, row.run[i] ?? 0))
      : row.run.map((n) => Math.max(0, n))
    shades.set(key, { facts: added(seen?.facts ?? noFacts, facts), run })
  }
  const listed = (of: Map<string, StockFacts>) =>
    [...of]
      .map(([key, facts]) => ({ key, facts }))
      .sort((a, b) => b.facts.onHand - a.facts.onHand || (a.key < b.key ? -1 : 1))
  return {
    total,
    byStore: byStore!,
    byCategory: listed(byCategory!),
    bySeason: listed(bySeason!).sort((a, b) => (a.key < b.key ? 1 : -1)),
    byAge: [...ages, 'older' as const].map((key) => ({ key, facts: byAge!.get(String(key)) ?? noFacts })),
    shades: [...shades].map(([key, sum]) => ({ ...what.get(key)!, ...sum })),
  }
}

export const bestOf = (of: Assembled, most: number): ShadeSeen[] =>
  of.shades
    .filter((s) => s.facts.soldLately > 0)
    .sort(bestFirst)
    .slice(0, most)
export const slowOf = (of: Assembled, today: Day, most: number): ShadeSeen[] =>
  of.shades
    .filter((s) => isSlow(s, today))
    .sort(slowFirst)
    .slice(0, most)
