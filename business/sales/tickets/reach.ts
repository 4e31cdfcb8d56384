import type { WhoTable } from '../../../platform/access/who.ts'

/** Who sells: the associate and the manager, in their own store. */
export const sellers = { salesAssociate: 'store', storeManager: 'store' } as const satisfies WhoTable

/** Who sees tickets. */
export const viewers = {
  salesAssociate: 'store',
  storeManager: 'store',
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable

/** Who reverses a ticket: the manager of the store and those above. */
export const reversers = {
  storeManager: 'store',
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable

export const administrators = { administrator: 'company' } as const satisfies WhoTable
