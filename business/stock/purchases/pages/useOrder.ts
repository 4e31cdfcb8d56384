import { useState } from 'react'
import type { Month } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import type { NewLine } from '../shape.ts'

/** A line being ordered, with what it is called on the page. */
export interface DraftLine extends NewLine {
  readonly code: string | null
  readonly name: string | null
  readonly nameEn: string | null
  readonly colorEn: string | null
}
export interface Draft {
  readonly id: string
  readonly maker: string
  readonly due: Month
  readonly words: string
  readonly lines: readonly DraftLine[]
}
const key = 'purchases.draft'

/** The order being written; it stays on this device until it is placed. */
export function useOrder(thisMonth: Month) {
  const [draft, write] = useState<Draft>(() => {
    const kept = readKept<Draft>(key)
    const fresh = { id: newId(), maker: '', due: thisMonth, words: '', lines: [] }
    // A month that is over is asked for anew; what was written stays.
    return kept ? { ...kept, due: kept.due < thisMonth ? thisMonth : kept.due } : fresh
  })
  const set = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  return { draft, set, done: (): void => drop(key) }
}
