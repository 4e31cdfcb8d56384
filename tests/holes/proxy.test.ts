import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  openCompany,
  password,
  type TestCompany,
} from '../../business/organization/access/access-for-tests.ts'
import { httpServer } from '../../platform/server/http.ts'

let at: TestCompany
let app: TestCompany['app']
beforeAll(async () => {
  at = await openCompany()
  const { door, directory, live } = at.door.house
  const served = await httpServer({
    door,
    directory,
    live,
    database: at.door.database,
    clock: at.now,
    secureCookies: true,
    proxies: 1,
    securityContact: 'mailto:security@example.com',
  })
  app = served.app
})
afterAll(async () => {
  await app.close()
  await at.close()
})

const signIn = (forwarded: string, word = 'wrong', login = 'A104') =>
  app.inject({
    method: 'POST',
    url: '/api/do/access.signIn',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    payload: JSON.stringify({ login, password: word }),
  })

test('forged address: what a client writes into X-Forwarded-For does not give him a fresh count of tries', async () => {
  const whys: string[] = []
  for (let i = 0; i < 7; i++)
    whys.push((await signIn(`203.0.113.${i}, 198.51.100.9`)).json<{ why: string }>().why)
  expect(whys.at(-1)).toBe('waitBeforeTrying')
})

test('behind https every answer says so for a year, and cookies are bound to this host', async () => {
  const answer = await signIn('192.0.2.77', password)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  const cookies = [answer.headers['set-cookie']].flat().join('\n')
  expect(cookies).toMatch(/^__Host-jingwei=[^;]+; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/m)
  const plain = await at.app.inject({ method: 'GET', url: '/healthz' })
  expect(plain.headers['strict-transport-security']).toBeUndefined()
})

test('security.txt says whom to tell, and for how long that holds', async () => {
  const answer = await app.inject({ method: 'GET', url: '/.well-known/security.txt' })
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.body).toMatch(/^Contact: mailto:security@example\.com\nExpires: \d{4}-\d\d-\d\dT/)
  const nobody = await at.app.inject({ method: 'GET', url: '/.well-known/security.txt' })
  expect(nobody.statusCode).toBe(404)
})
