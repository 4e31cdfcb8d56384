import type { WhoTable } from '../../../platform/access/who.ts'

/** Who looks at the floor and writes down what is so. */
export const keepers = { storeManager: 'store', salesAssociate: 'store' } as const satisfies WhoTable
/** Who looks after it: the store manager for her associates, the area manager for the stores. */
export const reviewers = { storeManager: 'store', areaManager: 'area' } as const satisfies WhoTable
export const overseers = {
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  training: 'company',
} as const satisfies WhoTable
export const viewers = { ...overseers, ...keepers } as const satisfies WhoTable
/** Who makes the sheets. */
export const makers = { operationsDirector: 'company', training: 'company' } as const satisfies WhoTable
