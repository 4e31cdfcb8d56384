import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Refusal, refuse } from '../kinds/refusal.ts'

/** A file that somebody sent, kept under a random id in the data folder until it is swept. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly bytes: number
  /** SHA-256 of the content, hex. */
  readonly hash: string
  readonly at: string
}

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const keptFor = 90 * 86_400_000

export class Uploads {
  constructor(
    private readonly folder: string,
    readonly largest = 200_000_000,
  ) {}

  pathOf(id: string): string {
    if (!idPattern.test(id)) throw new RangeError(`not the id of an upload: ${id}`)
    return join(this.folder, id)
  }

  /** Takes a file in from a stream; more than `largest` bytes are refused and nothing is kept. */
  async take(
    from: Readable,
    name: string,
    owner: string,
    now: Date,
  ): Promise<Upload | Refusal<'tooLargeUpload'>> {
    await mkdir(this.folder, { recursive: true })
    await this.sweep(now)
    const id = randomUUID()
    const hash = createHash('sha256')
    let bytes = 0
    const largest = this.largest
    const beside = `${this.pathOf(id)}.part`
    try {
      await pipeline(
        from,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            bytes += chunk.length
            if (bytes > largest) throw new TooLarge()
            hash.update(chunk)
            yield chunk
          }
        },
        createWriteStream(beside),
      )
    } catch (fault) {
      await rm(beside, { force: true })
      if (fault instanceof TooLarge)
        return refuse('tooLargeUpload', { limit: Math.floor(largest / 1_000_000) })
      throw fault
    }
    const upload: Upload = {
      id,
      name: name.slice(0, 200),
      owner,
      bytes,
      hash: hash.digest('hex'),
      at: now.toISOString(),
    }
    await writeFile(`${this.pathOf(id)}.json`, JSON.stringify(upload))
    await rename(beside, this.pathOf(id))
    return upload
  }

  async find(id: string): Promise<Upload | undefined> {
    if (!idPattern.test(id)) return undefined
    try {
      return JSON.parse(await readFile(`${this.pathOf(id)}.json`, 'utf8')) as Upload
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw fault
    }
  }

  /** Files older than ninety days go; what they brought is in the books. */
  private async sweep(now: Date): Promise<void> {
    for (const entry of await readdir(this.folder)) {
      if (!entry.endsWith('.json')) continue
      const upload = await this.find(entry.slice(0, -5))
      if (upload && now.getTime() - Date.parse(upload.at) > keptFor) {
        await rm(join(this.folder, upload.id), { force: true })
        await rm(join(this.folder, entry), { force: true })
      }
    }
  }
}

class TooLarge extends Error {}

let here: Uploads | undefined
/** Said once when the program starts: where sent files are kept. */
export function keepUploadsIn(folder: string): Uploads {
  here = new Uploads(folder)
  return here
}
export function uploads(): Uploads {
  if (!here) throw new Error('nobody said where uploads are kept')
  return here
}
