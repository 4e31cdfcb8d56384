import { createHash, randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const hashPattern = /^[0-9a-f]{64}$/

/**
 * Bytes under the hash of their content, in a folder. What `keep` has answered is on the disk; what is read is what was kept,
 * or a fault. Several servers share the folder, as they share the database.
 */
export class PhotoStore {
  /** Keeping and removing the same bytes take turns: what is kept again is not removed in the same moment. */
  private readonly turns = new Map<string, Promise<unknown>>()
  /** Parts of the folder whose own names are on the disk. */
  private readonly laid = new Set<string>()
  constructor(readonly folder: string) {}

  pathOf(hash: string): string {
    if (!hashPattern.test(hash)) throw new RangeError(`not a hash: ${hash}`)
    return join(this.folder, hash.slice(0, 2), hash)
  }

  async keep(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path = this.pathOf(hash)
    await this.inTurn(hash, async () => {
      await this.layPart(dirname(path))
      const beside = `${path}.${randomUUID()}.part`
      const file = await open(beside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, path)
      await syncFolder(dirname(path))
    })
    return hash
  }

  async read(hash: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(hash))
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new Error(`照片 ${hash} 已损坏。 The photo ${hash} is damaged.`)
    return bytes
  }

  async has(hash: string): Promise<boolean> {
    return (await statOf(this.pathOf(hash))) !== undefined
  }

  /** Every file that is kept, a part of the folder at a time. */
  async *each(): AsyncGenerator<readonly { readonly hash: string; readonly changedAt: Date }[]> {
    const parts = await readdir(this.folder).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return []
      throw fault
    })
    for (const part of parts.sort()) {
      const found = []
      for (const name of await readdir(join(this.folder, part))) {
        const stats = await statOf(join(this.folder, part, name))
        if (!stats) continue
        if (hashPattern.test(name)) found.push({ hash: name, changedAt: stats.ctime })
        // What was being written when the machine went down.
        else if (Date.now() - stats.ctimeMs > 86_400_000) await rm(join(this.folder, part, name))
      }
      yield found
    }
  }

  /** Removes one that was last kept before `before`. */
  async remove(hash: string, before: Date): Promise<boolean> {
    const path = this.pathOf(hash)
    return this.inTurn(hash, async () => {
      const stats = await statOf(path)
      if (!stats || stats.ctime >= before) return false
      await rm(path, { force: true })
      return true
    })
  }

  /** Lays one of this store into another, without a second copy of its bytes where both are on one disk. */
  async layInto(other: PhotoStore, hash: string): Promise<void> {
    if (await other.has(hash)) return
    const path = other.pathOf(hash)
    await mkdir(dirname(path), { recursive: true })
    try {
      await link(this.pathOf(hash), path)
    } catch (fault) {
      if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(String((fault as NodeJS.ErrnoException).code)))
        throw fault
      await copyFile(this.pathOf(hash), `${path}.part`, constants.COPYFILE_FICLONE)
      await rename(`${path}.part`, path)
    }
    await syncFolder(dirname(path))
  }

  /** A part that this program has not yet made sure of may have been made by another server a moment ago. */
  private async layPart(part: string): Promise<void> {
    const made = await mkdir(part, { recursive: true })
    if (made === undefined && this.laid.has(part)) return
    await syncFolder(this.folder)
    this.laid.add(part)
  }

  private async inTurn<T>(hash: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(hash) ?? Promise.resolve()).then(work)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.turns.set(hash, settled)
    try {
      return await mine
    } finally {
      if (this.turns.get(hash) === settled) this.turns.delete(hash)
    }
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}

/** A name in a folder is on the disk once the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

let here: PhotoStore | undefined
/** Said once when the program starts: where photographs are kept. */
export function keepPhotosIn(folder: string): PhotoStore {
  here = new PhotoStore(folder)
  return here
}
export function photos(): PhotoStore {
  if (!here) throw new Error('nobody said where photos are kept')
  return here
}
