import { useSearch } from '../../../../platform/web/place.tsx'
import { useMe } from '../../../../platform/web/session.ts'

export interface StoreChoice {
  id: string
  name: string
  nameEn?: string | null
}

/** Stores in which the signed-in person sells. */
export function useOwnStores(): StoreChoice[] {
  const me = useMe()
  const own = me.appointments.flatMap((a) =>
    a.store && (a.position === 'salesAssociate' || a.position === 'storeManager') ? [a.store] : [],
  )
  return [...new Map(own.map((s) => [s.id, s])).values()]
}

/** The store looked at: of the address, else the person's own; undefined where one has to be chosen. */
export function useStore(): [string | undefined, (store: string) => void] {
  const own = useOwnStores()
  const [search, change] = useSearch()
  return [search.store ?? own[0]?.id, (store) => change({ store })]
}
