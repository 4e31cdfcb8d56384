import type { WhoTable } from '../../platform/access/who.ts'

/** Who works with the goods of a store: all who work in it. */
export const shopFloor = { storeManager: 'store', salesAssociate: 'store' } as const satisfies WhoTable
export const managers = { storeManager: 'store' } as const satisfies WhoTable
/** Headquarters’ merchandising sends goods out and keeps the books of all stores in order. */
export const merchandisers = { merchandising: 'company' } as const satisfies WhoTable
/** Who answers for goods of several stores, and decides what one store gives to another. */
export const deciders = { areaManager: 'area', ...merchandisers } as const satisfies WhoTable
export const overseers = {
  ...deciders,
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable
export const viewers = { ...overseers, ...shopFloor } as const satisfies WhoTable
/** Who buys, plans and accounts for goods; they know what goods cost. */
export const planners = {
  ...merchandisers,
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable
