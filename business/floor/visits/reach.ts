import type { Actor, WhoTable } from '../../../platform/access/who.ts'
import type { VisitorPosition } from './shape.ts'

/** Who visits stores and writes down what he finds. */
export const visitors = { areaManager: 'area', operationsDirector: 'company' } as const satisfies WhoTable
/** Who sees what visits found. */
export const overseers = {
  ...visitors,
  generalManager: 'company',
  training: 'company',
} as const satisfies WhoTable
/** The store sees it at once; associates do not see how their colleagues were judged. */
export const viewers = { ...overseers, storeManager: 'store' } as const satisfies WhoTable
export const menders = { storeManager: 'store' } as const satisfies WhoTable
/** Who corrects a visit of somebody below him. */
export const correctors = {
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable
/** Who says what visits look at. */
export const makers = { operationsDirector: 'company', training: 'company' } as const satisfies WhoTable

/** In which position somebody visits a store: the nearer one where he holds both. */
export function visitingAs(actor: Actor, store: string): VisitorPosition | null {
  const holds = actor.appointments.some((a) => a.position === 'areaManager' && a.areaStores.includes(store))
  if (holds) return 'areaManager'
  return actor.appointments.some((a) => a.position === 'operationsDirector') ? 'operationsDirector' : null
}
