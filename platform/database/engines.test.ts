import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { isViolation } from './fault.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { postgresForTests } from './postgres-for-tests.ts'
import { clusterTemplate, emptyDatabase } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'jingwei-engines-'))
const server = await postgresForTests()
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const engines: [string, () => Promise<Database>][] = [
  ['PGlite in memory', () => emptyDatabase()],
  ['PGlite in a folder', async () => openPglite(folder, { template: await clusterTemplate() })],
]
if (server) engines.push(['PostgreSQL', () => openPostgres(server.url)])

describe.each(engines)('%s', (_, open) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())

  test('values come back as the house writes them', async () => {
    const [row] =
      await db.query(`select 9007199254740991::int8 as big, 12.50::numeric as exact, date '2026-02-03' as day,
      timestamptz '2026-02-03 04:05:06.7+08' as moment, timestamptz '2026-02-03 04:05:06.123456+00' as fine, '{"a":[1]}'::jsonb as json, '\\x00ff'::bytea as bytes,
      array[1,null,3]::int8[] as numbers, array['甲','a"b\\c,{}','NULL',null]::text[] as words, array[date '2026-01-01'] as days,
      array[array[1,2],array[3,4]] as nested, true as yes, null::int as none, '{}'::text[] as empty`)
    expect(row).toEqual({
      big: 9007199254740991,
      exact: '12.50',
      day: '2026-02-03',
      moment: '2026-02-02T20:05:06.700Z',
      fine: '2026-02-03T04:05:06.123456Z',
      json: { a: [1] },
      bytes: Buffer.from([0, 255]),
      numbers: [1, null, 3],
      words: ['甲', 'a"b\\c,{}', 'NULL', null],
      days: ['2026-01-01'],
      nested: [
        [1, 2],
        [3, 4],
      ],
      yes: true,
      none: null,
      empty: [],
    })
  })

  test('parameters of every kind arrive unharmed', async () => {
    const values = [
      7,
      '甲',
      ['a"b', null, 'c\\d'],
      { a: '乙' },
      Buffer.from([1, 0, 255]),
      true,
      new Date('2026-01-02T03:04:05.678Z'),
      undefined,
      JSON.stringify([{ b: 1 }]),
    ]
    const [row] = await db.query(
      'select $1::int8 as a, $2::text as b, $3::text[] as c, $4::jsonb as d, $5::bytea as e, $6::bool as f, $7::timestamptz as g, $8::text as h, $9::jsonb as i',
      values,
    )
    expect(row).toEqual({
      a: 7,
      b: '甲',
      c: ['a"b', null, 'c\\d'],
      d: { a: '乙' },
      e: Buffer.from([1, 0, 255]),
      f: true,
      g: '2026-01-02T03:04:05.678Z',
      h: null,
      i: [{ b: 1 }],
    })
  })

  test('a whole number that JavaScript cannot hold is a fault, not a rounded figure', async () => {
    await expect(db.query('select 9007199254740993::int8 as big')).rejects.toThrow('does not fit')
    expect(await db.query('select 1 as still')).toEqual([{ still: 1 }])
  })

  test('an array of objects is refused, because it could mean two things', async () => {
    await expect((async () => db.query('select $1::jsonb', [[{ a: 1 }]]))()).rejects.toThrow('JSON.stringify')
  })

  test('a broken rule of the schema names itself', async () => {
    await db.script('create table code (code text constraint code_once unique)')
    await db.query('insert into code values ($1)', ['A'])
    const error = await db.query('insert into code values ($1)', ['A']).catch((e: unknown) => e)
    expect(isViolation(error, 'unique', 'code_once')).toBe(true)
    expect(isViolation(error, 'check')).toBe(false)
  })

  test('a transaction that throws leaves nothing, one that returns leaves all', async () => {
    await db.script('create table kept (n int)')
    await expect(
      db.transaction(async (t) => {
        await t.query('insert into kept values (1)')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await db.transaction(async (t) => t.query('insert into kept values (2)'))
    expect(await db.query('select n from kept')).toEqual([{ n: 2 }])
  })

  test('a transaction whose failure was swallowed is not reported as kept', async () => {
    await db.script('create table swallowed (n int)')
    await expect(
      db.transaction(async (t) => {
        await t.query('insert into swallowed values (1)')
        await t.query('select 1/0').catch(() => 'swallowed')
      }),
    ).rejects.toThrow('nothing was committed')
    expect(await db.query('select n from swallowed')).toEqual([])
  })

  test('statements outside never slip into someone else’s transaction', async () => {
    await db.script('create table account (id int primary key, n int); insert into account values (1, 0)')
    await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        if (i % 2) return db.query('update account set n = n + 1')
        await db
          .transaction(async (t) => {
            await t.query('update account set n = n + 1')
            await t.query('select pg_sleep(0.002)')
            throw new Error('taken back')
          })
          .catch((e: Error) => expect(e.message).toBe('taken back'))
      }),
    )
    expect(await db.query('select n from account')).toEqual([{ n: 10 }])
  })

  test('statements sent at once inside a transaction run one after the other', async () => {
    const sums = await db.transaction((t) =>
      Promise.all([1, 2, 3].map((n) => t.query('select $1::int + 1 as n', [n]))),
    )
    expect(sums.flat()).toEqual([{ n: 2 }, { n: 3 }, { n: 4 }])
  })

  test('reaching for the database inside its own transaction is refused instead of waiting for ever', async () => {
    await expect(db.transaction(async () => db.query('select 1'))).rejects.toThrow(
      'use the db that was handed to it',
    )
    await expect(db.transaction(async () => db.transaction(async () => 1))).rejects.toThrow(
      'use the db that was handed to it',
    )
  })

  test('a transaction that is over cannot be used', async () => {
    const escaped = await db.transaction(async (t) => t)
    await expect(escaped.query('select 1')).rejects.toThrow('over')
  })

  test('listeners hear what was said, within a transaction only once it is kept', async () => {
    const heard: string[] = []
    const stop = await db.listen('talk', (payload) => heard.push(payload))
    await db.notify('talk', '一')
    await db
      .transaction(async (t) =>
        t.query(`select pg_notify('talk', 'never')`).then(() => Promise.reject(new Error('no'))),
      )
      .catch(() => 'taken back')
    await db.transaction(async (t) => t.query(`select pg_notify('talk', 'kept')`))
    await expect.poll(() => heard).toEqual(['一', 'kept'])
    await stop()
  })

  test('a statement outlives a change of the table it reads', async () => {
    await db.script('create table grows (a int); insert into grows values (1)')
    expect(await db.query('select * from grows')).toEqual([{ a: 1 }])
    await db.script('alter table grows add column b int')
    expect(await db.query('select * from grows')).toEqual([{ a: 1, b: null }])
  })

  test('a statement that answers nothing and fails at its first use can be used again', async () => {
    await db.script('create table strict (a int check (a > 0))')
    for (const a of [0, 0])
      await expect(db.query('insert into strict values ($1)', [a])).rejects.toThrow('strict_a_check')
    await db.query('insert into strict values ($1)', [1])
  })

  test('a script that fails halfway leaves nothing open', async () => {
    await expect(db.script('begin; create table halfway (a int); select 1/0; commit')).rejects.toThrow(
      'division',
    )
    expect(await db.query(`select to_regclass('halfway') as there`)).toEqual([{ there: null }])
    await db.query('select 1')
  })

  test('ten thousand rows and a megabyte in one value come through whole', async () => {
    const rows = await db.query<{ n: number }>('select n from generate_series(1, 10000) n')
    expect(rows.at(-1)).toEqual({ n: 10000 })
    const big = '经'.repeat(400_000)
    expect(await db.query('select $1::text as t', [big])).toEqual([{ t: big }])
  })
})
