import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { backup, restore } from './backup.ts'
import type { Database } from './database.ts'
import { type Migration, runMigrations } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { postgresForTests } from './postgres-for-tests.ts'
import { emptyDatabase } from './testing.ts'

const root = mkdtempSync(join(tmpdir(), 'jingwei-backup-'))
const server = await postgresForTests()
const opened: Database[] = []
afterAll(async () => {
  for (const db of opened) await db.close()
  await server?.stop()
  rmSync(root, { recursive: true, force: true })
})

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: name })
const awkward: Migration[] = [
  migration(
    '1.sql',
    `
    create table "Store Über" (id uuid primary key, code text unique, boss uuid);
    create table person (id uuid primary key, store uuid references "Store Über", superior uuid references person);
    alter table "Store Über" add constraint led_by foreign key (boss) references person deferrable initially deferred;
    create table awkward (
      seq bigint generated always as identity, store uuid not null references "Store Über", big int8, exact numeric(20, 4), day date,
      moment timestamptz, bare timestamp, span interval, hour time, bytes bytea, json jsonb, plain json, words text[], numbers int8[],
      nested int[][], blobs bytea[], yes boolean, real float8, padded char(5), doubled int8 generated always as (big * 2) stored,
      primary key (store, seq));
    create table many (store uuid, n int, note text, primary key (store, n));
    create table nothing ();
    create function forbid() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
    create trigger append_only before insert or update on many for each row when (new.n < 0) execute function forbid();`,
  ),
]
const everything = `
  select (select jsonb_agg(to_jsonb(x) order by x.seq) from awkward x) as awkward,
    (select jsonb_agg(to_jsonb(x) order by x.id) from person x) as people,
    (select jsonb_agg(to_jsonb(x) order by x.id) from "Store Über" x) as stores,
    (select md5(string_agg(to_jsonb(x)::text, '' order by x.n)) from many x) as many,
    (select count(*) from nothing) as nothing`

async function embedded(): Promise<Database> {
  const db = await emptyDatabase()
  opened.push(db)
  await runMigrations(db, awkward)
  return db
}
async function served(): Promise<Database> {
  if (!server) throw new Error('no server')
  const admin = await openPostgres(server.url)
  const name = `copy_${opened.length}`
  await admin.query(`create database ${name}`)
  await admin.close()
  const db = await openPostgres(server.url.replace(/postgres$/, name))
  opened.push(db)
  await runMigrations(db, awkward)
  return db
}
async function fillAwkward(db: Database): Promise<void> {
  await db.transaction(async (t) => {
    const [a, b] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
    await t.query(`insert into "Store Über" values ($1, '甲', $2), ($2, null, null)`, [a, b])
    await t.query('insert into person values ($1, $2, null)', [a, b])
    await t.query('insert into person values ($2, $1, $1)', [a, b])
    await t.query(
      `insert into awkward (store, big, exact, day, moment, bare, span, hour, bytes, json, plain, words, numbers, nested, blobs, yes, real, padded)
       values ($1, 9007199254740993, 123456789.1230, '2026-02-28', '2026-01-01 00:00:00.123456+08', '2026-01-01 12:00', '1 mon 2 days 03:00', '23:59:59.5',
         $2, $3, '{"b" : 1, "b":2}', $4, '{1,null,-9007199254740993}', '{{1,2},{3,4}}', array[$2, null]::bytea[], true, 0.1::float8 + 0.2::float8, 'ab'),
        ($1, null, null, 'infinity', '-infinity', null, null, null, '', 'null', 'null', '{}', null, null, null, false, 'NaN', null)`,
      [
        a,
        Buffer.from([0, 1, 92, 255]),
        { 甲: '"引号"\\\n', deep: [1, null, { x: 1.5 }] },
        ['a"b', 'c\\d', '', 'NULL', null, '{x}', '换\n行\t😀'],
      ],
    )
    await t.query(
      `insert into many select $1, n, repeat('第' || n || '件 "', n % 50) from generate_series(1, 3000) n`,
      [a],
    )
    await t.query('insert into nothing default values')
    await t.query('insert into nothing default values')
  })
}

const ways: [string, () => Promise<Database>, () => Promise<Database>][] = [
  ['embedded → embedded', embedded, embedded],
]
if (server)
  ways.push(['embedded → PostgreSQL', embedded, served], ['PostgreSQL → embedded', served, embedded])

test.each(ways)('every row of awkward types arrives unchanged: %s', async (way, from, to) => {
  const file = join(root, `${ways.findIndex(([name]) => name === way)}.backup`)
  const source = await from()
  await fillAwkward(source)
  const written = await backup(source, file)
  expect(written).toEqual({ tables: 5, rows: 3008 })
  const target = await to()
  expect(await restore(target, file)).toEqual(written)
  expect(await target.query(everything)).toEqual(await source.query(everything))
  // Constraints and sequences are back: a stranger is refused, the next number follows the last.
  await expect(
    target.query(`insert into person values (gen_random_uuid(), gen_random_uuid(), null)`),
  ).rejects.toThrow('foreign key')
  await expect(target.query(`insert into many values (gen_random_uuid(), -1, null)`)).rejects.toThrow(
    'append only',
  )
  expect(
    await target.query(
      `insert into awkward (store) select id from "Store Über" where code = '甲' returning seq, doubled`,
    ),
  ).toEqual([{ seq: 3, doubled: null }])
  const deferred = await target.query(
    `select condeferrable, condeferred from pg_constraint where conname = 'led_by'`,
  )
  expect(deferred).toEqual([{ condeferrable: true, condeferred: true }])
})

test('a backup is never poured over data', async () => {
  const file = join(root, 'full.backup')
  const source = await embedded()
  await fillAwkward(source)
  await backup(source, file)
  await expect(restore(source, file)).rejects.toThrow('只能恢复到刚建好的空库')
})

test('a damaged, shortened or foreign file is refused and leaves the database empty', async () => {
  const file = join(root, 'whole.backup')
  const source = await embedded()
  await fillAwkward(source)
  await backup(source, file)
  const whole = readFileSync(file)
  const text = gunzipSync(whole).toString()
  const lines = text.split('\n')
  const damages: [string, Buffer][] = [
    ['cut off', whole.subarray(0, Math.floor(whole.length / 2))],
    ['a changed amount', gzipSync(text.replace('123456789.1230', '923456789.1230'))],
    [
      'a row missing',
      gzipSync(
        lines
          .toSpliced(
            lines.findIndex((line) => line.startsWith('["0000')),
            1,
          )
          .join('\n'),
      ),
    ],
    ['the end missing', gzipSync(lines.slice(0, -3).join('\n'))],
    ['not ours', Buffer.from('PK some other file')],
    ['empty', Buffer.alloc(0)],
  ]
  const target = await embedded()
  for (const [what, bytes] of damages) {
    const bad = join(root, 'bad.backup')
    writeFileSync(bad, bytes)
    await expect(restore(target, bad), what).rejects.toThrow(/已损坏|不是经纬的备份文件/)
    expect(await target.query('select count(*) as n from many'), what).toEqual([{ n: 0 }])
  }
  await restore(target, file)
})

test('a backup of another version is refused by name', async () => {
  const file = join(root, 'other.backup')
  const source = await emptyDatabase()
  opened.push(source)
  await runMigrations(source, [...awkward, migration('2.sql', 'create table later (id int)')])
  await backup(source, file)
  await expect(restore(await embedded(), file)).rejects.toThrow('2.sql')
})
