import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import type { Step } from '../ladder.ts'

/** What is to be worked out, and what of it goes into the plan. */
export interface Draft {
  readonly id: string
  readonly season: string
  readonly from: Day
  readonly endsOn: Day
  readonly floor: number
  readonly leftPercent: number
  readonly words: string
  /** Style → its steps where they are others than proposed. */
  readonly changed: Readonly<Record<string, readonly Step[]>>
  /** Styles that were taken in or left out, against what is proposed. */
  readonly chosen: Readonly<Record<string, boolean>>
}
const key = 'markdowns.draft'

/** The plan being made; it stays on this device until it is handed in. */
export function useDraft(fresh: Omit<Draft, 'id' | 'words' | 'changed' | 'chosen'>) {
  const [draft, write] = useState<Draft>(
    () => readKept<Draft>(key) ?? { ...fresh, id: newId(), words: '', changed: {}, chosen: {} },
  )
  const set = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  return {
    draft,
    set,
    /** Other days or another season make other ladders: what was changed by hand was for the ones before. */
    ask: (part: Partial<Draft>): void => set({ ...part, changed: {}, chosen: {} }),
    done: (): void => drop(key),
  }
}
