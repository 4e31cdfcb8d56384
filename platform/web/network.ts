import { useSyncExternalStore } from 'react'

/** What is known of the way to the server; `since` is when it was last answered. */
export interface Network {
  state: 'up' | 'down'
  lastAnswer: number
}

const listeners = new Set<() => void>()
let network: Network = { state: 'up', lastAnswer: Date.now() }

export const useNetwork = (): Network => useSyncExternalStore(subscribe, () => network)

export const networkNow = (): Network => network
/** Told when the way to the house opens or shuts. */
export function whenNetwork(hear: (state: Network['state']) => void): void {
  let before = network.state
  listeners.add(() => {
    if (network.state === before) return
    before = network.state
    hear(before)
  })
}

/** Told by every request: an answer of any kind means the way is open. */
export function answered(): void {
  set({ state: 'up', lastAnswer: Date.now() }, network.state === 'down')
}
export function unanswered(): void {
  set({ ...network, state: 'down' }, network.state === 'up')
}

/** Called once at the start: the browser's own word is a hint, the next request decides. */
export function watchNetwork(whenBack: () => void): void {
  window.addEventListener('offline', unanswered)
  window.addEventListener('online', whenBack)
}

function set(next: Network, changed: boolean): void {
  network = changed ? next : Object.assign(network, next)
  if (changed) for (const tell of listeners) tell()
}
function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
