import { z } from 'zod'
import type { Actor, Position, Who } from '../../platform/access/who.ts'
import { type Db, one } from '../../platform/database/database.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { words } from '../../platform/kinds/words.ts'
import { action, operations, view } from '../../platform/server/door.ts'
import { checkPassword, countFailure, endSessions, setPassword, startSession } from './sign-in.ts'

export const accessWords = words({
  wrongLogin: ['工号/手机号或密码不对', 'The job number / phone or the password is wrong'],
  waitBeforeTrying: [
    '试错次数太多，请 {minutes} 分钟后再试',
    'Too many wrong attempts: please try again in {minutes} min',
  ],
  passwordTooShort: ['新密码至少 8 个字符', 'A new password needs at least 8 characters'],
  wrongPassword: ['现在的密码不对', 'The present password is wrong'],
  notFound: ['没有找到', 'Not found'],
})

interface AppointmentSeen {
  position: Position
  onBehalfOf: string | null
  store: { id: string; name: string; nameEn: string | null; code: string } | null
  area: { id: string; name: string; nameEn: string | null } | null
}

const login = z.strictObject({
  login: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  /** What the list of sign-ins calls the device. */
  device: z.string().trim().min(1).max(60).optional(),
})

/** Whether the position alone would do: what the page needs to show a button as pressable. */
export const mayEver = (who: Who, actor: Actor): boolean =>
  typeof who === 'string' || actor.appointments.some((a) => who[a.position] !== undefined)

/** `all` is asked late: the table of all operations contains this one. */
export const accessOperations = (all: () => Readonly<Record<string, { who: Who }>>) =>
  operations(accessWords, {
    'access.signIn': action({
      summary: ['登录', 'Sign in'],
      who: 'anyone',
      about: 'company',
      input: login,
      async run(context, input) {
        const person = await checkPassword(
          context.db,
          input.login,
          input.password,
          context.address,
          context.now,
        )
        if (typeof person !== 'string') {
          if (person.refused === 'wrongLogin') {
            context.evenIfRefused((db) => countFailure(db, input.login, context.address, context.now))
          }
          return person
        }
        await startSession(context, person, input.device)
        context.note({ record: person })
        return { person }
      },
    }),
    'access.signOut': action({
      summary: ['退出登录', 'Sign out'],
      who: 'signedIn',
      about: 'company',
      input: z.strictObject({}),
      async run({ db, actor, now, cookie }) {
        if (actor.session) await endOne(db, actor.person, actor.session, 'signed out', now)
        cookie(null)
        return {}
      },
    }),
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
        const may: Record<string, boolean> = {}
        for (const [name, operation] of Object.entries(all())) may[name] = mayEver(operation.who, actor)
        return {
          person,
          company,
          demo: company.demo,
          today,
          may,
          appointments: await appointmentsSeen(db, actor),
        }
      },
    }),
    'access.setupNeeded': view({
      summary: ['是否需要首次设置', 'Whether the first set-up is still to be done'],
      who: 'anyone',
      about: 'company',
      input: z.strictObject({}),
      async run({ db }) {
        const company = await one<{ name: string; nameEn: string | null; demo: boolean }>(
          db,
          'select name, name_en as "nameEn", demo from company',
        )
        return {
          needed: !company,
          company: company?.name ?? null,
          companyEn: company?.nameEn ?? null,
          demo: company?.demo ?? false,
        }
      },
    }),
    'access.demoPeople': view({
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
    'access.sessions': view({
      summary: ['我的登录', 'Where I am signed in'],
      who: 'signedIn',
      about: 'company',
      input: z.strictObject({}),
      async run({ db, actor, now }) {
        const rows = await db.query<{
          id: string
          device: string
          signedInAt: string
          seenAt: string
          token: string
        }>(
          `select left(token_hash, 16) as id, device, signed_in_at as "signedInAt", seen_at as "seenAt", token_hash as token
         from session where person_id = $1 and ended_at is null and expires_at > $2 order by seen_at desc`,
          [actor.person, now.toISOString()],
        )
        return { sessions: rows.map(({ token, ...row }) => ({ ...row, current: token === actor.session })) }
      },
    }),
    'access.endSession': action({
      summary: ['结束一处登录', 'End one of my sessions'],
      who: 'signedIn',
      about: 'company',
      input: z.strictObject({ id: z.string().length(16) }),
      async run({ db, actor, now }, { id }) {
        return (await endOne(db, actor.person, id, 'ended by the person', now)) ? { id } : refuse('notFound')
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
    'access.changePassword': action({
      summary: ['修改密码', 'Change the password'],
      who: 'signedIn',
      about: 'company',
      input: z.strictObject({
        present: z.string().min(1).max(200),
        next: z.string().min(8, { error: 'passwordTooShort' }).max(200),
      }),
      async run({ db, actor, now, address }, { present, next }) {
        const me = await one<{ job_number: string }>(db, 'select job_number from person where id = $1', [
          actor.person,
        ])
        const checked = await checkPassword(db, me!.job_number, present, address, now)
        if (checked !== actor.person) return refuse('wrongPassword', {}, 'present')
        await setPassword(db, actor.person, next, now)
        await endSessions(db, actor.person, 'password changed', now, actor.session)
        return {}
      },
    }),
  })

async function endOne(db: Db, person: string, tokenStart: string, why: string, now: Date): Promise<boolean> {
  const ended = await db.query(
    `update session set ended_at = $3, ended_why = $4 where person_id = $1 and ended_at is null and starts_with(token_hash, $2) returning 1`,
    [person, tokenStart, now.toISOString(), why],
  )
  return ended.length > 0
}

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
