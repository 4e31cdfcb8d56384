import { operations, view } from '../../../platform/server/door.ts'
import { nothing } from '../open-to-buy/shape.ts'
import { waitingNow } from './tables.ts'
import { approvalWords } from './words.ts'

export const approvalOperations = operations(approvalWords, {
  'approvals.waiting': view({
    summary: ['等批的降价方案和采购计划', 'Markdown plans and plans to buy by that wait for approval'],
    who: { operationsDirector: 'company', generalManager: 'company', merchandising: 'company' },
    about: 'company',
    input: nothing,
    run: async ({ db, today }) => ({ today, waiting: await waitingNow(db) }),
  }),
})
