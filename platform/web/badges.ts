import { useSyncExternalStore } from 'react'

/** A count beside an entry of the bar, said in words for those who listen. */
export interface Badge {
  readonly count: number
  readonly words: string
}
let badges: Readonly<Record<string, Badge>> = {}
const listeners = new Set<() => void>()

/** path of the entry → its badge. */
export const useBadges = (): Readonly<Record<string, Badge>> => useSyncExternalStore(subscribe, () => badges)

/** undefined takes it away. */
export function setBadge(path: string, badge: Badge | undefined): void {
  const before = badges[path]
  if (before?.count === badge?.count && before?.words === badge?.words) return
  const { [path]: _, ...others } = badges
  badges = badge ? { ...others, [path]: badge } : others
  for (const tell of listeners) tell()
}
function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
