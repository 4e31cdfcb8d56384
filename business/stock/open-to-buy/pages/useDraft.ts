import { useState } from 'react'
import type { Month } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import type { PlanLine, Planned } from '../shape.ts'

export interface Draft {
  readonly id: string
  readonly from: Month
  readonly months: number
  readonly growth: number
  readonly cover: number
  readonly words: string
  /** `category month what` → an amount other than the drafted. */
  readonly changed: Readonly<Record<string, Money>>
}
const key = 'openToBuy.draft'
export const cellKey = (category: string, month: Month, what: Planned): string =>
  `${category} ${month} ${what}`

/** The plan being made; it stays on this device until it is handed in. */
export function useDraft(thisMonth: Month) {
  const [draft, write] = useState<Draft>(() => {
    const kept = readKept<Draft>(key)
    // What was begun for a month that is over begins anew.
    return kept && kept.from >= thisMonth
      ? kept
      : { id: newId(), from: thisMonth, months: 6, growth: 0, cover: 20, words: '', changed: {} }
  })
  const set = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  return {
    draft,
    set,
    /** Other months or another rule draft other amounts: what was changed by hand was for the ones before. */
    ask: (part: Partial<Draft>): void => set({ ...part, changed: {} }),
    with: (line: PlanLine): PlanLine => ({
      ...line,
      sales: draft.changed[cellKey(line.category, line.month, 'sales')] ?? line.sales,
      markdowns: draft.changed[cellKey(line.category, line.month, 'markdowns')] ?? line.markdowns,
      closing: draft.changed[cellKey(line.category, line.month, 'closing')] ?? line.closing,
    }),
    done: (): void => drop(key),
  }
}
