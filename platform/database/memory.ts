import { PGlite } from '@electric-sql/pglite'
import type { Database } from './database.ts'
import { Embedded } from './embedded.ts'
import type { Engine } from './wire.ts'

export interface MemoryOptions {
  /** A cluster as `dumpMemory` gave it, to begin from instead of an empty one. */
  readonly snapshot?: Blob
}

/** A database that lives as long as this process: for tests and previews. No thread, no watchdog, no disk. */
export async function openMemory({ snapshot }: MemoryOptions = {}): Promise<Database> {
  return new Embedded(await MemoryEngine.open(snapshot))
}

/** Makes a cluster in memory, empty or from a snapshot, lets `prepare` fill it, and gives it back as one for `openMemory`. */
export async function dumpMemory(prepare: (db: Database) => Promise<void>, from?: Blob): Promise<Blob> {
  const engine = await MemoryEngine.open(from)
  const database = new Embedded(engine)
  await prepare(database)
  await database.script('checkpoint')
  const snapshot = await engine.dump()
  await database.close()
  return snapshot
}

class MemoryEngine implements Engine {
  readonly generation = 1
  readonly #engine: PGlite

  private constructor(engine: PGlite) {
    this.#engine = engine
  }

  static async open(snapshot: Blob | undefined): Promise<MemoryEngine> {
    const startParams = [...PGlite.defaultStartParams, '-c', 'TimeZone=UTC', '-c', 'shared_buffers=16MB']
    const initDbStartParams = ['--wal-segsize=1', '--no-sync']
    return new MemoryEngine(
      await PGlite.create({ startParams, initDbStartParams, ...(snapshot && { loadDataDir: snapshot }) }),
    )
  }

  async exchange(bytes: Uint8Array): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    await this.#engine.execProtocolRawStream(bytes, {
      syncToFs: false,
      onRawData: (data) => chunks.push(data.slice()),
    })
    return Buffer.concat(chunks)
  }

  dump(): Promise<Blob> {
    return this.#engine.dumpDataDir('none')
  }

  close(): Promise<void> {
    return this.#engine.close()
  }
}
