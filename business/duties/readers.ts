import { type Actor, inScope, type Scope, type WhoTable } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { positions } from '../organization/shape.ts'
import { outranks } from './rules.ts'
import { type InstanceRow, type Seen, seatOfInstance } from './view-tables.ts'

export const everybody = Object.fromEntries(positions.map((p) => [p, 'own'])) as Record<
  (typeof positions)[number],
  'own'
>
/** Who reads the duties of others: at and below his own place. */
export const readers = {
  generalManager: 'company',
  operationsDirector: 'company',
  personnel: 'company',
  training: 'company',
  administrator: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const satisfies WhoTable
export const readersAndSelf = { ...readers, salesAssociate: 'store' } as const satisfies WhoTable
export const superiors = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const satisfies WhoTable

/** A store's instance concerns its store, an area's its area, headquarters' the company. */
export async function theInstance(db: Db, { store, instance }: { store: string; instance: string }) {
  const found = await seatOfInstance(db, store, instance)
  if (!found) return undefined
  if (found.store !== companyWide) return { store: found.store }
  return found.seat === companyWide ? ('company' as const) : { area: found.seat }
}

export const isSuperior = (actor: Actor, row: Pick<InstanceRow, 'position'>): boolean =>
  actor.appointments.some((a) => outranks(a.position, row.position))
/** A colleague's own duties are between him and his superiors. */
export const maySee = (actor: Actor, row: Pick<InstanceRow, 'holder' | 'position'>): boolean =>
  row.holder === null ||
  row.holder === actor.person ||
  actor.appointments.some((a) => a.position !== 'salesAssociate')

export const holds = (actor: Actor, row: InstanceRow): boolean =>
  actor.appointments.some(
    (a) => a.position === row.position && (a.store ?? a.area ?? companyWide) === row.seat,
  )

export const seenBy = (scope: Scope): Seen => ({
  stores: scope.stores === 'all' ? null : scope.stores,
  areas: scope.areas === 'all' ? null : scope.areas,
})
export const seesSeat = (scope: Scope, row: InstanceRow): boolean =>
  row.store === companyWide ? inScope(scope.areas, row.seat) : inScope(scope.stores, row.store)
