import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import type { Sheet } from '../../../platform/files/sheet.ts'
import { keepUploadsIn, type Uploads } from '../../../platform/files/uploads.ts'
import { sheetToCsv, sheetToExcel } from '../../../platform/files/write.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { targetOperations } from '../actions.ts'
import {
  approveYear,
  bare,
  broken,
  makeTestChain,
  releaseArea,
  type SeenMonth,
  type TestChain,
  TestDoor,
  type TestPerson,
} from '../test-chain.ts'
import type { MatrixFile, MonthFile } from './shape.ts'

let db: Database
let t: TestDoor
let chain: TestChain
let folder: string
let sent: Uploads
beforeAll(async () => {
  db = await testDatabase()
  t = new TestDoor(db)
  chain = await makeTestChain(db)
  folder = await mkdtemp(join(tmpdir(), 'jingwei-files-'))
  sent = keepUploadsIn(folder)
  await approveYear(t, chain, day, 10_000_000_00)
  await releaseArea(t, chain, 0, day)
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const day = '2026-11-23'
const year = 2027
async function send(who: TestPerson, content: Buffer | string, name: string): Promise<string> {
  const taken = await sent.take(Readable.from([Buffer.from(content)]), name, who.id, new Date())
  if (isRefusal(taken)) throw new Error(taken.refused)
  return taken.id
}
type SheetOf = (answer: unknown, language: 'zh' | 'en') => Sheet
const exported = async (
  view: keyof typeof targetOperations,
  who: TestPerson,
  input: unknown,
  language: 'zh' | 'en',
) =>
  (targetOperations[view] as unknown as { sheet: SheetOf }).sheet(
    await t.sees(view, who, day, input),
    language,
  )

test.each(['zh', 'en'] as const)(
  'a year that is taken away and sent back is the same, cell by cell (%s)',
  async (language) => {
    const sheet = await exported('targets.year', chain.director, { year }, language)
    const file = await send(chain.director, await sheetToExcel(sheet), 'year.xlsx')
    const read = await t.sees<MatrixFile & { before: number }>('targets.readYearFile', chain.director, day, {
      file,
      year,
    })
    expect(read).toMatchObject({
      unit: 'yuan',
      unitFrom: 'file',
      problems: [],
      changed: [],
      missing: [],
      taken: 24,
    })
    expect([read.sum, read.stated, read.before]).toEqual([1_000_000_000, 1_000_000_000, 1_000_000_000])
  },
)

test('an area sheet filled in in 万元 becomes a version with its cells locked, made from a file', async () => {
  const area = chain.areas[1]!
  const { months } = await t.sees<{ months: number[] }>('targets.area', area.manager, day, {
    area: area.id,
    year,
  })
  const half = (amount: number) => Math.floor(amount / 2)
  const wan = (amount: number) => String(amount / 1_000_000)
  const csv = [
    '2027 目标（万元）',
    `店铺,${months.map((_, m) => `${m + 1}月`).join(',')}`,
    `华南区1店,${months.map((a) => wan(half(a))).join(',')}`,
    `S102,${months.map((a) => wan(a - half(a))).join(',')}`,
    `合计,${months.map(wan).join(',')}`,
  ].join('\r\n')
  const file = await send(area.manager, csv, '华南.csv')
  const read = await t.sees<MatrixFile>('targets.readAreaFile', area.manager, day, {
    file,
    area: area.id,
    year,
  })
  expect(read).toMatchObject({ unit: 'wan', unitFrom: 'file', problems: [], missing: [], taken: 24 })
  const saved = await t.does<{ id: string }>('targets.saveArea', area.manager, day, {
    area: area.id,
    year,
    basedOn: null,
    lines: bare(read),
    locks: read.given,
    origin: 'import',
  })
  const seen = await t.sees<{ latest: { id: string; origin: string; basis: { locks: unknown[] } } }>(
    'targets.area',
    area.manager,
    day,
    { area: area.id, year },
  )
  expect(seen.latest).toMatchObject({ id: saved.id, origin: 'import' })
  expect(seen.latest.basis.locks).toHaveLength(24)
  expect(await broken(db)).toEqual([])
})

test('a store month by person and day goes out, is changed and comes back to the cent', async () => {
  const store = chain.stores[0]!
  const where = { store: store.id, month: '2027-03' }
  const before = await t.sees<SeenMonth>('targets.storeMonth', store.manager, day, where)
  const sheet = await exported('targets.storeMonth', store.manager, where, 'zh')
  // The three associates share each day: one takes half, the others a quarter and the rest.
  const heads = sheet.columns.map((c) => c.title)
  const [a, b, c] = store.associates.map((p) =>
    heads.findIndex((title) => title.startsWith(p.actor.name)),
  ) as [number, number, number]
  const rows = [...sheet.rows].map((row) => {
    const amount = row[1] as number
    const next = [...row]
    next[a] = Math.floor(amount / 2)
    next[b] = Math.floor(amount / 4)
    next[c] = amount - Math.floor(amount / 2) - Math.floor(amount / 4)
    return next
  })
  const file = await send(store.manager, sheetToCsv({ ...sheet, rows }), 'month.csv')
  const read = await t.sees<MonthFile>('targets.readMonthFile', store.manager, day, { file, ...where })
  expect(read).toMatchObject({ problems: [], changed: [], unit: 'yuan', unitFrom: 'file' })
  expect(read.people).toHaveLength(3)
  await t.does('targets.saveStoreMonth', store.manager, day, {
    ...where,
    basedOn: before.target.id,
    days: read.days,
    lockedDays: read.given,
    given: read.people,
    origin: 'import',
  })
  const after = await t.sees<SeenMonth>('targets.storeMonth', store.manager, day, where)
  expect(after.versions[0]!.origin).toBe('import')
  expect(after.target.people.map((p) => p.days)).toEqual(
    after.target.people.map((p) => read.people.find((r) => r.person === p.person)!.days),
  )
  expect(after.staff.filter((p) => p.factor > 0).map((p) => p.factor)).toEqual(
    expect.arrayContaining([expect.closeTo(1.5, 1), expect.closeTo(0.75, 1)]),
  )
  expect(await broken(db)).toEqual([])
})

test('people who do not sum to a day are refused with the day', async () => {
  const store = chain.stores[0]!
  const month = await t.sees<SeenMonth>('targets.storeMonth', store.manager, day, {
    store: store.id,
    month: '2027-04',
  })
  const refused = await t.refused('action', 'targets.saveStoreMonth', store.manager, day, {
    store: store.id,
    month: '2027-04',
    basedOn: month.target.id,
    days: month.target.days,
    given: [
      { person: store.associates[0]!.id, days: month.target.days.map((a, d) => (d === 4 ? a + 1 : a)) },
    ],
  })
  expect(refused).toMatchObject({ why: 'peopleDoNotAdd', title: '2027-04-05 各人合计与本店目标不相等' })
})

test('a file of somebody else is not there, and one that is no table is refused in words', async () => {
  const file = await send(chain.director, '区域,1月\n', 'x.csv')
  const area = chain.areas[1]!
  const input = { file, area: area.id, year }
  expect(await t.refused('view', 'targets.readAreaFile', area.manager, day, input)).toMatchObject({
    why: 'fileGone',
  })
  expect(await t.refused('view', 'targets.readYearFile', chain.director, day, { file, year })).toMatchObject({
    why: 'noMonths',
  })
  const xls = await send(chain.director, Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'old.xls')
  expect(
    await t.refused('view', 'targets.readYearFile', chain.director, day, { file: xls, year }),
  ).toMatchObject({
    why: 'legacyExcel',
  })
})
