import { companyWide } from '../../../platform/kinds/id.ts'
import type { Examples } from '../examples.ts'

export const examples: Examples = {
  'audit.chain': [
    { about: 'store', input: (_world, { store }) => ({ store: store.id }) },
    {
      about: 'company',
      // The company's own chain is not there for whoever reaches an area only.
      target: (_at, caller, usual) =>
        caller.seats.some((s) => s.store || s.area) ? { about: 'missing' } : usual,
      input: () => ({ store: companyWide }),
    },
  ],
}
