import type { WhoTable } from '../../../platform/access/who.ts'

/** Who makes a store's roster; who looks at it; who keeps the rules and what nobody else may know. */
export const makers = { storeManager: 'store', areaManager: 'area' } as const satisfies WhoTable
export const lookers = {
  ...makers,
  generalManager: 'company',
  operationsDirector: 'company',
  personnel: 'company',
} as const satisfies WhoTable
export const keepers = { personnel: 'company' } as const satisfies WhoTable
export const staff = { salesAssociate: 'store', storeManager: 'store' } as const satisfies WhoTable
