import { useState } from 'react'
import { drop, keep, readKept } from '../../../platform/web/kept.ts'
import { isAsked, keyOf } from '../rules.ts'
import type { Cause } from '../shape.ts'
import type { ListSeen, MatterSeen } from './api.ts'

export interface Answer {
  readonly cause: Cause | null
  readonly words: string | null
}

/** What is written about each matter so far: as it was handed in today, or nothing. It stays on the device until it is handed in. */
export function useAnswers(seen: ListSeen) {
  const key = `oversight.${seen.area}.${seen.day}.${seen.filed?.version ?? 0}`
  const [changed, change] = useState(() => readKept<Record<string, Answer>>(key) ?? {})
  const of = (m: MatterSeen): Answer =>
    changed[keyOf(m)] ??
    (m.said?.day === seen.day ? { cause: m.said.cause, words: m.said.words } : { cause: null, words: null })
  const isDone = (m: MatterSeen): boolean => {
    const { cause, words } = of(m)
    return cause !== null && (cause !== 'other' || (words?.trim().length ?? 0) >= 2)
  }
  return {
    of,
    isDone,
    isChanged: Object.keys(changed).length > 0,
    /** Asked about today, or written about although an earlier answer still holds. */
    asked: seen.matters.filter((m) => isAsked(m.said, seen.day) || changed[keyOf(m)]),
    write(matters: readonly MatterSeen[], part: Partial<Answer>) {
      const next = { ...changed }
      for (const m of matters) next[keyOf(m)] = { ...of(m), ...part }
      change(next)
      keep(key, next)
    },
    lines: () =>
      seen.matters.flatMap((m) => {
        const { cause, words } = of(m)
        return cause === null ? [] : [{ store: m.store, kind: m.kind, about: m.about, cause, words }]
      }),
    handedIn() {
      drop(key)
      change({})
    },
  }
}
export type Answers = ReturnType<typeof useAnswers>
