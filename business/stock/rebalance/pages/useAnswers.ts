import { useState } from 'react'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { parcelsOf } from '../rules.ts'
import type { RefusalReason } from '../shape.ts'
import type { BundleSeen } from './api.ts'

type Draft = Readonly<Record<number, RefusalReason | 'unsaid'>>

/** Which bundles are not to be moved, and why: the others are. It stays on the device until it is decided. */
export function useAnswers(round: string, bundles: readonly BundleSeen[]) {
  const key = `rebalance.${round}`
  const [refused, change] = useState<Draft>(() => readKept<Draft>(key) ?? {})
  const put = (next: Draft): void => {
    change(next)
    keep(key, next)
  }
  const why = (b: BundleSeen): RefusalReason | 'unsaid' | undefined =>
    b.isGone ? 'stockMoved' : refused[b.n]
  const taken = bundles.filter((b) => why(b) === undefined)
  const lines = taken.flatMap((b) => b.lines.map((l) => ({ ...l, n: b.n })))
  return {
    why,
    taken: taken.length,
    pieces: lines.reduce((n, l) => n + l.pieces, 0),
    parcels: parcelsOf(lines).length,
    lines,
    toSay: bundles.filter((b) => why(b) === 'unsaid').length,
    accept: (b: BundleSeen) => {
      const { [b.n]: _, ...rest } = refused
      put(rest)
    },
    refuse: (b: BundleSeen, because: RefusalReason | 'unsaid') => put({ ...refused, [b.n]: because }),
    answers: () =>
      bundles.map((b) => {
        const because = why(b)
        return because === undefined
          ? { n: b.n, accept: true, why: null }
          : { n: b.n, accept: false, why: because === 'unsaid' ? null : because }
      }),
    decided: () => drop(key),
  }
}
export type Answers = ReturnType<typeof useAnswers>
