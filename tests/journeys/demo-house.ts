import { existsSync, openAsBlob } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type House, houseOn } from '../../app/house.ts'
import { type DemoMade, makeDemo } from '../../demo/make.ts'
import { openMemory } from '../../platform/database/memory.ts'
import { filledSnapshot, testDatabase } from '../../platform/database/testing.ts'
import { photosForTests } from '../../platform/photos/photos-for-tests.ts'
import { keepPhotosIn } from '../../platform/photos/store.ts'
import { Keys, newKey } from '../../platform/secrets/keys.ts'

export interface DemoSize {
  readonly now: Date
  readonly days: number
  readonly dutyDays: number
}
interface Kept {
  /** In hex; numbers in the snapshot are sealed with it. */
  readonly key: string
  readonly demo: DemoMade
}

/** Where the demo chains of one run of the tests lie; `run` is its process. */
export const demoFolder = (run: number): string => join(tmpdir(), `jingwei-demos-${run}`)

/**
 * A house of its own on a demo chain. Files of one run that ask for the same one (most do) have it made once and
 * begin from the same snapshot: making it is most of what a journey would wait for.
 */
export async function demoHouse(size: DemoSize): Promise<{ house: House; demo: DemoMade; photos: string }> {
  // Outside a run of the tests nobody else asks for it, and nobody would take it away.
  if (!process.env.VITEST) {
    const house = houseOn(await testDatabase())
    const { folder: photos } = photosForTests()
    return { house, demo: await makeDemo(house, size), photos }
  }
  const folder = demoFolder(process.ppid)
  await mkdir(folder, { recursive: true })
  const name = join(folder, `${size.now.getTime()}-${size.days}-${size.dutyDays}`)
  if (await isFirst(name)) await make(name, size)
  else while (!existsSync(`${name}.json`)) await pause(200)
  const { key, demo } = JSON.parse(await readFile(`${name}.json`, 'utf8')) as Kept
  const database = await openMemory({ snapshot: await openAsBlob(`${name}.tar`) })
  return { house: houseOn(database, new Keys(Buffer.from(key, 'hex'))), demo, photos: `${name}.photos` }
}

/** Of several processes that ask at once, one makes it and the others wait for it. */
const isFirst = (name: string): Promise<boolean> =>
  mkdir(`${name}.made`).then(
    () => true,
    () => false,
  )

async function make(name: string, size: DemoSize): Promise<void> {
  try {
    const key = newKey()
    keepPhotosIn(`${name}.photos`)
    await mkdir(`${name}.photos`, { recursive: true })
    let demo: DemoMade | undefined
    const snapshot = await filledSnapshot(async (database) => {
      demo = await makeDemo(houseOn(database, new Keys(key)), size)
    })
    const kept = JSON.stringify({ key: key.toString('hex'), demo })
    if (!isDeepStrictEqual((JSON.parse(kept) as Kept).demo, demo)) throw new Error('a demo is not plain data')
    await writeFile(`${name}.tar`, Buffer.from(await snapshot.arrayBuffer()))
    await writeFile(`${name}.part`, kept)
    await rename(`${name}.part`, `${name}.json`)
  } catch (fault) {
    await rm(`${name}.made`, { recursive: true, force: true })
    throw fault
  }
}

/** What a run leaves is taken away at its end. */
export default function setup(): () => Promise<void> {
  return () => rm(demoFolder(process.pid), { recursive: true, force: true })
}
