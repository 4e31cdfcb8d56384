import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { makeCluster, openCluster } from './durable.ts'
import { isViolation } from './fault.ts'
import { FolderInUse, lockFolder } from './lock.ts'
import { openPglite as openFolder, type PgliteOptions } from './pglite.ts'
import { clusterTemplate } from './testing.ts'
import { vacuum } from './upkeep.ts'

const root = fs.mkdtempSync(join(tmpdir(), 'jingwei-power-'))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))
// Engines start and processes are killed here, many times over; a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 })
const template = await clusterTemplate()
const openPglite = (folder: string, options: PgliteOptions = {}) =>
  openFolder(folder, { template, ...options })
const child = fileURLToPath(new URL('./power-child.ts', import.meta.url))
const begin = (folder: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', child, folder, template], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

test('every transaction kept is one sync to the disk, no more and no less', async () => {
  const db = await openPglite(join(root, 'syncs'))
  await db.script('create table sale (id int primary key, amount int)')
  await db.script('checkpoint')
  await db.query('insert into sale values (0, 0)')
  const before = db.syncs
  for (let i = 1; i <= 25; i++) await db.query('insert into sale values ($1, $2)', [i, i])
  for (let i = 26; i <= 50; i++) {
    await db.transaction(async (t) => {
      await t.query('insert into sale values ($1, 1)', [i])
      await t.query('update sale set amount = amount + 1 where id = $1', [i])
    })
  }
  expect(db.syncs - before).toBe(50)
  await db.close()
})

test('a process killed while it writes loses no sale it acknowledged, and its lock is taken over', async () => {
  const folder = join(root, 'killed')
  const acknowledged: number[] = []
  for (const enough of [60, 140]) {
    const writer = begin(folder)
    if (!writer.stdout) throw new Error('no output')
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged.push(Number(line))
      if (acknowledged.length >= enough) break
    }
    const gone = new Promise((resolve) => writer.once('exit', resolve))
    writer.kill('SIGKILL')
    await gone
  }
  const db = await openPglite(folder)
  const kept = new Set((await db.query<{ id: number }>('select id from sale')).map(({ id }) => id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(140)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  await db.close()
})

test('a second process on the same folder is refused in plain words, in both languages', async () => {
  const folder = join(root, 'twice')
  const db = await openPglite(folder)
  const second = begin(folder)
  const lines: string[] = []
  if (!second.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: second.stdout })) lines.push(line)
  expect(lines.join()).toContain('正被另一个经纬进程使用')
  expect(lines.join()).toContain(`process ${process.pid} on`)
  expect(await db.query('select 1 as alive')).toEqual([{ alive: 1 }])
  await expect(openPglite(folder)).rejects.toThrow(FolderInUse)
  await db.close()
  const lock = await lockFolder(folder)
  lock.release()
})

test('a lock whose process id now belongs to someone else is stale', async () => {
  const folder = join(root, 'reused')
  const first = await lockFolder(folder)
  const path = join(folder, 'database.lock')
  const holder = JSON.parse(fs.readFileSync(path, 'utf8'))
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  fs.writeFileSync(path, JSON.stringify({ ...holder, started: '1', key: 'someone before a restart' }))
  const second = await lockFolder(folder)
  second.release()
  first.release()
})

test('a holder on another machine is believed as long as it touches its lock', async () => {
  const folder = join(root, 'elsewhere')
  const lock = await lockFolder(folder)
  const path = join(folder, 'database.lock')
  const elsewhere = JSON.stringify({
    ...JSON.parse(fs.readFileSync(path, 'utf8')),
    world: 'another',
    key: 'theirs',
  })
  lock.release()
  fs.writeFileSync(path, elsewhere)
  const beats = setInterval(() => fs.utimesSync(path, new Date(), new Date()), 100)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  clearInterval(beats)
  const longAgo = new Date(Date.now() - 3_600_000)
  fs.utimesSync(path, longAgo, longAgo)
  const taken = await lockFolder(folder)
  taken.release()
})

test('after a power cut at any moment everything acknowledged before is there', async () => {
  const folder = join(root, 'cut', 'database')
  await makeCluster(folder, template)
  const disk = new Disk(folder)
  const cuts: { to: string; acknowledged: number }[] = []
  let acknowledged = 0
  let syncs = 0
  const counts = {
    syncs: 0,
    bytesWritten: 0,
    onSync: (path: string) => {
      disk.synced(path)
      if (++syncs % 37 === 0 && cuts.length < 6) {
        const to = join(root, 'cut', `after-${syncs}`)
        disk.restore(to)
        cuts.push({ to, acknowledged })
      }
    },
  }
  const engine = await openCluster(folder, counts)
  await engine.exec('create table sale (id int primary key, note text)')
  for (let i = 1; cuts.length < 6; i++) {
    await engine.query('insert into sale values ($1, $2)', [i, `第${i}单`.repeat(40)])
    acknowledged = i
    if (i % 60 === 0) await engine.exec('checkpoint')
  }
  await engine.close()
  for (const { to, acknowledged } of cuts) {
    const again = await openCluster(to, { syncs: 0, bytesWritten: 0 })
    const there = await again.query<{ n: number }>(
      `select count(*)::int as n from pg_class where relname = 'sale'`,
    )
    const { rows } = there.rows[0]?.n
      ? await again.query<{ n: number }>('select count(*)::int as n from sale')
      : { rows: [{ n: 0 }] }
    expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged)
    await again.close()
  }
  expect(cuts.at(-1)?.acknowledged).toBeGreaterThan(60)
})

