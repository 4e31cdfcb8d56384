import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anchorYesterday } from '../../app/housekeeping.ts'
import { allInvariants } from '../../app/invariants.ts'
import { makeTestChain, type TestChain } from '../../business/targets/test-chain.ts'
import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { verify } from '../../platform/database/verify.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { anchorsAgainst } from '../../platform/server/anchor.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../door.ts'
import { tamper, tamperings, writtenChains } from './tampering.ts'

const now = new Date('2026-11-20T22:10:00+08:00')
let door: TestDoor
let db: Database
let chain: TestChain
let folder: string

beforeAll(async () => {
  db = await testDatabase()
  chain = await makeTestChain(db)
  door = await testDoor(now, db)
  folder = await mkdtemp(join(tmpdir(), 'jingwei-anchors-'))
  for (const store of chain.stores.slice(0, 2)) {
    answerOf(
      await door.as(store.manager.id).do('reports.submit', {
        id: newId(),
        store: store.id,
        day: '2026-11-20',
        why: '雨天客少',
        tomorrow: '主推毛衣',
      }),
    )
  }
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

interface Lines {
  lines: { store: string; action: string; actorName: string | null; says: readonly [string, string] }[]
  more: boolean
}
const week = { from: '2026-11-15', to: '2026-11-20' }
const linesFor = async (person: string, more: object = {}): Promise<Lines> =>
  answerOf<Lines>(await door.as(person).see('audit.lines', { ...week, ...more }))

test('headquarters read every chain, an area manager only the chains of the own stores', async () => {
  const all = await linesFor(chain.director.id, { action: 'reports.submit' })
  expect(all.lines).toHaveLength(2)
  expect(all.lines[0]).toMatchObject({ says: ['提交日报并日结', expect.any(String)] })
  const [mine, theirs] = chain.areas
  for (const area of [mine!, theirs!]) {
    const own = await linesFor(area.manager.id)
    expect(own.lines.every((l) => area.stores.includes(l.store))).toBe(true)
    expect(own.lines.filter((l) => l.action === 'reports.submit')).toHaveLength(
      chain.stores.slice(0, 2).filter((s) => area.stores.includes(s.id)).length,
    )
  }
  const foreign = chain.stores.find((s) => !mine!.stores.includes(s.id))!
  expect(whyOf(await door.as(mine!.manager.id).see('audit.lines', { ...week, store: foreign.id }))).toBe(
    'scope',
  )
  expect(whyOf(await door.as(chain.stores[0]!.manager.id).see('audit.lines', week))).toBe('position')
})

test('the company’s own chain is headquarters’, and a store’s chain recomputed says from where to where it holds', async () => {
  const area = chain.areas[0]!
  // The guard answers it, as for a store that is not there: whoever asks cannot tell the two apart.
  expect(await door.as(area.manager.id).see('audit.chain', { store: companyWide })).toMatchObject({
    ok: false,
    problem: { status: 404 },
  })
  const own = area.stores[0]!
  const state = answerOf<{ lines: number; broken: number | null }>(
    await door.as(area.manager.id).see('audit.chain', { store: own }),
  )
  expect(state.lines).toBeGreaterThan(0)
  expect(state.broken).toBeNull()
})

test('more than a month at once is refused at the field, in words', async () => {
  const outcome = await door
    .as(chain.director.id)
    .see('audit.lines', { from: '2026-01-01', to: '2026-11-20' })
  expect(outcome.ok ? [] : outcome.problem.fields).toMatchObject([
    { field: 'from', message: '一次最多查 31 天，请缩短' },
  ])
})

test('a day that is over is anchored once, written down beside the data, and a changed anchor is told by the paper', async () => {
  const file = join(folder, 'anchors.txt')
  const morning = new Date('2026-11-21T08:00:00+08:00')
  await anchorYesterday(db, morning, file)
  await anchorYesterday(db, morning, file)
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(1)
  expect(await anchorsAgainst(db, file)).toEqual([])
  expect((await verify(db, allInvariants)).filter((v) => v.count > 0 && v.name.startsWith('audit.'))).toEqual(
    [],
  )
  await writeFile(file, `2026-11-20 ${'0'.repeat(64)}\n`)
  expect(await anchorsAgainst(db, file)).toEqual(['2026-11-20'])
  expect(await anchorsAgainst(db, join(folder, 'none.txt'))).toEqual([])
})

test('every kind of tampering with the chains is found', async () => {
  const written = await writtenChains()
  const whole = await verify(
    written.db,
    allInvariants.filter((i) => i.name.startsWith('audit.')),
  )
  expect(whole.filter((v) => v.count > 0)).toEqual([])
  const runs = await tamper(written.db, written.chains, 2 * Object.keys(tamperings).length)
  expect(runs.filter((r) => r.found < r.tried)).toEqual([])
  expect(runs.every((r) => r.tried === 2)).toBe(true)
  await written.db.close()
})
