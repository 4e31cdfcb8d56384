import type { Query, QueryClient } from '@tanstack/react-query'
import { answered } from './network.ts'

/** What the server says after a commit: what was done, and where. No store: it concerns the whole company. */
export interface Announcement {
  action: string
  store?: string
  area?: string
}

/** area of the action → areas of the views that show it; set once by the application (app/web.tsx). */
let follow: Readonly<Record<string, readonly string[]>> = {}
export const followWith = (map: Readonly<Record<string, readonly string[]>>): void => {
  follow = map
}

export const areaOf = (name: string): string =>
  name.slice(0, name.indexOf('.') < 0 ? name.length : name.indexOf('.'))

/** Whether a view with this key may show something else after what was announced. */
export function isTouched(key: readonly unknown[], told: Announcement): boolean {
  const [name, input] = key
  if (typeof name !== 'string') return false
  const from = areaOf(told.action)
  if (areaOf(name) !== from && !(follow[from] ?? []).includes(areaOf(name))) return false
  const store = typeof input === 'object' && input !== null && 'store' in input ? input.store : undefined
  return told.store === undefined || typeof store !== 'string' || store === told.store
}

export function refreshAfter(queries: QueryClient, told: Announcement): void {
  void queries.invalidateQueries({ predicate: (query: Query) => isTouched(query.queryKey, told) })
}

/**
 * Listens to /api/live until the returned function is called. Announcements within 300 ms are taken together; a
 * broken stream is opened again after 1, 2, 4 … 30 s, and everything on screen is then asked anew, since what was
 * announced meanwhile is not known.
 */
export function listen(queries: QueryClient): () => void {
  let source: EventSource | undefined
  let wait = 1000
  let again: ReturnType<typeof setTimeout> | undefined
  let flush: ReturnType<typeof setTimeout> | undefined
  let heard: Announcement[] = []
  let broken = false

  const tell = () => {
    flush = undefined
    const all = heard
    heard = []
    void queries.invalidateQueries({
      predicate: (query) => all.some((told) => isTouched(query.queryKey, told)),
    })
  }
  const open = () => {
    again = undefined
    source = new EventSource('/api/live')
    source.onopen = () => {
      wait = 1000
      answered()
      if (broken) void queries.invalidateQueries()
      broken = false
    }
    source.onmessage = (event: MessageEvent<string>) => {
      heard.push(JSON.parse(event.data) as Announcement)
      flush ??= setTimeout(tell, 300)
    }
    source.onerror = () => {
      source?.close()
      broken = true
      // The server also ends the stream when the session has ended.
      void queries.invalidateQueries({ queryKey: ['access.me'] })
      again ??= setTimeout(open, wait)
      wait = Math.min(wait * 2, 30_000)
    }
  }
  open()
  return () => {
    source?.close()
    clearTimeout(again)
    clearTimeout(flush)
  }
}
