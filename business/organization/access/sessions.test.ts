import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/kinds/id.ts'
import type { Visitor } from '../../../tests/visitor.ts'
import { jobNumber, openCompany, password, type TestCompany, type Who } from './access-for-tests.ts'
import type { SessionLine } from './session-tables.ts'

let at: TestCompany
beforeAll(async () => {
  at = await openCompany()
})
afterAll(() => at.close())

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const signedIn = async (who: Who, address?: string): Promise<Visitor> => {
  const visitor = at.visitor(address)
  const reply = await visitor.do('access.signIn', {
    login: jobNumber(who),
    password,
    device: 'Chrome · Android',
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return visitor
}
const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.see('access.me')).status === 200

test('the token lives in the cookie only; the database keeps its hash', async () => {
  const visitor = await signedIn('associate')
  const token = visitor.cookies.get('jingwei')!
  expect(token).toMatch(/^[\w-]{43}$/)
  const rows = await at.door.database.query<{ all: string }>(
    'select row_to_json(s)::text as all from session s',
  )
  expect(rows.some(({ all }) => all.includes(token))).toBe(false)
})

test('each sign-in has another token, and ends the one that the browser carried', async () => {
  const visitor = await signedIn('associate')
  const before = visitor.cookies.get('jingwei')!
  await visitor.do('access.signIn', { login: jobNumber('associate'), password })
  expect(visitor.cookies.get('jingwei')).not.toBe(before)
  visitor.cookies.set('jingwei', before)
  expect(await isIn(visitor)).toBe(false)
})

test('a session ends after three days without use, and after a week in any case', async () => {
  const idle = await signedIn('associate')
  const used = await signedIn('colleague')
  for (let i = 0; i < 6; i++) {
    at.later(day - minute)
    expect(await isIn(used)).toBe(true)
    if (i === 2) expect(await isIn(idle)).toBe(true)
  }
  at.later(day + 10 * minute)
  expect(await isIn(used)).toBe(false)
  const again = await signedIn('associate')
  at.later(3 * day)
  expect(await isIn(again)).toBe(false)
})

test('a person sees where she is signed in, ends one place, then all', async () => {
  const phone = await signedIn('associate', '10.2.0.1')
  const desk = await signedIn('associate', '10.2.0.2')
  const seen = async () =>
    (await desk.see<{ sessions: (SessionLine & { current: boolean })[] }>('access.sessions')).body.sessions
  const lines = await seen()
  expect(lines.map((l) => [l.address, l.device, l.current]).sort()).toEqual([
    ['10.2.0.1', 'Chrome · Android', false],
    ['10.2.0.2', 'Chrome · Android', true],
  ])
  const other = lines.find((l) => !l.current)!
  // Somebody else's session is not there for her.
  const stranger = await signedIn('colleague')
  expect((await stranger.do('access.endSession', { id: other.id })).body.why).toBe('notFound')
  expect((await desk.do('access.endSession', { id: other.id })).status).toBe(200)
  expect([await isIn(phone), await isIn(desk)]).toEqual([false, true])
  const third = await signedIn('associate')
  expect((await desk.do('access.signOutEverywhere')).body).toEqual({ ended: 2 })
  expect([await isIn(third), await isIn(desk), await isIn(stranger)]).toEqual([false, false, true])
})

test('superiors end the sign-ins of their people: downward, within reach, never of an administrator', async () => {
  const associate = await signedIn('associate')
  const other = await signedIn('other')
  const admin = await signedIn('admin')
  const by = async (who: Who, person: Who) =>
    (await (await signedIn(who)).do('access.endSessionsOf', { person: at.id[person] })).body.why ?? 'ended'
  expect(await by('colleague', 'associate')).toBe('position')
  expect(await by('manager', 'other')).toBe('scope')
  expect(await by('manager', 'areaManager')).toBe('scope')
  expect(await by('director', 'admin')).toBe('administratorOnly')
  expect([await isIn(associate), await isIn(other), await isIn(admin)]).toEqual([true, true, true])
  expect(await by('manager', 'associate')).toBe('ended')
  expect(await by('areaManager', 'other')).toBe('ended')
  expect([await isIn(associate), await isIn(other), await isIn(admin)]).toEqual([false, false, true])
})

test('dismissed, transferred, appointed, at another position: refused on the next request', async () => {
  const admin = await signedIn('admin')
  const today = '2026-12-03'
  const acts: Record<string, (person: string, seat: string) => Promise<{ status: number; body: unknown }>> = {
    dismiss: (person) => admin.do('organization.dismiss', { person, lastDay: today, reason: '离职' }),
    transfer: (_person, appointment) =>
      admin.do('organization.transfer', {
        appointment,
        id: newId(),
        position: 'salesAssociate',
        store: at.store.two,
        from: today,
        reason: '调店',
      }),
    promote: (_person, appointment) =>
      admin.do('organization.transfer', {
        appointment,
        id: newId(),
        position: 'training',
        from: today,
        reason: '升任',
      }),
    'end the appointment': (_person, appointment) =>
      admin.do('organization.endAppointment', { appointment, lastDay: '2026-12-02', reason: '结束' }),
    'a second position': (person) =>
      admin.do('organization.appoint', { id: newId(), person, position: 'training', from: today }),
  }
  at.later(new Date(`${today}T02:00:00Z`).getTime() - at.now().getTime())
  await admin.do('access.signIn', { login: jobNumber('admin'), password })
  for (const [name, act] of Object.entries(acts)) {
    const { id, appointment, visitor } = await newAssociate()
    expect([name, await isIn(visitor)]).toEqual([name, true])
    const done = await act(id, appointment)
    expect([name, done.status, done.body]).toMatchObject([name, 200, {}])
    expect([name, await isIn(visitor)]).toEqual([name, false])
  }
})

test('a transfer from tomorrow on ends the session when tomorrow comes', async () => {
  const admin = await signedIn('admin')
  const { appointment, visitor } = await newAssociate()
  const made = await admin.do('organization.transfer', {
    appointment,
    id: newId(),
    position: 'salesAssociate',
    store: at.store.two,
    from: '2026-12-04',
    reason: '调店',
  })
  expect(made.status).toBe(200)
  expect(await isIn(visitor)).toBe(true)
  at.later(day)
  expect(await isIn(visitor)).toBe(false)
})

let hired = 0
/** Somebody in store one, with a password of her own, signed in. */
async function newAssociate(): Promise<{ id: string; appointment: string; visitor: Visitor }> {
  const [id, appointment, number] = [newId(), newId(), `B${100 + ++hired}`]
  const db = at.door.database
  await db.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $2, $2, '', '', '2020-01-01')`,
    [id, number],
  )
  await db.query(
    `insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'salesAssociate', $3, '2020-01-01')`,
    [appointment, id, at.store.one],
  )
  await db.query(
    `insert into credential (person_id, password_hash, changed_at) select $1, password_hash, changed_at from credential where person_id = $2`,
    [id, at.id.admin],
  )
  const visitor = at.visitor()
  await visitor.do('access.signIn', { login: number, password })
  return { id, appointment, visitor }
}

test('an open stream ends with the session, at once', async () => {
  const address = await at.app.listen({ port: 0, host: '127.0.0.1' })
  const { id, visitor } = await newAssociate()
  const stream = await fetch(`${address}/api/live`, {
    headers: { cookie: [...visitor.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
  })
  expect(stream.status).toBe(200)
  const ended = stream.text()
  const manager = await signedIn('manager')
  expect((await manager.do('access.endSessionsOf', { person: id })).status).toBe(200)
  await ended
  const refused = await fetch(`${address}/api/live`, {
    headers: { cookie: [...visitor.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
  })
  expect(refused.status).toBe(401)
})

test('behind https the cookies carry the host prefix, Secure, HttpOnly and SameSite', async () => {
  const secure = await openCompany('2026-11-23T02:00:00Z', true)
  const reply = await secure.visitor().do('access.signIn', { login: jobNumber('associate'), password })
  const cookies = ([] as string[]).concat(reply.headers['set-cookie'] as string[])
  expect(cookies.map((c) => c.split('=')[0]).sort()).toEqual(['__Host-jingwei', '__Host-jingwei-browser'])
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  await secure.close()
})
