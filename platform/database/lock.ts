import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseWords, inBoth } from './words.ts'

/** Someone else has the folder open. The message says who, in both languages. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

interface Holder {
  readonly key: string
  readonly pid: number
  /** When the process began, in the kernel's ticks: a re-used pid does not have the same. */
  readonly started: string
  readonly host: string
  /** Boot and process namespace: only in the same one does a pid mean the same process. */
  readonly world: string
}

export interface FolderLock {
  release(): void
}

const beat = 4000
const silence = 3 * beat
const longSilence = 60_000

/**
 * Two engines on one folder lose data without a word, so the folder has one holder. A holder that is dead
 * (kill -9, power cut) is replaced. In another container or machine, where its pid says nothing, a holder
 * shows that it lives by touching the file.
 */
export async function lockFolder(
  folder: string,
  lost: (reason: string) => void = complain,
): Promise<FolderLock> {
  fs.mkdirSync(folder, { recursive: true })
  const path = join(folder, 'database.lock')
  const mine: Holder = {
    key: randomUUID(),
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    host: hostname(),
    world: world(),
  }
  if (!createNew(path, mine)) {
    const holder = read(path)
    if (holder && (await isAlive(holder, path))) throw inUse(folder, holder)
    await takeOver(path, folder, mine)
  }
  const heart = setInterval(() => {
    if (read(path)?.key === mine.key) fs.utimesSync(path, new Date(), new Date())
    else {
      clearInterval(heart)
      lost(inBoth(databaseWords.folderLost, { folder }))
    }
  }, beat)
  heart.unref()
  return {
    release() {
      clearInterval(heart)
      if (read(path)?.key === mine.key) fs.rmSync(path, { force: true })
    },
  }
}

/** The file appears with its content in one step, so no one ever reads half of it. */
function createNew(path: string, mine: Holder): boolean {
  const beside = `${path}.${mine.key}`
  fs.writeFileSync(beside, JSON.stringify(mine))
  try {
    fs.linkSync(beside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(beside)
  }
}

/** Two may find the same dead holder at once: the last to write has it, and the other sees that. */
async function takeOver(path: string, folder: string, mine: Holder): Promise<void> {
  const beside = `${path}.${mine.key}`
  fs.writeFileSync(beside, JSON.stringify(mine))
  fs.renameSync(beside, path)
  await pause(250)
  const holder = read(path)
  if (holder?.key !== mine.key) throw inUse(folder, holder ?? mine)
}

async function isAlive(holder: Holder, path: string): Promise<boolean> {
  if (holder.world === world()) return isRunning(holder)
  const touched = lastTouched(path)
  if (Date.now() - touched > longSilence) return false
  for (let waited = 0; waited < silence; waited += 500) {
    await pause(500)
    if (lastTouched(path) !== touched) return true
  }
  return false
}

function isRunning({ pid, started }: Holder): boolean {
  const now = startOf(pid)
  if (now !== undefined) return now === started
  if (process.platform === 'linux') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Field 22 of /proc/<pid>/stat, counted after the name, which may hold spaces. */
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie has ended; only its parent has not yet looked.
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}

function world(): string {
  const boot = textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? hostname()
  return `${boot} ${namespace()}`
}
function namespace(): string {
  return process.platform === 'linux' ? fs.readlinkSync('/proc/self/ns/pid') : ''
}

function read(path: string): Holder | undefined {
  const text = textOf(path)
  if (!text) return undefined
  const holder: unknown = parsed(text)
  return typeof holder === 'object' && holder !== null && 'key' in holder ? (holder as Holder) : undefined
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // half written when its process died: nobody holds the folder
  }
}
function textOf(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
const lastTouched = (path: string): number => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const inUse = (folder: string, { pid, host }: Holder): FolderInUse =>
  new FolderInUse(inBoth(databaseWords.folderInUse, { folder, pid, host }))
const complain = (reason: string): void => {
  process.stderr.write(`${reason}\n`)
}
