import { openAsBlob } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type House, houseOn } from '../../app/house.ts'
import { type DemoMade, makeDemo } from '../../demo/make.ts'
import { openMemory } from '../../platform/database/memory.ts'
import { filledSnapshot } from '../../platform/database/testing.ts'
import { keepPhotosIn } from '../../platform/photos/store.ts'
import { Keys, newKey } from '../../platform/secrets/keys.ts'
import { onceARun } from '../once-a-run.ts'

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

/**
 * A house of its own on a demo chain. Files of one run that ask for the same one (most do) have it made once and
 * begin from the same snapshot: making it is most of what a journey would wait for.
 */
export async function demoHouse(size: DemoSize): Promise<{ house: House; demo: DemoMade; photos: string }> {
  const name = `demo-${size.now.getTime()}-${size.days}-${size.dutyDays}`
  const folder = await onceARun(name, (made) => make(made, size))
  const { key, demo } = JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8')) as Kept
  const database = await openMemory({ snapshot: await openAsBlob(join(folder, 'chain.tar')) })
  return { house: houseOn(database, new Keys(Buffer.from(key, 'hex'))), demo, photos: join(folder, 'photos') }
}

async function make(folder: string, size: DemoSize): Promise<void> {
  const key = newKey()
  const photos = join(folder, 'photos')
  await mkdir(photos)
  keepPhotosIn(photos)
  let demo: DemoMade | undefined
  const snapshot = await filledSnapshot(async (database) => {
    demo = await makeDemo(houseOn(database, new Keys(key)), size)
  })
  const kept = JSON.stringify({ key: key.toString('hex'), demo })
  if (!isDeepStrictEqual((JSON.parse(kept) as Kept).demo, demo)) throw new Error('a demo is not plain data')
  await writeFile(join(folder, 'chain.tar'), Buffer.from(await snapshot.arrayBuffer()))
  await writeFile(join(folder, 'kept.json'), kept)
}
