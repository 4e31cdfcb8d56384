import { useState } from 'react'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { isSteered } from '../rules.ts'
import type { Measure, SteeredFactor } from '../shape.ts'
import type { CompanySeen, ListSeen } from './api.ts'
import type { Due } from './due.ts'

export interface DraftLine {
  readonly cause: SteeredFactor | null
  readonly measure: Measure | null
  readonly words: string | null
  readonly directive: { readonly due: Due } | null
}
type Seen = ListSeen | CompanySeen
type Chased = Seen['lines'][number]

/** What is written about each line so far: as it was handed in, else with the cause that the figures name. */
export function useList(key: string, seen: Seen) {
  const version = seen.filed?.version ?? 0
  const keptKey = `${key}.${version}`
  const [changed, change] = useState(() => readKept<Record<string, DraftLine>>(keptKey) ?? {})
  const lineOf = (seat: Chased): DraftLine => changed[seat.seat] ?? startOf(seat)
  return {
    isChanged: Object.keys(changed).length > 0,
    lineOf,
    write(seat: Chased, part: Partial<DraftLine>) {
      const next = { ...changed, [seat.seat]: { ...lineOf(seat), ...part } }
      change(next)
      keep(keptKey, next)
    },
    input: () => ({
      day: seen.day,
      basedOn: version,
      lines: seen.lines
        .map((seat) => ({ seat: seat.seat, ...lineOf(seat) }))
        .filter((l) => l.measure !== null || l.words !== null),
    }),
    handedIn() {
      drop(keptKey)
      change({})
    },
  }
}

function startOf({ line, figures }: Chased): DraftLine {
  if (line) return { cause: line.cause, measure: line.measure, words: line.words, directive: null }
  const factor = figures?.cause?.factor
  return {
    cause: factor !== undefined && isSteered(factor) ? factor : null,
    measure: null,
    words: null,
    directive: null,
  }
}
