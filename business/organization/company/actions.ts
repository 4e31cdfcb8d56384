import { z } from 'zod'
import { hashSecret } from '../../../platform/access/hashing.ts'
import { localDay } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { writePassword } from '../access/credential-tables.ts'
import { checkPassword } from '../access/secret-rules.ts'
import { startSession } from '../access/session-tables.ts'
import { seedCalendar } from '../calendar/tables.ts'
import { takeTurns } from '../lock.ts'
import { insertAppointment, insertPerson } from '../people/tables.ts'
import { companyInput, setUpInput } from './shape.ts'
import { findCompany, writeCompany } from './tables.ts'
import { companyWords } from './words.ts'

/** Where the decreed holidays of mainland China hold; elsewhere headquarters marks its own. */
const mainlandZones = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi'])

export const companyOperations = operations(companyWords, {
  'organization.setUp': action({
    summary: ['首次设置：建立公司和管理员', 'First set-up: the company and its administrator'],
    who: 'anyone',
    about: 'company',
    input: setUpInput,
    async prepare({ db }, input) {
      if (await findCompany(db)) return refuse('companyExists')
      const wrong = checkPassword(input.password, input)
      return wrong ?? { hash: await hashSecret(input.password) }
    },
    async run(context, input, { hash }) {
      const { db, now, language } = context
      await takeTurns(db)
      if (await findCompany(db)) return refuse('companyExists')
      const today = localDay(now, input.timeZone)
      await writeCompany(db, {
        name: input.companyName,
        nameEn: input.companyNameEn,
        currency: input.currency,
        timeZone: input.timeZone,
        riseColour: 'red',
        secondStep: 'offered',
      })
      const person = newId()
      await insertPerson(db, context, {
        id: person,
        jobNumber: input.jobNumber,
        name: input.adminName,
        phone: input.phone,
        language: input.language ?? language,
        hiredOn: today,
      })
      await insertAppointment(db, {
        id: newId(),
        person,
        position: 'administrator',
        area: null,
        store: null,
        title: null,
        from: today,
        to: null,
      })
      await writePassword(db, person, { hash }, now)
      if (mainlandZones.has(input.timeZone)) await seedCalendar(db)
      await startSession({ ...context, today }, { person, kind: 'password' })
      context.note({ record: person, after: { company: input.companyName, administrator: input.jobNumber } })
      return { person }
    },
  }),
  'organization.company': view({
    summary: ['公司设置', 'Company settings'],
    who: 'signedIn',
    about: 'company',
    input: z.strictObject({}),
    async run({ db }) {
      return (await findCompany(db)) ?? refuse('notFound')
    },
  }),
  'organization.changeCompany': action({
    summary: ['修改公司设置', 'Change the company settings'],
    who: { administrator: 'company' },
    about: 'company',
    input: companyInput,
    stepUp: true,
    async run({ db, note }, input) {
      const before = await findCompany(db)
      if (!before) return refuse('notFound')
      await writeCompany(db, input)
      note({ before, after: input })
      return {}
    },
  }),
})
