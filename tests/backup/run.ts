import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../platform/database/postgres.ts'
import { readBooks } from '../faults/books.ts'
import { openFaultHouse } from '../faults/house.ts'
import { environmentOf, type Kept, program } from '../faults/program.ts'
import { Tills } from '../faults/tills.ts'

export interface BackupRun {
  readonly from: 'pglite' | 'postgres'
  readonly into: 'pglite' | 'postgres'
  /** Acknowledged before the backup began: all of them must be in it. */
  readonly acknowledged: number
  /** Acknowledged while it was taken. */
  readonly meanwhile: number
  readonly lost: number
  readonly twice: number
  readonly halfDone: number
  readonly broken: readonly string[]
}

/** Takes a backup while tills write, restores it elsewhere, and reads the books there. Undefined without a PostgreSQL. */
export async function runBackup(
  from: BackupRun['from'],
  into: BackupRun['into'],
  before: number,
): Promise<BackupRun | undefined> {
  const house = await openFaultHouse(from)
  if (!house) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-restored-'))
  // The place to restore to is a second database beside the first, or an empty folder.
  const elsewhere =
    into === 'postgres' ? await openFaultHouse('postgres', undefined, { lived: false }) : undefined
  try {
    if (into === 'postgres' && !elsewhere) return undefined
    const tills = await Tills.open(house.address, 4)
    await tills.work(before)
    const acknowledged = [...tills.acknowledged]
    let isOver = false
    const working = tills.work(Number.MAX_SAFE_INTEGER, () => isOver)
    const file = join(folder, 'chain.gz')
    await command(house.kept, 'backup', file)
    isOver = true
    await working
    const there: Kept = {
      dataFolder: join(folder, 'data'),
      ...(elsewhere ? { databaseUrl: await emptyDatabase(elsewhere.kept.databaseUrl!) } : {}),
    }
    await command(there, 'restore', file)
    const books = await readBooks(there, acknowledged)
    const meanwhile = tills.acknowledged.length - acknowledged.length
    return { from, into, acknowledged: acknowledged.length, meanwhile, ...books }
  } finally {
    await house.close()
    await elsewhere?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function emptyDatabase(url: string): Promise<string> {
  const admin = await openPostgres(url)
  await admin.query('create database restored')
  await admin.close()
  return url.replace(/postgres$/, 'restored')
}

/** Runs the command line and waits; without blocking those who write meanwhile. */
function command(kept: Kept, ...words: string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], {
    env: environmentOf(kept),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${words[0]} failed: ${said.slice(-1_500)}`)),
    )
  })
}
