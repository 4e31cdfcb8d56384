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
