import type { Position } from '../../../platform/web/positions.ts'
import { useMe } from '../../../platform/web/session.ts'

/** A seat that somebody holds or stands in for, with the number that stands over its day. */
export interface SeatHead {
  readonly key: string
  readonly position: Position
  readonly kind: 'store' | 'own' | 'area' | 'company'
  readonly id: string | undefined
  readonly place: { readonly name: string; readonly nameEn?: string | null }
  readonly isLent: boolean
}

export function useHeads(): readonly SeatHead[] {
  const me = useMe()
  const heads = me.appointments.flatMap(({ position, store, area, onBehalfOf }): SeatHead[] => {
    const seat = { position, isLent: onBehalfOf !== null }
    if (position === 'storeManager' && store)
      return [{ ...seat, key: store.id, kind: 'store', id: store.id, place: store }]
    if (position === 'salesAssociate' && store)
      return [{ ...seat, key: `own-${store.id}`, kind: 'own', id: store.id, place: store }]
    if (position === 'areaManager' && area)
      return [{ ...seat, key: area.id, kind: 'area', id: area.id, place: area }]
    if (position === 'operationsDirector' || position === 'generalManager')
      return [{ ...seat, key: position, kind: 'company', id: undefined, place: me.company }]
    return []
  })
  // One's own seat before the same one lent, and each place once.
  const sorted = [...heads].sort((a, b) => Number(a.isLent) - Number(b.isLent))
  return sorted.filter((h, i) => sorted.findIndex((o) => o.kind === h.kind && o.id === h.id) === i)
}
