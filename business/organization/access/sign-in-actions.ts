import { z } from 'zod'
import type { Position } from '../../../platform/access/who.ts'
import { one } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { checkLogin } from './check.ts'
import { isUnchanged } from './credential-tables.ts'
import { hasFactor } from './factor-tables.ts'
import { endSession, startSession } from './session-tables.ts'
import { accessWords } from './words.ts'

const login = z.strictObject({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  /** What the list of sign-ins calls the browser. */
  device: z.string().trim().min(1).max(60).optional(),
})

export const signInOperations = operations(accessWords, {
  'access.signIn': action({
    summary: ['登录', 'Sign in'],
    who: 'anyone',
    about: 'company',
    input: login,
    prepare: (context, input) => checkLogin(context, input.login, input.password),
    async run(context, input, credential) {
      const { person } = credential
      if (!(await isUnchanged(context.db, credential))) return refuse('wrongLogin')
      const owesFactor = await hasFactor(context.db, person)
      await startSession(context, { person, kind: 'password', label: input.device, owesFactor })
      context.note({ record: person, after: { address: context.address } })
      return { person }
    },
  }),
  'access.signOut': action({
    summary: ['退出登录', 'Sign out'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactor', 'newPassword', 'secondFactorSetUp'],
    input: z.strictObject({}),
    async run({ db, actor, now, cookie, sessionsChanged }) {
      if (actor.session) await endSession(db, actor.person, actor.session, 'signed out', now)
      sessionsChanged(actor.person)
      cookie(null)
      return {}
    },
  }),
  'access.setupNeeded': view({
    summary: ['是否需要首次设置', 'Whether the first set-up is still to be done'],
    who: 'anyone',
    about: 'company',
    input: z.strictObject({}),
    async run({ db, browser }) {
      const company = await one<{
        name: string
        nameEn: string | null
        demo: boolean
        passkeys: boolean
        storeDevice: boolean
      }>(
        db,
        `select name, name_en as "nameEn", demo, exists (select 1 from second_factor where kind = 'passkey') as passkeys,
           exists (select 1 from device where token_hash = $1 and store_id is not null and revoked_at is null) as "storeDevice"
         from company`,
        [browser ?? ''],
      )
      return {
        needed: !company,
        company: company?.name ?? null,
        companyEn: company?.nameEn ?? null,
        demo: company?.demo ?? false,
        /** Whether anybody here signs in with a passkey: then the page offers it. */
        passkeys: company?.passkeys ?? false,
        /** A store has enrolled this browser: its people sign in on it by PIN. */
        storeDevice: company?.storeDevice ?? false,
      }
    },
  }),
  'access.demoPeople': view({
    keptNowhere: true,
    summary: ['示例连锁的人员（仅示例）', 'People of the demo chain (demo only)'],
    who: 'anyone',
    about: 'company',
    input: z.strictObject({}),
    async run({ db, today }) {
      return {
        people: await db.query<{
          login: string
          name: string
          position: Position
          store: string | null
          storeEn: string | null
          area: string | null
          areaEn: string | null
        }>(
          `select p.job_number as login, p.name, a.position, s.name as store, s.name_en as "storeEn", r.name as area, r.name_en as "areaEn"
           from company c, appointment a join person p on p.id = a.person_id
           left join store s on s.id = a.store_id left join area r on r.id = a.area_id
           where c.demo and a.from_day <= $1 and (a.to_day is null or a.to_day >= $1)
           order by array_position(array['generalManager','operationsDirector','areaManager','storeManager','salesAssociate'], a.position),
             s.code nulls first, p.job_number limit 400`,
          [today],
        ),
      }
    },
  }),
})
