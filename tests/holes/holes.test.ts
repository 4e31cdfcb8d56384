import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { writePassword } from '../../business/organization/access/credential-tables.ts'
import { hashSecret } from '../../platform/access/hashing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Caller } from '../permissions/callers.ts'
import { now, tokenOf } from '../permissions/chain.ts'
import { openWorld, type World } from '../permissions/world.ts'

/** Kinds of holes that were published of other systems of this kind, each tried here as it was there. */
let world: World
const caller = (label: string): Caller => world.callers.find((c) => c.label === label)!
const signedOut = () => caller('signed out')

beforeAll(async () => {
  world = await openWorld(await testDatabase())
}, 600_000)
afterAll(() => world.close())
beforeEach(() => world.database.mark('hole'))
afterEach(() => world.database.forget('hole'))

test('side endpoint without a check: whatever stands beside the door asks who is there', async () => {
  const open = new Set(['/healthz', '/readyz', '/api/openapi.json'])
  const beside = [
    '/api/live',
    '/api/files',
    '/api/export/organization.people',
    '/api/see/organization.people',
  ]
  for (const path of [...beside, ...open]) {
    const method = path === '/api/files' ? 'PUT' : 'GET'
    const answer = await world.http(signedOut(), path, { method, ...(method === 'PUT' ? { body: 'a' } : {}) })
    expect([path, answer.status === 200], answer.text.slice(0, 200)).toEqual([path, open.has(path)])
  }
})

test('side endpoint without a check: a list may be taken away as a file by nobody who may not see it', async () => {
  const associate = caller('associate of A1')
  for (const view of ['audit.lines', 'access.permissions', 'organization.sessions']) {
    const seen = await world.ask(associate, 'view', view, {})
    expect((await world.take(associate, view, {}, 'xlsx')).status, view).toBe(seen.status)
    expect(seen.status, view).toBeGreaterThanOrEqual(400)
  }
})

test('upload of another: the file that somebody sent is nobody else’s to read, to import or to continue', async () => {
  const sent = await world.http(caller('operationsDirector'), '/api/files', {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' },
    body: '店铺编码,店铺名称\nSTA1,门店\n',
  })
  const { id } = JSON.parse(sent.text) as { id: string }
  for (const other of ['administrator', 'finance']) {
    const answer = await world.ask(caller(other), 'view', 'imports.preview', { file: id })
    expect(answer.status, other).toBeGreaterThanOrEqual(400)
  }
  for (const method of ['GET', 'PATCH', 'POST', 'DELETE'])
    expect(
      (await world.http(caller('operationsDirector'), `/api/files/${id}`, { method })).status,
      method,
    ).toBe(404)
})

test('nested foreign id: a credit, a line or an audience of another store in a valid body is refused', async () => {
  const { A1, B1 } = world.chain.stores
  const ticket = (person: string) => ({
    id: newId(),
    store: A1.id,
    soldAt: now.toISOString(),
    lines: [{ style: '围巾', quantity: 1, net: 19_900 }],
    credits: [{ person, share: 1 }],
    tenders: [{ tender: 'card', amount: 19_900 }],
  })
  const manager = caller('manager of A1')
  expect((await world.ask(manager, 'action', 'sales.ticket', ticket(A1.associates[0].id))).status).toBe(200)
  expect((await world.ask(manager, 'action', 'sales.ticket', ticket(B1.associates[0].id))).status).toBe(422)
})

test('role of a link: no answer carries a link or a token that does more than its reader may', async () => {
  const { administrator } = world.chain.posts
  for (const view of ['access.me', 'access.sessions', 'organization.people', 'sales.tillTokens']) {
    const answer = await world.ask(caller('administrator'), 'view', view, {})
    if (answer.status !== 200) continue
    expect(answer.text, view).not.toContain(tokenOf(administrator.id))
    expect(answer.text, view).not.toMatch(/argon2|"[^"]*(hash|secret)":"/i)
  }
})

test('field-level escalation: nobody makes himself more by a field that the form does not have', async () => {
  const associate = caller('associate of A1')
  for (const more of [
    { position: 'administrator' },
    { who: 'administrator' },
    { admin: true },
    { person: world.chain.posts.administrator.id },
  ])
    expect(
      (await world.ask(associate, 'action', 'access.setLanguage', { language: 'en', ...more })).why,
      JSON.stringify(more),
    ).toBe('badShape')
  const personnel = caller('personnel')
  const self = { id: newId(), person: personnel.person!.id, position: 'administrator', from: '2026-11-24' }
  expect((await world.ask(personnel, 'action', 'organization.appoint', self)).status).toBeGreaterThanOrEqual(
    400,
  )
})

