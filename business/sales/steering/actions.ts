import { adjustOperations } from './adjust/actions.ts'
import { chaseOperations } from './chase/actions.ts'
import { directiveOperations } from './directives/actions.ts'

/** Steering sales: whom to chase, what is asked of whom, what a store changes. */
export const steeringOperations = { ...chaseOperations, ...directiveOperations, ...adjustOperations }
