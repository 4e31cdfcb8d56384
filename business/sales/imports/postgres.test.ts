import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, describe, expect, test } from 'vitest'
import { allInvariants } from '../../../app/invariants.ts'
import type { Database } from '../../../platform/database/database.ts'
import { migrate } from '../../../platform/database/migrate.ts'
import { openPostgres } from '../../../platform/database/postgres.ts'
import { postgresForTests } from '../../../platform/database/postgres-for-tests.ts'
import { migrationsFolder } from '../../../platform/database/testing.ts'
import { verify } from '../../../platform/database/verify.ts'
import {
  answered,
  bring,
  db,
  disagreements,
  ended,
  folder,
  openImportHouse,
  preview,
  send,
  stopRunner,
} from './imports-for-tests.ts'

const server = await postgresForTests()

async function open(): Promise<Database> {
  const database = await openPostgres(server!.url)
  await migrate(database, migrationsFolder)
  return database
}
const offending = async () =>
  (await verify(db, allInvariants)).filter((f) => f.count > 0).map((f) => `${f.name}: ${f.count}`)

describe.skipIf(!server)('导入，在 PostgreSQL 上', () => {
  // The last to end is what was begun first: the server outlives the house on it.
  afterAll(() => server?.stop())
  openImportHouse(open)

  const days = `店铺,日期,销售额,小票数,销售件数,客流,是否营业,促销
A01,2026-03-01,1000.50,10,12,100,1,0
A01,2026-03-02,2000,20,22,200,1,1
B02,2026-03-01,0,0,0,0,0,0
B02,2026-03-02,-50,1,0,30,1,0
`
  test('店铺日汇总：进来、再导、撤销、再来', async () => {
    const done = await bring(days, { createMissing: true })
    expect(done).toMatchObject({
      state: 'done',
      rowsAccepted: 4,
      control: { amount: 295050, inBooks: { amount: 295050, tickets: 31 } },
    })
    expect(await bring(days)).toMatchObject({ rowsAccepted: 0, rowsKnown: 4 })
    expect(await bring(days.replace('2000,20', '2001,20'))).toMatchObject({
      rowsKnown: 3,
      rejected: [{ why: 'dayDiffers', count: 1 }],
    })
    expect(await offending()).toEqual([])
    await answered('imports.undo', { id: done.id, reason: '测试' }, 'action')
    expect(await db.query('select 1 from ticket union all select 1 from sales_store_day')).toEqual([])
    expect(await bring(days)).toMatchObject({ rowsAccepted: 4 })
    expect(await offending()).toEqual([])
  })

  const lines = `门店,小票号,销售日期,时间,货号,数量,金额,导购,类型,收款方式,货币
A01,T1,2026-04-01,10:05,K1,1,199.006,901,销售,微信,CNY
A01,T1,2026-04-01,10:05,K2,2,300.007,901,销售,微信,CNY
A01,T2,2026-04-01,11:30,K1,-1,-99.50,902,退货,现金,CNY
B02,T1,2026-04-02,12:00,K3,1,44.5,903,销售,支付宝,USD
B02,T2,2026-04-32,12:00,K3,1,44.5,903,销售,支付宝,CNY
`
  test('小票明细：两种货币、退货、退回的行；再导不重复，撤销干净', async () => {
    const currencies = { USD: { rate: '7.13', day: '2026-04-01' } }
    const asked = await preview(await send(lines), { createMissing: true })
    expect(asked.questions.map((q) => q.why)).toEqual(['rateMissing'])
    const done = await bring(lines, { createMissing: true, currencies })
    const amount = 49901 - 9950 + 31729
    expect(done).toMatchObject({
      state: 'done',
      rowsAccepted: 4,
      rowsRejected: 1,
      rejected: [{ why: 'badDay', count: 1 }],
      control: { amount, inBooks: { tickets: 3, units: 3, amount }, madePeople: 3 },
    })
    expect(await offending()).toEqual([])
    expect(await bring(lines, { currencies })).toMatchObject({
      rowsAccepted: 0,
      rowsKnown: 4,
      rowsRejected: 1,
    })
    const mended = await bring(lines.replace('04-32', '04-03'), { currencies })
    expect(mended).toMatchObject({ rowsAccepted: 1, rowsKnown: 4, control: { amount: 4450 } })
    for (const id of [mended.id, done.id]) await answered('imports.undo', { id, reason: '测试' }, 'action')
    expect(await db.query(`select 1 from ticket where day >= '2026-04-01'`)).toEqual([])
    expect(await disagreements()).toEqual([])
    expect(await bring(lines, { currencies })).toMatchObject({ rowsAccepted: 4 })
    expect(await offending()).toEqual([])
  })

  test('a process killed in the middle is taken over by another: every row is booked once', {
    timeout: 180_000,
  }, async () => {
    const count = 16_000
    const rows = Array.from(
      { length: count },
      (_, i) => `A01,P${i >> 1},2026-05-${String(1 + ((i >> 1) % 28)).padStart(2, '0')},K${i % 50},1,10.005`,
    )
    await stopRunner()
    const first = await another()
    const file = await send(`门店,小票号,日期,货号,数量,金额\n${rows.join('\n')}\n`)
    const { settings } = await preview(file)
    const { id } = await answered<{ id: string }>('imports.run', { file, settings }, 'action')
    const booked = async () =>
      (
        await db.query<{ count: number }>('select count(*)::int as count from ticket where import_id = $1', [
          id,
        ])
      )[0]!.count
    while ((await booked()) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    first.kill('SIGKILL')
    await once(first, 'exit')
    const left = await booked()
    expect(left).toBeLessThan(count / 2)
    const both = [await another(), await another()]
    const done = await ended(id)
    for (const process of both) process.kill('SIGKILL')
    const amount = count * 1000 + count / 2
    expect(done).toMatchObject({
      state: 'done',
      rowsAccepted: count,
      rowsKnown: 0,
      control: { amount, tickets: count / 2, inBooks: { tickets: count / 2, units: count, amount } },
    })
    expect(await db.query('select tries from import where id = $1', [id])).toEqual([{ tries: 2 }])
    expect(await offending()).toEqual([])
  })

  async function another(): Promise<ChildProcess> {
    const child = fork(new URL('./runner-for-tests.ts', import.meta.url), [server!.url, folder], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(child, 'message')
    return child
  }
})
