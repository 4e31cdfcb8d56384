import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { useFormat } from '../format.ts'
import { useNetwork } from '../network.ts'
import { ageOf } from '../outbox/seen.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/** A quiet line while the way to the server is shut; it says how old the oldest of what is on screen is. */
export function NetworkLine() {
  const say = useSay()
  const format = useFormat()
  const { state, lastAnswer } = useNetwork()
  const from = new Date(Math.min(lastAnswer, useOldest() ?? lastAnswer))
  const isToday = from.toDateString() === new Date().toDateString()
  const time = isToday ? format.time(from.toISOString()) : format.instant(from.toISOString())
  return (
    <div role="status" className={state === 'down' ? 'network-line' : 'sr-only'}>
      {state === 'down' ? say(webWords.networkDown, { time }) : ''}
    </div>
  )
}

/** When the oldest answer on screen was given. */
function useOldest(): number | undefined {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    useCallback((tell) => cache.subscribe(notifyManager.batchCalls(tell)), [cache]),
    () => {
      const ages = cache
        .findAll({ type: 'active', predicate: (query) => query.state.data !== undefined })
        .flatMap(({ queryKey: [name, input] }) => ageOf(String(name), input) ?? [])
      return ages.length > 0 ? Math.min(...ages) : undefined
    },
  )
}
