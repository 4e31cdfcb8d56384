import type { ShipmentSeen } from '../arrival-view-tables.ts'

export interface Route {
  readonly carrier: string | null
  /** Shipments that came whole, and of them those by their day. */
  readonly came: number
  readonly inTime: number
  /** On the way although their day is over. */
  readonly late: number
}
/** Shipments by the carrier or route that they name, however it is spaced or cased; the least punctual first. */
export function routesOf(
  shipments: readonly Pick<ShipmentSeen, 'carrier' | 'inTransit' | 'cameOn' | 'dueOn'>[],
  today: string,
): Route[] {
  const found = new Map<string, Route>()
  for (const { carrier, inTransit, cameOn, dueOn } of shipments) {
    const key = (carrier ?? '').normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
    const r = found.get(key) ?? { carrier: carrier?.trim() || null, came: 0, inTime: 0, late: 0 }
    const hasCome = inTransit === 0 && cameOn !== null
    found.set(key, {
      ...r,
      came: r.came + (hasCome ? 1 : 0),
      inTime: r.inTime + (hasCome && cameOn <= dueOn ? 1 : 0),
      late: r.late + (inTransit > 0 && dueOn < today ? 1 : 0),
    })
  }
  const missed = (r: Route): number => r.late + r.came - r.inTime
  return [...found.values()]
    .filter((r) => r.came + r.late > 0)
    .sort((a, b) => missed(b) - missed(a) || b.came - a.came)
}