test('SQL by identifier or enum: a column, an order or a direction from outside never becomes SQL', async () => {
  const director = caller('operationsDirector')
  const bad = ['id; drop table person', 'name) --', "'||pg_sleep(9)||'", 'position desc']
  for (const value of bad)
    for (const field of ['order', 'sort', 'by', 'column', 'state', 'kind', 'level', 'position', 'text']) {
      const answer = await world.ask(director, 'view', 'organization.people', { [field]: value })
      expect(answer.status, `${field} ${value}`).toBeLessThan(500)
    }
  const [people] = await world.database.query<{ n: number }>('select count(*)::int as n from person')
  expect(people!.n).toBeGreaterThan(20)
})

test('stored XSS: what people write is sent as JSON that no browser takes for a page, and scripts come from files only', async () => {
  const words = '<script>alert(1)</script>'
  const { A1 } = world.chain.stores
  await world.database.query('update store set name = $1 where id = $2', [words, A1.id])
  const answer = await world.ask(caller('manager of A1'), 'view', 'organization.store', { store: A1.id })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(policy).toMatch(/object-src 'none'/)
})

test('SSRF: no address in any input is ever called', async () => {
  let called = 0
  const trap = createServer((_request, response) => {
    called++
    response.end('x')
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/latest/meta-data`
  const manager = caller('manager of A1')
  await world.ask(manager, 'action', 'access.setLanguage', { language: address })
  await world.ask(manager, 'view', 'organization.people', { text: address })
  await world.ask(manager, 'action', 'reports.submit', {
    id: newId(),
    store: world.chain.stores.A1.id,
    day: '2026-11-23',
    why: address,
    tomorrow: address,
  })
  await world.http(manager, '/api/see/access.me', {
    headers: { referer: address, 'x-forwarded-host': address },
  })
  trap.close()
  expect(called).toBe(0)
})

test('path traversal: no path leads out of the folder of the pages, and an id of a file is an id only', async () => {
  for (const path of [
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%5c..%5c..%5cpackage.json',
  ]) {
    const answer = await world.http(signedOut(), path)
    expect(answer.text, path).not.toMatch(/root:x:|"dependencies"/)
  }
  for (const file of ['../../etc/passwd', '..', `${newId()}/../x`]) {
    const answer = await world.ask(caller('operationsDirector'), 'view', 'imports.preview', { file })
    expect(answer.why, file).toBe('badShape')
  }
})

test('session alive after dismissal: the next request is refused', async () => {
  const associate = caller('associate of A2')
  expect((await world.ask(associate, 'view', 'access.me', {})).status).toBe(200)
  await world.work.do(world.chain.posts.personnel, 'organization.dismiss', {
    person: associate.person!.id,
    lastDay: '2026-11-23',
    reason: '离职',
  })
  expect((await world.ask(associate, 'view', 'access.me', {})).why).toBe('signedOut')
})

test('session alive after a new password: every other session of the person ends with it', async () => {
  const associate = caller('associate of A2')
  const person = associate.person!.id
  const hash = await hashSecret('seven-geese-over-hangzhou')
  await world.database.transaction((db) => writePassword(db, person, { hash }, now))
  const other = { cookie: `jingwei=${'second-session'.repeat(3)}` }
  await world.database.query(
    `insert into session (token_hash, person_id, device, signed_in_at, seen_at, expires_at)
     values ($1, $2, 'second', $3, $3, '2027-01-01T00:00:00Z')`,
    [createHash('sha256').update('second-session'.repeat(3)).digest('hex'), person, now.toISOString()],
  )
  const second: Caller = { ...associate, headers: other }
  expect((await world.ask(second, 'view', 'access.me', {})).status).toBe(200)
  const changed = await world.ask(associate, 'action', 'access.changePassword', {
    present: 'seven-geese-over-hangzhou',
    next: 'nine-herons-at-west-lake',
  })
  expect(changed.status, changed.text).toBe(200)
  expect((await world.ask(second, 'view', 'access.me', {})).why).toBe('signedOut')
})

test('CSV formula: what begins like one leaves as text', async () => {
  const manager = caller('personnel')
  for (const start of ['=', '+', '-', '@', '\t', '＝']) {
    await world.database.query('update person set name = $1 where id = $2', [
      `${start}HYPERLINK("http://evil.example")`,
      world.chain.others.spare.id,
    ])
    const { text } = await world.take(manager, 'organization.people', { all: true }, 'csv')
    expect(text, start).not.toMatch(/(^|[,\n])"?[=+\-@\t＝]HYPERLINK/m)
  }
})

const foreign: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
]
test('another site’s page: a form or a script of another origin is refused, with the cookie in hand', async () => {
  const manager = caller('manager of A1')
  for (const headers of foreign) {
    const answer = await world.http(manager, '/api/do/access.signOut', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
      body: '{}',
    })
    expect(answer.why).toBe('foreignOrigin')
  }
  expect((await world.ask(manager, 'view', 'access.me', {})).status).toBe(200)
})
