import { z } from 'zod'
import type { About, WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { peopleKeepers } from '../reach.ts'
import { idInput, reasonInput } from '../shape.ts'
import { phoneOf } from './phones.ts'
import { dataOf, erasePerson } from './privacy-tables.ts'
import { privacyWords } from './privacy-words.ts'
import { findPerson } from './tables.ts'

/** Whoever may have to call a person: his superiors, and who keeps the people. */
const callers = {
  ...peopleKeepers,
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const satisfies WhoTable

const thePerson = (_db: Db, { person }: { person: string }): About => ({ person })
const withReason = z.strictObject({ person: idInput, reason: reasonInput })

/** What the law on personal information (个人信息保护法) asks for: to see why, to hand out, to erase. */
export const privacyOperations = operations(privacyWords, {
  'privacy.revealPhone': action({
    summary: ['查看手机号全号（要写原因，会记录）', 'See a whole phone number, with a reason that is kept'],
    who: callers,
    about: thePerson,
    input: withReason,
    secret: ['phone'],
    async run({ db, keys, note }, { person, reason }) {
      const phone = await phoneOf(db, keys, person)
      if (phone === undefined) return refuse('noPhone')
      note({ record: person, reason })
      return { id: person, phone }
    },
  }),
  'privacy.mine': view({
    keptNowhere: true,
    summary: ['我的个人信息：系统里关于我的一切', 'My data: everything that is on record of me'],
    who: 'signedIn',
    about: 'company',
    // All of a life in the company: not for a till's token, nor for whoever finds a phone that is signed in.
    stepUp: true,
    input: z.strictObject({}),
    run: async ({ db, keys, actor }) => ({ tables: await dataOf(db, keys, actor.person) }),
    sheet: ({ tables }, language) => ({
      name: say(privacyWords.mine, language),
      columns: [
        { title: say(privacyWords.table, language), width: 22 },
        { title: say(privacyWords.field, language), width: 22 },
        { title: say(privacyWords.value, language), width: 60 },
      ],
      rows: tables.flatMap(({ table, rows }) =>
        rows.flatMap((row) =>
          Object.entries(row).map(([field, value]) => [
            table,
            field,
            typeof value === 'string' ? value : JSON.stringify(value),
          ]),
        ),
      ),
    }),
  }),
  'privacy.handOut': action({
    summary: ['应本人要求导出其个人信息', 'Hand out a person’s data at his request'],
    who: peopleKeepers,
    about: thePerson,
    stepUp: true,
    input: withReason,
    secret: ['tables'],
    async run({ db, keys, note }, { person, reason }) {
      if (!(await findPerson(db, person))) return refuse('notFound')
      note({ record: person, reason })
      return { id: person, tables: await dataOf(db, keys, person) }
    },
  }),
  'privacy.erase': action({
    summary: ['注销离职员工的个人信息', 'Erase the personal data of somebody who has left'],
    who: peopleKeepers,
    about: thePerson,
    stepUp: true,
    input: withReason,
    async run({ db, today, note }, { person: id, reason }) {
      const person = await findPerson(db, id)
      if (!person) return refuse('notFound')
      if (person.leftOn === null || person.leftOn >= today) return refuse('stillHere')
      await erasePerson(db, id, person.jobNumber)
      note({ record: id, reason })
      return { id }
    },
  }),
})
