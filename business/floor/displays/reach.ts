import type { WhoTable } from '../../../platform/access/who.ts'

/** Who holds the store against the manual. */
export const keepers = { storeManager: 'store', salesAssociate: 'store' } as const satisfies WhoTable
export const reviewers = { areaManager: 'area', operationsDirector: 'company' } as const satisfies WhoTable
export const overseers = {
  ...reviewers,
  generalManager: 'company',
  training: 'company',
  merchandising: 'company',
} as const satisfies WhoTable
export const viewers = { ...overseers, ...keepers } as const satisfies WhoTable
/** Who makes the manual. */
export const makers = {
  merchandising: 'company',
  training: 'company',
  operationsDirector: 'company',
} as const satisfies WhoTable
/** The manual is the whole chain's: whoever looks at a store by it reads all of it. */
export const readers = {
  ...makers,
  generalManager: 'company',
  areaManager: 'company',
  storeManager: 'company',
  salesAssociate: 'company',
} as const satisfies WhoTable
