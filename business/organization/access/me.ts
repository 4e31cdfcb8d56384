import { z } from 'zod'
import type { Actor, Position } from '../../../platform/access/who.ts'
import { type Db, one } from '../../../platform/database/database.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { stepState } from './factor-tables.ts'
import { accessWords } from './words.ts'

interface AppointmentSeen {
  position: Position
  onBehalfOf: string | null
  store: { id: string; name: string; nameEn: string | null; code: string } | null
  area: { id: string; name: string; nameEn: string | null } | null
}

/** What a phone must know of the operations to go on without network. */
export interface Offline {
  /** Acts of this person that may wait, and what they are called. */
  readonly waits: Readonly<Record<string, Sentence>>
  /** Views whose answers stay on no phone. */
  readonly keptNowhere: readonly string[]
}

export const meOperations = (
  may: (actor: Actor) => Record<string, boolean>,
  offline: (actor: Actor) => Offline,
) =>
  operations(accessWords, {
    'access.me': view({
      summary: ['我是谁，能做什么', 'Who I am and what I may do'],
      who: 'signedIn',
      about: 'company',
      input: z.strictObject({}),
      async run({ db, actor, today }) {
        const person = (await one<{ id: string; name: string; jobNumber: string; language: 'zh' | 'en' }>(
          db,
          'select id, name, job_number as "jobNumber", language from person where id = $1',
          [actor.person],
        ))!
        const company = (await one<{
          name: string
          nameEn: string | null
          riseColour: 'red' | 'green'
          currency: string
          demo: boolean
        }>(db, 'select name, name_en as "nameEn", rise_colour as "riseColour", currency, demo from company'))!
        const state = await stepState(db, actor.person, today)
        return {
          person,
          company,
          demo: company.demo,
          offerSecondStep: state.isOffered && !state.has && actor.proof?.by === 'own',
          byPin: actor.proof?.by === 'pin',
          today,
          may: may(actor),
          ...offline(actor),
          appointments: await appointmentsSeen(db, actor),
        }
      },
    }),
    'access.setLanguage': action({
      summary: ['选择语言', 'Choose the language'],
      who: 'signedIn',
      about: 'company',
      input: z.strictObject({ language: z.enum(['zh', 'en']) }),
      async run({ db, actor }, { language }) {
        await db.query('update person set language = $2 where id = $1', [actor.person, language])
        return { language }
      },
    }),
  })

async function appointmentsSeen(db: Db, actor: Actor): Promise<AppointmentSeen[]> {
  const stores = await db.query<{ id: string; name: string; nameEn: string | null; code: string }>(
    'select id, name, name_en as "nameEn", code from store where id = any($1::uuid[])',
    [actor.appointments.flatMap((a) => a.store ?? [])],
  )
  const areas = await db.query<{ id: string; name: string; nameEn: string | null }>(
    'select id, name, name_en as "nameEn" from area where id = any($1::uuid[])',
    [actor.appointments.flatMap((a) => a.area ?? [])],
  )
  const found = <T extends { id: string }>(list: T[], id: string | undefined): T | null =>
    list.find((x) => x.id === id) ?? null
  return actor.appointments.map((a) => ({
    position: a.position,
    onBehalfOf: a.onBehalfOf ?? null,
    store: found(stores, a.store),
    area: found(areas, a.area),
  }))
}
