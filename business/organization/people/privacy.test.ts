import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofLasts } from '../../../platform/access/who.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { openCompany, type TestCompany } from '../access/access-for-tests.ts'
import { sealPlainPhones } from './phones.ts'
import { forgetLeavers, type TableOfPerson } from './privacy-tables.ts'

let at: TestCompany
beforeAll(async () => {
  at = await openCompany()
})
afterAll(() => at.close())

const db = () => at.door.database
const number = (i: number): string => `1390000000${i}`
const everything = async (): Promise<string> => {
  const tables = await db().query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const texts: string[] = []
  for (const { name } of tables)
    texts.push(
      ...(await db().query<{ t: string }>(`select row_to_json(whole)::text as t from "${name}" whole`)).map(
        (r) => r.t,
      ),
    )
  return texts.join('\n')
}

test('no table holds a phone number that can be read, and yet people sign in by it', async () => {
  expect(await everything()).not.toMatch(/1390000000\d/)
  const visitor = at.visitor()
  const signedIn = await visitor.do('access.signIn', {
    login: '+86 139 0000 0004',
    password: 'the blue coat is sold',
  })
  expect(signedIn.body).toEqual({ person: at.id.associate })
  expect(await everything()).not.toMatch(/1390000000\d/)
})

test('what was written plainly is sealed at the next start', async () => {
  await db().query('update person set phone = $1, phone_sealed = null, phone_index = null where id = $2', [
    number(5),
    at.id.colleague,
  ])
  const vault = { keys: at.door.house.keys, now: at.now() }
  expect(await db().transaction((inside) => sealPlainPhones(inside, vault))).toBe(1)
  expect(await db().transaction((inside) => sealPlainPhones(inside, vault))).toBe(0)
  expect(await everything()).not.toMatch(/1390000000\d/)
})

test('a superior sees the whole number for a reason that is kept; others of the shop do not', async () => {
  const manager = await at.signedIn('manager')
  const asked = { person: at.id.associate, reason: '台风，通知提前闭店' }
  expect((await manager.do('privacy.revealPhone', { ...asked, reason: '' })).body.why).toBe('badShape')
  expect((await manager.do('privacy.revealPhone', asked)).body).toEqual({
    id: at.id.associate,
    phone: number(4),
  })
  const colleague = await at.signedIn('colleague')
  expect((await colleague.do('privacy.revealPhone', asked)).body.why).toBe('position')
  expect((await manager.do('privacy.revealPhone', { ...asked, person: at.id.other })).body.why).toBe('scope')
  const lines = await db().query<{ reason: string; actor: string }>(
    `select detail ->> 'reason' as reason, actor_id as actor from audit_line where action = 'privacy.revealPhone'`,
  )
  expect(lines).toEqual([{ reason: asked.reason, actor: at.id.manager }])
  expect(await everything()).not.toMatch(/1390000000\d/)
})

test('everybody takes away what is on record of him, and nothing that signs him in', async () => {
  const associate = await at.signedIn('associate')
  const { body } = await associate.see<{ tables: TableOfPerson[] }>('privacy.mine')
  expect(body.tables.find((t) => t.table === 'person')?.rows[0]).toMatchObject({ phone: number(4) })
  expect(body.tables.map((t) => t.table)).toEqual(
    expect.arrayContaining(['person', 'appointment', 'session']),
  )
  at.later(proofLasts + 1)
  expect((await associate.see('privacy.mine')).body.why).toBe('proveAgain')
  expect(JSON.stringify(body)).not.toMatch(/argon2|_hash"|phone_sealed/)
})

test('with the key destroyed a leaver’s number is gone even from a copy made before', async () => {
  const admin = await at.signedIn('admin')
  const erase = { person: at.id.other, reason: '本人要求' }
  expect((await admin.do('privacy.erase', erase)).body.why).toBe('stillHere')
  const copy = await db().query<{ sealed: Buffer }>(
    'select phone_sealed as sealed from person where id = $1',
    [at.id.other],
  )
  expect(copy[0]!.sealed.length).toBeGreaterThan(20)
  await db().query(`update person set left_on = '2026-11-01' where id = $1`, [at.id.other])
  expect((await admin.do('privacy.erase', erase)).status).toBe(200)
  await db().query('update person set phone_sealed = $2, phone_index = $2 where id = $1', [
    at.id.other,
    copy[0]!.sealed,
  ])
  expect((await admin.do('privacy.revealPhone', erase)).body.why).toBe('noPhone')
  const [person] = await db().query<{ name: string }>('select name from person where id = $1', [at.id.other])
  expect(person!.name).not.toContain('other')
})

test('numbers of people who left longer ago than the company keeps them are destroyed by themselves', async () => {
  await db().query(`update person set left_on = '2024-11-01' where id = $1`, [at.id.colleague])
  await db().query('delete from subject_key where subject_id = $1', [at.id.other])
  await db().query('update person set phone_sealed = null, phone_index = null where id = $1', [at.id.other])
  expect(await db().transaction((inside) => forgetLeavers(inside, '2026-10-31' as Day))).toBe(0)
  expect(await db().transaction((inside) => forgetLeavers(inside, '2026-11-23' as Day))).toBe(1)
  expect(await db().query('select phone, phone_sealed from person where id = $1', [at.id.colleague])).toEqual(
    [{ phone: null, phone_sealed: null }],
  )
})
