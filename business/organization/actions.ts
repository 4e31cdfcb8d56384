import { calendarOperations } from './calendar/actions.ts'
import { chartOperations } from './chart/actions.ts'
import { companyOperations } from './company/actions.ts'
import { loadOperations } from './load/actions.ts'
import { peopleOperations } from './people/actions.ts'
import { delegationOperations } from './people/delegation-actions.ts'
import { privacyOperations } from './people/privacy-actions.ts'
import { storeOperations } from './stores/actions.ts'

/** Everything that can be done with and seen of the organization. */
export const organizationOperations = {
  ...companyOperations,
  ...storeOperations,
  ...peopleOperations,
  ...delegationOperations,
  ...privacyOperations,
  ...calendarOperations,
  ...chartOperations,
  ...loadOperations,
}
