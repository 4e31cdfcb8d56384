import { z } from 'zod'
import { action, operations, view } from '../../../platform/server/door.ts'
import { editionActs } from '../editions/actions.ts'
import { editionInput } from '../editions/shape.ts'
import { insertEdition, visitEditions } from './edition-tables.ts'
import { makers } from './reach.ts'
import { checkEdition } from './rules.ts'
import { kinds, publishInput } from './shape.ts'
import { shippedEdition } from './shipped.ts'
import { visitWords } from './words.ts'

const acts = editionActs({
  tables: visitEditions,
  kinds,
  shipped: shippedEdition,
  check: checkEdition,
  insert: insertEdition,
})

export const editionOperations = operations(visitWords, {
  'visits.publish': action({
    summary: ['发布新版巡店表', 'Publish a new edition of what visits look at'],
    who: makers,
    about: 'company',
    input: publishInput,
    run: (context, { words, ...edition }) => acts.publish(context, { words, edition }),
  }),
  'visits.withdrawEdition': action({
    summary: ['撤回还没生效的巡店表', 'Withdraw an edition that has not begun'],
    who: makers,
    about: 'company',
    input: editionInput,
    run: acts.withdraw,
  }),
  'visits.editions': view({
    summary: ['巡店表的版本', 'Editions of what visits look at'],
    who: { ...makers, generalManager: 'company', areaManager: 'area' },
    about: 'company',
    input: z.strictObject({}),
    run: acts.read,
  }),
})
