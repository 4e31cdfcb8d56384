import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { backup, type Carried } from '../platform/database/backup.ts'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/kinds/day.ts'
import { PhotoStore, photos } from '../platform/photos/store.ts'
import { besideBackup, carryPhotos, forgetCarried } from '../platform/photos/upkeep.ts'

/** Nights of which the backup is kept. */
const kept = 7
const prefix = 'jingwei-'

export interface BackedUp extends Carried {
  readonly photos: number
}
/** All rows to one file, then what they name of photographs to the folder beside it. */
export async function backUpAll(database: Database, file: string): Promise<BackedUp> {
  const rows = await backup(database, file)
  return { ...rows, ...(await carryPhotos(database, photos(), new PhotoStore(besideBackup(file)))) }
}

/** The night's backup beside the data, and the oldest ones gone. Copy it elsewhere: this disk may be the one that dies. */
export async function backUpNight(database: Database, folder: string, day: Day): Promise<BackedUp> {
  await mkdir(folder, { recursive: true })
  const written = await backUpAll(database, join(folder, `${prefix}${day}.gz`))
  const older = (await readdir(folder)).filter((name) => /^jingwei-\d{4}-\d\d-\d\d\.gz$/.test(name)).sort()
  for (const name of older.slice(0, -kept)) await rm(join(folder, name))
  await forgetCarried(photos(), new PhotoStore(besideBackup(join(folder, prefix))), kept)
  return written
}

const wantedShape = z.object({ id: z.string(), file: z.string() })
const answerShape = z.object({
  id: z.string(),
  tables: z.number().optional(),
  rows: z.number().optional(),
  photos: z.number().optional(),
  problem: z.string().optional(),
})
const wantedFile = (dataFolder: string): string => join(dataFolder, 'backup.wanted.json')
const answerFile = (dataFolder: string): string => join(dataFolder, 'backup.answer.json')

/**
 * The embedded database belongs to the server while it runs, so a backup from the command line is asked of it by a file
 * in the data folder: whoever may write there may read the data anyway. Answers a function that stops looking.
 */
export function takeBackupsWanted(
  database: Database,
  dataFolder: string,
  every = 1_000,
): () => Promise<void> {
  let isLooking = true
  const looking = (async () => {
    while (isLooking) {
      const wanted = await readJson(wantedFile(dataFolder), wantedShape)
      if (wanted) {
        await rm(wantedFile(dataFolder))
        const answer = await backUpAll(database, wanted.file).catch((fault: unknown) => ({
          problem: fault instanceof Error ? fault.message : String(fault),
        }))
        await writeWhole(answerFile(dataFolder), { id: wanted.id, ...answer })
      }
      await pause(every, undefined, { ref: false })
    }
  })()
  looking.catch((fault: unknown) => console.error('backups are no longer taken on demand:', fault))
  return async () => {
    isLooking = false
    await looking.catch(() => undefined)
  }
}

/** Asks the server that has the folder open. Throws when it does not begin within `patience` milliseconds. */
export async function askForBackup(
  dataFolder: string,
  file: string,
  id: string,
  patience = 600_000,
): Promise<BackedUp> {
  await rm(answerFile(dataFolder), { force: true })
  await writeWhole(wantedFile(dataFolder), { id, file })
  for (let waited = 0; waited < patience; waited += 200) {
    const answer = await readJson(answerFile(dataFolder), answerShape)
    if (answer?.id === id) {
      await rm(answerFile(dataFolder), { force: true })
      if (answer.problem !== undefined) throw new Error(answer.problem)
      return { tables: answer.tables ?? 0, rows: answer.rows ?? 0, photos: answer.photos ?? 0 }
    }
    await pause(200)
  }
  throw new Error('运行中的服务没有应答。 The running server did not answer.')
}

/** Under another name first, so that nobody reads half of it. */
async function writeWhole(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.writing`, JSON.stringify(value), { mode: 0o600 })
  await rename(`${path}.writing`, path)
}
async function readJson<T>(path: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined
    throw fault
  })
  return text === undefined ? undefined : shape.parse(JSON.parse(text))
}
