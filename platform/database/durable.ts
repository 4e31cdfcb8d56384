import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What the file system under the engine has done so far, and who wants to see each sync. */
export interface Counts {
  syncs: number
  bytesWritten: number
  /** Told the path of each file or folder just made durable (a test cuts the power after it). */
  onSync?: (path: string) => void
}

interface Node {
  readonly mode: number
}
interface Stream {
  /** The real descriptor; folders have none. */
  readonly nfd?: number
  readonly node: Node
}
interface NodeFiles {
  readonly stream_ops: {
    fsync?: (stream: Stream) => number
    write: (stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number) => number
  }
  realPath(node: Node): string
  tryFSOperation<T>(work: () => T): T
}

/**
 * As shipped, the engine's file system has no fsync at all: a commit is only in the kernel's memory.
 * This one syncs the descriptor that the engine asks for, and folders too, where renames live.
 */
class DurableFS extends NodeFS {
  readonly #counts: Counts

  constructor(folder: string, counts: Counts) {
    super(folder)
    this.#counts = counts
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const before = emscriptenOpts.preRun ?? []
    const hooks = Array.isArray(before) ? before : [before]
    emscriptenOpts.preRun = [
      (module) => this.#makeDurable((module as unknown as { NODEFS: NodeFiles }).NODEFS),
      ...hooks,
    ]
    return { emscriptenOpts }
  }

  #makeDurable(files: NodeFiles): void {
    const counts = this.#counts
    const write = files.stream_ops.write
    files.stream_ops.write = (stream, buffer, offset, length, position) => {
      const written = write(stream, buffer, offset, length, position)
      counts.bytesWritten += written
      return written
    }
    files.stream_ops.fsync = (stream) => {
      files.tryFSOperation(() => {
        if (stream.nfd) fs.fsyncSync(stream.nfd)
        else syncPath(files.realPath(stream.node))
      })
      counts.syncs++
      counts.onSync?.(files.realPath(stream.node))
      return 0
    }
  }
}

const startParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync', // the engine's fdatasync does nothing
  '-c',
  'TimeZone=UTC',
  '-c',
  'shared_buffers=64MB',
  '-c',
  'max_wal_size=256MB',
]

/** Opens (or, after a crash, recovers) the cluster in `folder`, which `makeCluster` made. */
export function openCluster(folder: string, counts: Counts): Promise<PGlite> {
  if (!fs.existsSync(join(folder, 'PG_VERSION'))) throw new Error(`no database in ${folder}`)
  return PGlite.create({ fs: new DurableFS(folder, counts), startParams: startParameters })
}

/**
 * The first boot: made beside under another name, every file synced once, then renamed. A power cut at any
 * moment leaves either no database or a whole one. With a `template` (see `makeTemplate`) it is unpacked, which
 * takes a second; without one it is made from nothing, which takes several.
 */
export async function makeCluster(folder: string, template?: string): Promise<void> {
  if (fs.existsSync(join(folder, 'PG_VERSION'))) return
  fs.mkdirSync(dirname(folder), { recursive: true })
  const making = `${folder}.making`
  fs.rmSync(making, { recursive: true, force: true })
  const from = template && fs.existsSync(template) ? await fs.openAsBlob(template) : undefined
  const made = await PGlite.create({
    fs: new DurableFS(making, { syncs: 0, bytesWritten: 0 }),
    ...(from && { loadDataDir: new Blob([from], { type: 'application/x-gzip' }) }),
  })
  await made.close()
  syncTree(making)
  fs.renameSync(making, folder)
  syncPath(dirname(folder))
}

/** Writes an empty cluster, compressed, to `file`: made when the program is built, used at its first start. */
export async function makeTemplate(file: string): Promise<void> {
  const engine = await PGlite.create()
  await engine.exec('checkpoint')
  const dump = await engine.dumpDataDir('gzip')
  await engine.close()
  const beside = `${file}.${process.pid}`
  fs.mkdirSync(dirname(file), { recursive: true })
  fs.writeFileSync(beside, Buffer.from(await dump.arrayBuffer()))
  fs.renameSync(beside, file)
}

export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
}

function syncPath(path: string): void {
  // Windows cannot open a folder for this; its file systems journal names by themselves.
  if (process.platform === 'win32' && fs.statSync(path).isDirectory()) return
  const descriptor = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
