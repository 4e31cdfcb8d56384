import { useState } from 'react'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import type { DeclineReason, Measure } from '../shape.ts'
import type { SizeSeen, SlowSeen, WeekSeen } from './api.ts'

interface Draft {
  readonly id: string
  readonly asked: Readonly<Record<string, number>>
  /** By style-colour. */
  readonly why: Readonly<Record<string, DeclineReason>>
  readonly slow: Readonly<Record<string, Measure>>
}
export interface ShadeSeen {
  readonly key: string
  readonly sizes: readonly SizeSeen[]
}
export const shadesIn = (sizes: readonly SizeSeen[]): ShadeSeen[] => {
  const shades = new Map<string, SizeSeen[]>()
  for (const s of sizes) {
    const key = `${s.style} ${s.color}`
    const of = shades.get(key)
    if (of) of.push(s)
    else shades.set(key, [s])
  }
  return [...shades].map(([key, of]) => ({ key, sizes: of }))
}
export const slowKey = (s: Pick<SlowSeen, 'styleId' | 'color'>): string => `${s.styleId} ${s.color}`

/** What the manager has chosen so far: the proposal until she changes it. It stays on the phone until it is handed in. */
export function useRequest(seen: WeekSeen, newId: () => string) {
  const key = `reorders.${seen.proposal?.id}.${seen.request?.version ?? 0}`
  const [draft, change] = useState<Draft>(
    () => readKept<Draft>(key) ?? { id: newId(), asked: {}, why: {}, slow: {} },
  )
  const put = (next: Draft): void => {
    change(next)
    keep(key, next)
  }
  const shades = shadesIn(seen.sizes)
  // What the floor asks for beside the proposal is nothing until the manager takes it.
  const beside = seen.wanted.filter((x) => !seen.sizes.some((s) => s.sku === x.sku))
  const extra = (sku: string): number => draft.asked[sku] ?? 0
  const asked = (s: SizeSeen): number => draft.asked[s.sku] ?? s.proposed
  const isLess = ({ sizes }: ShadeSeen): boolean => sizes.some((s) => asked(s) < s.proposed)
  const open = [
    ...shades.filter((s) => isLess(s) && !draft.why[s.key]),
    ...seen.slow.filter((s) => !draft.slow[slowKey(s)]),
  ]
  return {
    shades,
    asked,
    isLess,
    why: (shade: ShadeSeen) => draft.why[shade.key],
    measure: (s: SlowSeen) => draft.slow[slowKey(s)],
    toSay: open.length,
    pieces: seen.sizes.reduce((n, s) => n + asked(s), 0) + beside.reduce((n, x) => n + extra(x.sku), 0),
    beside,
    extra,
    askExtra: (sku: string, n: number) =>
      put({ ...draft, asked: { ...draft.asked, [sku]: Math.max(0, Math.min(99, n)) } }),
    ask: (s: SizeSeen, n: number) =>
      put({ ...draft, asked: { ...draft.asked, [s.sku]: Math.max(0, Math.min(999, n)) } }),
    askAll: ({ sizes }: ShadeSeen, of: (s: SizeSeen) => number) =>
      put({
        ...draft,
        asked: { ...draft.asked, ...Object.fromEntries(sizes.map((s) => [s.sku, of(s)])) },
      }),
    because: ({ key: shade }: ShadeSeen, why: DeclineReason) =>
      put({ ...draft, why: { ...draft.why, [shade]: why } }),
    take: (s: SlowSeen, measure: Measure) =>
      put({ ...draft, slow: { ...draft.slow, [slowKey(s)]: measure } }),
    input: (words: string | null) => ({
      id: draft.id,
      proposal: seen.proposal!.id,
      lines: [
        ...shades.flatMap((shade) =>
          shade.sizes
            .filter((s) => asked(s) + s.proposed > 0)
            .map((s) => ({
              sku: s.sku,
              asked: asked(s),
              why: asked(s) < s.proposed ? (draft.why[shade.key] ?? null) : null,
            })),
        ),
        ...beside
          .filter((x) => extra(x.sku) > 0)
          .map((x) => ({ sku: x.sku, asked: extra(x.sku), why: null })),
      ],
      slow: seen.slow.map((s) => ({
        style: s.styleId,
        color: s.color,
        measure: draft.slow[slowKey(s)]!,
        words: null,
      })),
      words,
    }),
    handedIn: () => drop(key),
  }
}
export type Request = ReturnType<typeof useRequest>