test('a first boot that was cut off is made again from the start', async () => {
  const folder = join(root, 'boot')
  fs.mkdirSync(join(folder, 'database.making', 'base'), { recursive: true })
  fs.writeFileSync(join(folder, 'database.making', 'PG_VERSION'), '18')
  const db = await openPglite(folder)
  expect(await db.query('select 1 as n')).toEqual([{ n: 1 }])
  expect(fs.existsSync(join(folder, 'database.making'))).toBe(false)
  await db.close()
})

test('an almost full disk makes the database read-only, says why, and recovers by itself', async () => {
  let free = 500 << 20
  const db = await openPglite(join(root, 'full'), { free: async () => free, floor: 200 << 20, lookEvery: 20 })
  await db.script('create table sale (id int)')
  await db.query('insert into sale values (1)')
  free = 100 << 20
  await expect.poll(() => db.readOnlyReason()).toContain('磁盘只剩 100 MB')
  const refused = await db.query('insert into sale values (2)').catch((error: unknown) => error)
  expect(isViolation(refused, 'readOnly')).toBe(true)
  expect(await db.query('select id from sale')).toEqual([{ id: 1 }])
  free = 205 << 20 // above the floor, but not yet clearly
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(db.readOnlyReason()).toBeDefined()
  free = 300 << 20
  await expect.poll(() => db.readOnlyReason()).toBeUndefined()
  await db.query('insert into sale values (3)')
  await db.close()
})

test('a call without end is stopped, the caller is told, and the next one works', async () => {
  const db = await openPglite(join(root, 'endless'), { statementLimit: 2000, idleLimit: 300 })
  await db.script('create table sale (id int); insert into sale values (1)')
  let beats = 0
  const heart = setInterval(() => beats++, 20)
  const endless = db.transaction(async (t) => {
    await t.query('insert into sale values (2)')
    await t.query('select count(*) from generate_series(1, 100000000000) a')
  })
  const next = db.query('select id from sale')
  await expect(endless).rejects.toThrow('超过 2 秒')
  expect(await next).toEqual([{ id: 1 }])
  expect(beats).toBeGreaterThan(20)
  clearInterval(heart)
  await expect(db.transaction(() => new Promise(() => undefined))).rejects.toThrow('没有动作')
  await db.query('insert into sale values (3)')
  expect(await db.query('select id from sale order by id')).toEqual([{ id: 1 }, { id: 3 }])
  await db.close()
})

test('dead rows are found and removed, and checkpoints written, without anyone asking', async () => {
  const db = await openPglite(join(root, 'upkeep'), {
    upkeep: { every: 50, vacuumEvery: 100, checkpointBytes: 1 << 20 },
  })
  await db.script('create table churn (id int, note text)')
  const place = async () =>
    (await db.query<{ at: string }>('select checkpoint_lsn::text as at from pg_control_checkpoint()'))[0]?.at
  const before = await place()
  await db.query(`insert into churn select n, repeat('x', 200) from generate_series(1, 8000) n`)
  await db.query('delete from churn where id > 100')
  await expect.poll(async () => (await place()) !== before, { timeout: 30_000 }).toBe(true)
  const counted = async () =>
    (await db.query<{ n: number }>(`select reltuples::int as n from pg_class where relname = 'churn'`))[0]?.n
  await expect.poll(counted, { timeout: 30_000 }).toBe(100)
  expect(await vacuum(db)).toEqual([])
  await db.close()
})

/**
 * What a disk would still hold: the content of a file as of its last sync, the names in a folder as of the
 * folder's last sync, or of the sync of a file in it.
 */
class Disk {
  readonly #root: string
  readonly #contents = new Map<string, Buffer>()
  readonly #names = new Map<string, Map<string, string>>()

  constructor(folder: string) {
    this.#root = folder
    this.#wholeTree(folder)
  }

  synced(path: string): void {
    const stat = fs.statSync(path)
    if (stat.isDirectory()) this.#names.set(path, namesIn(path))
    else {
      this.#contents.set(identity(path), fs.readFileSync(path))
      this.#names.get(dirname(path))?.set(basename(path), identity(path))
    }
  }

  restore(to: string, from = this.#root): void {
    fs.mkdirSync(to, { recursive: true, mode: 0o700 })
    for (const [name, id] of this.#names.get(from) ?? []) {
      if (id === 'folder') this.restore(join(to, name), join(from, name))
      else fs.writeFileSync(join(to, name), this.#contents.get(id) ?? '', { mode: 0o600 })
    }
  }

  #wholeTree(folder: string): void {
    this.#names.set(folder, namesIn(folder))
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) this.#wholeTree(path)
      else this.#contents.set(identity(path), fs.readFileSync(path))
    }
  }
}
const namesIn = (folder: string): Map<string, string> =>
  new Map(
    fs
      .readdirSync(folder, { withFileTypes: true })
      .map((entry) => [entry.name, entry.isDirectory() ? 'folder' : identity(join(folder, entry.name))]),
  )
function identity(path: string): string {
  const { ino, birthtimeNs } = fs.statSync(path, { bigint: true })
  return `${ino} ${birthtimeNs}`
}
