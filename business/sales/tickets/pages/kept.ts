import { useCallback, useSyncExternalStore } from 'react'
import { type Draft, emptyDraft, type Held } from './draft.ts'

/** What the ticket page keeps on this phone: the ticket being made, and those held (挂单), a person and store apart. */
interface Kept {
  draft: Draft
  held: Held[]
}

const listeners = new Set<() => void>()
const known = new Map<string, Kept>()
const keyOf = (store: string, person: string): string => `jingwei.ticket.${store}.${person}`

export function useKept(store: string, person: string): [Kept, (change: (kept: Kept) => Kept) => void] {
  const key = keyOf(store, person)
  const kept = useSyncExternalStore(subscribe, () => read(key, person))
  const change = useCallback(
    (how: (kept: Kept) => Kept) => {
      const next = how(read(key, person))
      known.set(key, next)
      localStorage.setItem(key, JSON.stringify(next))
      for (const tell of listeners) tell()
    },
    [key, person],
  )
  return [kept, change]
}

function read(key: string, person: string): Kept {
  const before = known.get(key)
  if (before) return before
  const text = localStorage.getItem(key)
  const kept: Kept = text ? (JSON.parse(text) as Kept) : { draft: emptyDraft(person), held: [] }
  known.set(key, kept)
  return kept
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
