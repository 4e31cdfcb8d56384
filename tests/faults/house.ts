import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../platform/database/postgres.ts'
import { postgresForTests, type ThrowAwayPostgres } from '../../platform/database/postgres-for-tests.ts'
import { type Kept, makeSmallDemo, program, ServerProcess } from './program.ts'
import { TcpProxy } from './proxy.ts'

/** A server, its database, and the proxies before both: everything that a fault can be done to. */
export interface FaultHouse {
  readonly engine: 'pglite' | 'postgres'
  readonly server: ServerProcess
  readonly kept: Kept
  /** Between the tills and the server. */
  readonly front: TcpProxy
  /** Whether the embedded database lies on a small disk of its own, which can be filled. */
  readonly smallDisk: boolean
  /** Between the server and PostgreSQL; none with the embedded engine. */
  readonly back: TcpProxy | undefined
  readonly postgres: ThrowAwayPostgres | undefined
  address(): string
  close(): Promise<void>
}

/**
 * Undefined, and said loudly, where no PostgreSQL is installed. `words` start
 * another server than the built one; not `lived` in, it is only an empty database. `straight`: no proxy stands
 * between the server and its PostgreSQL, which would cost what is being measured.
 */
export async function openFaultHouse(
  engine: 'pglite' | 'postgres',
  words: readonly string[] = [program, 'serve'],
  { lived = true, straight = false }: { lived?: boolean; straight?: boolean } = {},
): Promise<FaultHouse | undefined> {
  const outer = await mkdtemp(join(tmpdir(), 'jingwei-faults-'))
  const folder = join(outer, 'data')
  await mkdir(folder)
  const smallDisk = engine === 'pglite' && mountSmallDisk(folder)
  const postgres = engine === 'postgres' ? await postgresForTests({ durable: true }) : undefined
  if (engine === 'postgres' && !postgres) return undefined
  const back =
    postgres && !straight ? await TcpProxy.before(() => Number(new URL(postgres.url).port)) : undefined
  const kept: Kept = { dataFolder: folder, ...(postgres ? { databaseUrl: postgres.url } : {}) }
  if (lived) await makeSmallDemo(kept)
  const through = back && postgres ? { ...kept, databaseUrl: throughProxy(postgres.url, back.port) } : kept
  const server = new ServerProcess(through, words)
  if (lived) await server.start()
  const front = await TcpProxy.before(() => server.port)
  return {
    engine,
    server,
    kept,
    front,
    smallDisk,
    back,
    postgres,
    address: () => `http://127.0.0.1:${front.port}`,
    async close() {
      await server.end('SIGKILL')
      await front.close()
      await back?.close()
      await postgres?.stop()
      if (smallDisk) spawnSync('umount', [folder])
      await rm(outer, { recursive: true, force: true })
    },
  }
}

/** A disk in memory, large enough for the data and the room that the database wants to keep free; root only. */
const mountSmallDisk = (folder: string): boolean =>
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1200m', 'tmpfs', folder]).status === 0

function throughProxy(url: string, port: number): string {
  const through = new URL(url)
  through.port = String(port)
  return through.href
}

/** Runs one statement as somebody else on the same PostgreSQL. */
export async function fromOutside(postgres: ThrowAwayPostgres, sql: string): Promise<void> {
  const db = await openPostgres(postgres.url)
  try {
    await db.query(sql)
  } finally {
    await db.close()
  }
}
