import type { StoreProgress } from './progress-tables.ts'

export interface StoreLine extends StoreProgress {
  readonly isLate: boolean
  readonly unread: readonly { readonly name: string; readonly away: boolean }[]
}
export interface AreaLine {
  readonly area: string | null
  readonly name: string | null
  readonly nameEn: string | null
  readonly stores: number
  readonly toRelay: number
  readonly relayed: number
  readonly complete: number
  readonly people: number
  readonly read: number
}
/** Sums by area, in the order of the areas. */
export function areasOf(stores: readonly StoreProgress[]): AreaLine[] {
  const lines = new Map<string | null, AreaLine>()
  for (const s of stores) {
    const before = lines.get(s.area)
    lines.set(s.area, {
      area: s.area,
      name: s.areaName,
      nameEn: s.areaNameEn,
      stores: (before?.stores ?? 0) + 1,
      toRelay: (before?.toRelay ?? 0) + Number(s.dueAt !== null),
      relayed: (before?.relayed ?? 0) + Number(s.relayedAt !== null),
      complete: (before?.complete ?? 0) + Number(s.completeAt !== null),
      people: (before?.people ?? 0) + s.people,
      read: (before?.read ?? 0) + s.read,
    })
  }
  return [...lines.values()]
}
