import { z } from 'zod'
import { action, operations, view } from '../../../platform/server/door.ts'
import { editionActs } from '../editions/actions.ts'
import { editionInput } from '../editions/shape.ts'
import { checkEditions, insertEdition } from './edition-tables.ts'
import { makers } from './reach.ts'
import { checkEdition } from './rules.ts'
import { kinds, publishInput } from './shape.ts'
import { shippedEdition } from './shipped.ts'
import { checkWords } from './words.ts'

const acts = editionActs({
  tables: checkEditions,
  kinds,
  shipped: shippedEdition,
  check: checkEdition,
  insert: insertEdition,
})

export const editionOperations = operations(checkWords, {
  'checks.publish': action({
    summary: ['发布新版检查表', 'Publish a new edition of a checklist'],
    who: makers,
    about: 'company',
    input: publishInput,
    run: (context, { words, ...edition }) => acts.publish(context, { words, edition }),
  }),
  'checks.withdraw': action({
    summary: ['撤回还没生效的检查表', 'Withdraw an edition that has not begun'],
    who: makers,
    about: 'company',
    input: editionInput,
    run: acts.withdraw,
  }),
  'checks.editions': view({
    summary: ['检查表的版本', 'Editions of the checklists'],
    who: { ...makers, generalManager: 'company' },
    about: 'company',
    input: z.strictObject({}),
    run: acts.read,
  }),
})
