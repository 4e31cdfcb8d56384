import type { WhoTable } from '../../platform/access/who.ts'

/** Who counts the till and pays cash in: the manager, and an associate in the manager’s place. */
export const cashiers = { storeManager: 'store', salesAssociate: 'store' } as const satisfies WhoTable
export const managers = { storeManager: 'store' } as const satisfies WhoTable
export const bookkeepers = { finance: 'company' } as const satisfies WhoTable
export const overseers = {
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable
/** Who sees a store’s cash. */
export const viewers = { ...overseers, ...cashiers } as const satisfies WhoTable
