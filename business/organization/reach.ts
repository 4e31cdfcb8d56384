import type { WhoTable } from '../../platform/access/who.ts'

/** Reading the organization: headquarters all of it, the field its own part. */
export const headquartersAndField = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
  finance: 'company',
  merchandising: 'company',
  personnel: 'company',
  training: 'company',
  administrator: 'company',
} as const satisfies WhoTable

export const everyone = { ...headquartersAndField, salesAssociate: 'store' } as const satisfies WhoTable

/** Stores, areas and malls are kept by the director and the administrator. */
export const storeKeepers = {
  administrator: 'company',
  operationsDirector: 'company',
} as const satisfies WhoTable

/** People and their appointments are kept by personnel and the administrator. */
export const peopleKeepers = { administrator: 'company', personnel: 'company' } as const satisfies WhoTable
