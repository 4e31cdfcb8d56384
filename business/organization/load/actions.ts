import { z } from 'zod'
import { action, operations, view } from '../../../platform/server/door.ts'
import { everyone } from '../reach.ts'
import { loadSettingInput } from './shape.ts'
import { findLoadSetting, insertLoadSetting } from './tables.ts'
import { loadWords } from './words.ts'

const keepers = {
  administrator: 'company',
  personnel: 'company',
  operationsDirector: 'company',
  generalManager: 'company',
} as const

export const loadOperations = operations(loadWords, {
  'organization.load': view({
    summary: ['职责工时：一班里多少时间办职责', 'How much of a shift there is for duties'],
    who: everyone,
    about: 'company',
    input: z.strictObject({}),
    run: ({ db }) => findLoadSetting(db),
  }),
  'organization.setLoad': action({
    summary: ['设定职责工时', 'Set how much of a shift there is for duties'],
    who: keepers,
    about: 'company',
    input: loadSettingInput,
    async run({ db, actor, now, note }, { reason, ...setting }) {
      const { shiftMinutes, workDays, shares } = await findLoadSetting(db)
      const id = await insertLoadSetting(db, setting, actor.person, now)
      note({ record: id, before: { shiftMinutes, workDays, shares }, after: setting, reason })
      return { id }
    },
  }),
})
