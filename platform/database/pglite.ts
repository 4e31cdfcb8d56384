import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'
import { Embedded, type EmbeddedOptions } from './embedded.ts'
import { lockFolder } from './lock.ts'
import { EngineThread } from './pglite-thread.ts'
import { freeBytes, Space } from './space.ts'
import { Upkeep, type UpkeepOptions } from './upkeep.ts'

export interface PgliteOptions extends EmbeddedOptions {
  /** Below this many free bytes nothing more is written. */
  readonly floor?: number
  /** How much is free, in bytes; the disk of `dataDir` unless told otherwise. */
  readonly free?: () => Promise<number>
  /** How often the disk is looked at. Milliseconds. */
  readonly lookEvery?: number
  /** The empty cluster that the first boot unpacks; the one beside the bundle unless told otherwise. */
  readonly template?: string
  readonly upkeep?: UpkeepOptions
  readonly complain?: (error: unknown) => void
}

/** The embedded database of a folder, with what a test needs to see of its engine. */
export interface EmbeddedFolder extends Database {
  /** fsyncs that the engine has made since it was opened. */
  readonly syncs: number
}

const besideBundle = fileURLToPath(new URL('./database-template.tgz', import.meta.url))
const megabyte = 1024 * 1024

/**
 * Opens the embedded database in `<dataDir>/database`, making it on the first boot.
 * Throws `FolderInUse` when another process has the folder.
 */
export async function openPglite(dataDir: string, options: PgliteOptions = {}): Promise<EmbeddedFolder> {
  const complain = options.complain ?? complainOnStderr
  let lost: string | undefined
  const lock = await lockFolder(dataDir, (reason) => {
    lost = reason
    complain(new Error(reason))
  })
  const thread = new EngineThread(join(dataDir, 'database'), options.template ?? besideBundle)
  try {
    await thread.open()
    const space = new Space(options.floor ?? 200 * megabyte, options.free ?? (() => freeBytes(dataDir)))
    await space.look()
    return new Folder(
      thread,
      { ...options, complain },
      space,
      () => lost,
      () => lock.release(),
    )
  } catch (error) {
    await thread.close()
    lock.release()
    throw error
  }
}

class Folder extends Embedded implements EmbeddedFolder {
  readonly #thread: EngineThread
  readonly #upkeep: Upkeep
  readonly #looking: NodeJS.Timeout
  readonly #release: () => void

  constructor(
    thread: EngineThread,
    options: PgliteOptions & { complain: (error: unknown) => void },
    space: Space,
    lost: () => string | undefined,
    release: () => void,
  ) {
    super(thread, options)
    this.#thread = thread
    this.#release = release
    this.readOnlyWhile(() => lost() ?? space.reason)
    this.#upkeep = new Upkeep(this, () => thread.bytesWritten, options.complain, options.upkeep)
    this.#looking = setInterval(() => {
      space.look().catch(options.complain)
    }, options.lookEvery ?? 2000)
    this.#looking.unref()
  }

  get syncs(): number {
    return this.#thread.syncs
  }

  override async close(): Promise<void> {
    clearInterval(this.#looking)
    await this.#upkeep.stop()
    await super.close()
    this.#release()
  }
}

const complainOnStderr = (error: unknown): void => {
  process.stderr.write(`embedded database: ${error instanceof Error ? error.message : String(error)}\n`)
}
