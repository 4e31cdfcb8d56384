import { existsSync, rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What one run of the tests makes once for all of its files; `run` is the process that leads it. */
const runFolder = (run: number): string => join(tmpdir(), `jingwei-run-${run}`)

/**
 * A folder with what `make` puts into it: made by whoever asks first in a run of the tests, while others who ask wait. It is read and
 * copied from, never written to.
 */
export async function onceARun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(runFolder(leader()), name)
  await mkdir(runFolder(leader()), { recursive: true })
  const done = join(folder, 'made')
  if (!(await isFirst(folder))) {
    while (!existsSync(done)) {
      if (!existsSync(folder)) throw new Error(`${name}: whoever made it failed`)
      await pause(200)
    }
    return folder
  }
  try {
    await make(folder)
    await writeFile(`${done}.part`, '')
    await rename(`${done}.part`, done)
    return folder
  } catch (fault) {
    await rm(folder, { recursive: true, force: true })
    throw fault
  }
}

/** A worker of Vitest belongs to the process that started it; a command of its own is its own run, and clears up as it ends. */
function leader(): number {
  if (process.env.VITEST) return process.ppid
  if (!isClearing)
    process.once('exit', () => rmSync(runFolder(process.pid), { recursive: true, force: true }))
  isClearing = true
  return process.pid
}
let isClearing = false

/** Of several processes that ask at once, one makes it and the others wait for it. */
const isFirst = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    () => false,
  )

/** What a run leaves is taken away at its end (Vitest's `globalSetup`). */
export default function setup(): () => Promise<void> {
  return () => rm(runFolder(process.pid), { recursive: true, force: true })
}
