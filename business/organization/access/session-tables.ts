import { createHash, randomBytes } from 'node:crypto'
import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { ActionContext } from '../../../platform/server/door.ts'
import { halfWay, lasting, type SessionKind } from './session-rules.ts'

export interface Begun {
  readonly person: string
  readonly kind: SessionKind
  /** What the list of sign-ins calls the browser. */
  readonly label?: string | undefined
  /** The password was right, the second step is still to come. */
  readonly owesFactor?: boolean
  /** A session by PIN: the enrolled device and its store. */
  readonly on?: { readonly device: string; readonly store: string }
}

export const newToken = (): string => randomBytes(32).toString('base64url')
/** Only the hash of a token is kept; the token itself lives in the cookie. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Appointments of person `p` on day `d`, as a session keeps them to notice when they change. */
export const seatsOf = (p: string, d: string): string => `(
  select coalesce(array_agg(a.id order by a.id), '{}') from appointment a
  where a.person_id = ${p} and a.from_day <= ${d} and (a.to_day is null or a.to_day >= ${d}))`

/** Still good at instant `now` on day `day`: not ended, used lately enough, and begun with the appointments held today. */
export const isLive = (x: string, now: string, day: string): string =>
  `${x}.ended_at is null and ${x}.expires_at > ${now} and ${x}.seen_at > ${now}::timestamptz - make_interval(secs => ${x}.idle_seconds)
   and (${x}.seats is null or ${x}.seats = ${seatsOf(`${x}.person_id`, day)})`

/** Begins a session in the browser that asks; whatever session it carried so far ends. */
export async function startSession(context: ActionContext, begun: Begun): Promise<void> {
  const { db, now, today, actor, address } = context
  if (actor.session) await endSession(db, actor.person, actor.session, 'replaced by another sign-in', now)
  const device = begun.on?.device ?? (await deviceHere(context))
  if (!begun.owesFactor) await rememberPerson(db, device, begun.person, now)
  const token = newToken()
  const { idle, longest } = begun.owesFactor ? halfWay : lasting[begun.kind]
  await db.query(
    `insert into session (token_hash, id, person_id, kind, device, address, signed_in_at, seen_at, expires_at, idle_seconds,
       owes_factor, device_id, store_id, seats)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $7::timestamptz + make_interval(secs => $8), $9, $10, $11, $12, ${seatsOf('$3::uuid', '$13::date')})`,
    [
      hashOf(token),
      newId(),
      begun.person,
      begun.kind,
      begun.label ?? 'web',
      address,
      now.toISOString(),
      longest,
      idle,
      begun.owesFactor ?? false,
      device,
      begun.on?.store ?? null,
      today,
    ],
  )
  context.cookie(token)
}

/**
 * The person has just proven who he is: the session goes on under another token, complete and fresh. A refusal where
 * it ended in the meantime.
 */
export async function renewSession(context: ActionContext): Promise<Refusal<'changedMeanwhile'> | undefined> {
  const { db, actor, now } = context
  const token = newToken()
  const renewed = await one<{ deviceId: string | null }>(
    db,
    `update session set token_hash = $2, proved_at = $3, seen_at = $3, owes_factor = false,
       idle_seconds = case when owes_factor then (select l.idle from unnest($4::text[], $5::int[], $6::int[]) as l (kind, idle, longest) where l.kind = session.kind) else idle_seconds end,
       expires_at = case when owes_factor then signed_in_at + make_interval(secs => (select l.longest from unnest($4::text[], $5::int[], $6::int[]) as l (kind, idle, longest) where l.kind = session.kind)) else expires_at end
     where id = $1 and ended_at is null returning device_id as "deviceId"`,
    [
      actor.session,
      hashOf(token),
      now.toISOString(),
      Object.keys(lasting),
      Object.values(lasting).map((l) => l.idle),
      Object.values(lasting).map((l) => l.longest),
    ],
  )
  if (!renewed) return refuse('changedMeanwhile')
  if (renewed.deviceId) await rememberPerson(db, renewed.deviceId, actor.person, now)
  context.cookie(token)
  return undefined
}

/** The device row of the browser that asks; a new one, with its cookie, on a first visit. */
async function deviceHere({ db, browser, now, browserCookie }: ActionContext): Promise<string> {
  const known =
    browser &&
    (await one<{ id: string }>(db, 'update device set seen_at = $2 where token_hash = $1 returning id', [
      browser,
      now.toISOString(),
    ]))
  if (known) return known.id
  const token = newToken()
  const id = newId()
  await db.query('insert into device (id, token_hash, first_seen_at, seen_at) values ($1, $2, $3, $3)', [
    id,
    hashOf(token),
    now.toISOString(),
  ])
  browserCookie(token)
  return id
}

async function rememberPerson(db: Db, device: string, person: string, now: Date): Promise<void> {
  await db.query(
    `insert into device_person (device_id, person_id, last_at) values ($1, $2, $3)
     on conflict (device_id, person_id) do update set last_at = excluded.last_at`,
    [device, person, now.toISOString()],
  )
}

/** Whether this person has signed in on this browser before. */
export async function isKnownHere(
  db: Db,
  browser: string | undefined,
  person: string | undefined,
): Promise<boolean> {
  const found = await db.query(
    `select 1 from device d join device_person p on p.device_id = d.id where d.token_hash = $1 and p.person_id = $2`,
    [browser ?? '', person ?? null],
  )
  return found.length > 0
}

/** False when there is no such session of this person any more. */
export async function endSession(
  db: Db,
  person: string,
  id: string,
  why: string,
  now: Date,
): Promise<boolean> {
  const ended = await db.query(
    `update session set ended_at = $3, ended_why = $4 where person_id = $1 and id = $2 and ended_at is null returning 1`,
    [person, id, now.toISOString(), why],
  )
  return ended.length > 0
}

/** Ends all sessions of the person, except one where given. Answers how many of them were still good. */
export async function endSessions(
  db: Db,
  person: string,
  why: string,
  now: Date,
  except?: string,
): Promise<number> {
  const ended = await db.query<{ live: boolean }>(
    `update session set ended_at = $2, ended_why = $3 where person_id = $1 and ended_at is null and id is distinct from $4::uuid
     returning expires_at > $2 and seen_at > $2::timestamptz - make_interval(secs => idle_seconds) as live`,
    [person, now.toISOString(), why, except ?? null],
  )
  return ended.filter(({ live }) => live).length
}

export interface SessionLine {
  readonly id: string
  /** What the browser called itself: 'Chrome · Android'. */
  readonly device: string
  readonly kind: SessionKind
  readonly address: string
  /** The store device that it is on. */
  readonly storeDevice: string | null
  readonly signedInAt: string
  readonly seenAt: string
}

export const sessionsOf = (db: Db, person: string, today: Day, now: Date): Promise<SessionLine[]> =>
  db.query<SessionLine>(
    `select x.id, x.device, x.kind, x.address, d.name as "storeDevice", x.signed_in_at as "signedInAt", x.seen_at as "seenAt"
     from session x left join device d on d.id = x.device_id and x.kind = 'pin'
     where x.person_id = $1 and not x.owes_factor and ${isLive('x', '$2', '$3::date')} order by x.seen_at desc`,
    [person, now.toISOString(), today],
  )
