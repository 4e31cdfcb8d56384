import type { WhoTable } from '../../../platform/access/who.ts'

export const staff = { salesAssociate: 'store', storeManager: 'store' } as const satisfies WhoTable
/** Who decides what was not as rostered, and looks through a day's clock-ins. */
export const deciders = { storeManager: 'store', areaManager: 'area' } as const satisfies WhoTable
export const lookers = {
  ...deciders,
  generalManager: 'company',
  operationsDirector: 'company',
  personnel: 'company',
  finance: 'company',
} as const satisfies WhoTable
export const lockers = { areaManager: 'area' } as const satisfies WhoTable
/** Who says for a store where its people clock in; for the company it is personnel and the director. */
export const placeKeepers = {
  areaManager: 'area',
  operationsDirector: 'company',
  personnel: 'company',
} as const satisfies WhoTable
export const companyPlaceKeepers = {
  operationsDirector: 'company',
  personnel: 'company',
} as const satisfies WhoTable
