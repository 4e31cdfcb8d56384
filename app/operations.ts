import { accessOperations } from '../business/organization/access.ts'
import type { Operation } from '../platform/server/door.ts'

/** Every operation of the house, declared once each in its area. */
const all: Record<string, Operation> = {}

for (const area of [
  accessOperations(() => all),
]) {
  for (const [name, operation] of Object.entries(area)) {
    if (all[name]) throw new Error(`two operations are called ${name}`)
    all[name] = operation as unknown as Operation
  }
}

export const allOperations: Readonly<Record<string, Operation>> = all
