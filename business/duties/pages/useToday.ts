import { useHolds } from '../../../platform/web/session.ts'
import { api } from './api.ts'
import { askAgainIn } from './clock.ts'

/** Asked once, shared by Today and by the reminder over every page; asked again when something turns. */
export const useToday = () =>
  api.useSee(
    'duties.today',
    {},
    {
      every: (answer) =>
        askAgainIn(answer && { at: answer.at, all: [...answer.now, ...answer.next, ...answer.later] }),
    },
  )

/** What is red below a superior: shown when it is there, beside his own duties, which never wait for it. */
export const useBelow = () => api.useSee('duties.below', {}, { every: 5 * 60_000, keep: true })

/** Whether anybody is below him at all. */
export const useLeads = (): boolean =>
  useHolds('generalManager', 'operationsDirector', 'areaManager', 'storeManager')
