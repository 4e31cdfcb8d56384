import { afterAll, expect, test } from 'vitest'
import { openPostgres } from './postgres.ts'
import { postgresForTests } from './postgres-for-tests.ts'

const server = await postgresForTests()
afterAll(() => server?.stop())

test.runIf(server)(
  'a restart of the database ends what was under way, not this process, and the next call works',
  async () => {
    if (!server) return
    const complaints: string[] = []
    const db = await openPostgres(server.url, { hear: (error) => complaints.push(error.message) })
    await db.script('create table sale (id int primary key)')
    const heard: string[] = []
    await db.listen('news', (payload) => heard.push(payload))
    let insideNow: () => void = () => undefined
    const inTheMiddle = new Promise<void>((resolve) => {
      insideNow = resolve
    })
    const underWay = db.transaction(async (t) => {
      await t.query('insert into sale values (1)')
      insideNow()
      await new Promise((resolve) => setTimeout(resolve, 3000))
      await t.query('insert into sale values (2)')
    })
    const lost = expect(underWay).rejects.toThrow()
    await inTheMiddle
    await server.restart()
    await lost
    expect(await db.query('select * from sale')).toEqual([])
    await db.query('insert into sale values (3)')
    await expect
      .poll(
        async () => {
          await db.notify('news', 'back')
          return heard.length
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0)
    await db.close()
  },
)

test.runIf(server)('a database that is not there is said to be unavailable', async () => {
  await expect(openPostgres('postgres://postgres@127.0.0.1:1/none')).rejects.toThrow('cannot be reached')
})
