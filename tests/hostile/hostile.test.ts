import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../platform/database/testing.ts'
import type { Caller } from '../permissions/callers.ts'
import { openWorld, type World } from '../permissions/world.ts'
import { hostileDocuments } from './documents.ts'
import { hostileFiles } from './files.ts'
import { readers, sendDocument, sendHostile } from './send.ts'

let world: World
let director: Caller
beforeAll(async () => {
  world = await openWorld(await testDatabase())
  director = world.callers.find((c) => c.label === 'operationsDirector')!
}, 600_000)
afterAll(() => world.close())

test.each(hostileFiles.map((f) => [f.says, f] as const))(
  'a file made to harm is refused in words, or read without harm: %s',
  async (_says, hostile) => {
    expect((await sendHostile(world, director, hostile, [readers[0]])).faults).toEqual([])
  },
  120_000,
)

test.each(hostileDocuments.map((d) => [d.says, d] as const))(
  'a job description made to harm is refused in words, while others are served: %s',
  async (_says, { make }) => {
    const { faults, status } = await sendDocument(world, director, make())
    expect(faults).toEqual([])
    expect(status).toBe(422)
  },
  120_000,
)

test('nothing was written where a name in an archive pointed to', () => {
  expect(existsSync('/tmp/jingwei-climbed')).toBe(false)
})

test('a file of the name of a path is kept under an id of ours, and its name is only a name', async () => {
  const taken = await world.http(director, '/api/files', {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('../../../etc/cron.d/门店.csv'),
    },
    body: 'a,b\n',
  })
  expect(JSON.parse(taken.text)).toMatchObject({ name: '门店.csv' })
})

test('what looks like a formula goes out as text, in every list that can be taken away', async () => {
  const formula = '=HYPERLINK("http://evil.example","点我")'
  await world.database.mark('formula')
  await world.database.query('update store set name = $1 where code = $2', [formula, 'STA1'])
  const csv = await world.take(director, 'organization.stores', {}, 'csv')
  await world.database.forget('formula')
  expect(csv.status).toBe(200)
  expect(csv.text).toContain("'=HYPERLINK")
  expect(csv.text).not.toMatch(/(^|[,"\n])=HYPERLINK/)
})
