import { readFile, stat } from 'node:fs/promises'
import type { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../kinds/refusal.ts'
import { startThread } from '../server/thread.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { readHere } from './read-here.ts'
import type { TableInfo, TableRow } from './table.ts'
import type { FileRefusalWhy } from './words.ts'

export type { TableInfo, TableRow } from './table.ts'

/** What the reading thread says. */
export type FromReader =
  | { kind: 'info'; info: TableInfo }
  | { kind: 'rows'; rows: TableRow[]; bytes: number }
  | { kind: 'done' }
  | { kind: 'refused'; refusal: Refusal<FileRefusalWhy> }

export interface ReadProgress {
  /** Bytes read of `TableInfo.bytes`, and rows handed over so far. */
  bytes: number
  rows: number
}

/** Uses one batch of rows; returning 'enough' stops the reading. */
export type UseRows = (rows: readonly TableRow[], progress: ReadProgress, info: TableInfo) => unknown

/**
 * Reads a table file (.xlsx; CSV or TSV in any usual encoding; their .gz) in a thread of its own with a cap on
 * memory and hands its rows over in batches, waiting for each to be used. Resolves to what the file was, or to
 * a refusal (`fileWords`) for a file that is no table, is damaged, too big or made to harm. Throws what `use` throws.
 */
export async function readTable(
  path: string,
  options: { sheet?: string; limits?: Partial<ReadLimits> },
  use: UseRows,
): Promise<TableInfo | Refusal<FileRefusalWhy>> {
  const limits = { ...readLimits, ...options.limits }
  return (await isSmallText(path))
    ? readSmall(path, limits, use)
    : readInThread(path, options.sheet, limits, use)
}

const small = 262_144
/** A short plain text can do no harm, and is read sooner than a thread starts. */
async function isSmallText(path: string): Promise<boolean> {
  const about = await stat(path).catch(() => undefined)
  if (!about?.isFile() || about.size > small) return false
  const bytes = await readFile(path)
  const isPacked = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b)
  return !isPacked
}

async function readSmall(
  path: string,
  limits: ReadLimits,
  use: UseRows,
): Promise<TableInfo | Refusal<FileRefusalWhy>> {
  let info: TableInfo | undefined
  const rows: TableRow[] = []
  const refusal = await readHere(
    path,
    undefined,
    limits,
    async (told) => {
      info = told
    },
    async (row) => {
      rows.push(row)
    },
  )
  if (refusal) return refusal
  if (!info) return refuse('empty')
  for (let i = 0; i < rows.length; i += 500) {
    const batch = rows.slice(i, i + 500)
    const done = i + batch.length
    if (
      (await use(batch, { bytes: Math.round((info.bytes * done) / rows.length), rows: done }, info)) ===
      'enough'
    )
      break
  }
  return info
}

function readInThread(
  path: string,
  sheet: string | undefined,
  limits: ReadLimits,
  use: UseRows,
): Promise<TableInfo | Refusal<FileRefusalWhy>> {
  return new Promise((resolve, reject) => {
    const worker: Worker = startThread(new URL('./reader-worker.ts', import.meta.url), {
      workerData: { path, sheet, limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32 },
    })
    let info: TableInfo | undefined
    let rows = 0
    let settled = false
    let using = Promise.resolve()
    let silence: NodeJS.Timeout | undefined

    const settle = (finish: () => void) => {
      if (settled) return
      settled = true
      clearTimeout(silence)
      worker.terminate().then(finish, reject)
    }
    const watch = () => {
      clearTimeout(silence)
      silence = setTimeout(() => settle(() => resolve(refuse('tooSlow'))), limits.silence)
    }
    const takeBatch = async (batch: TableRow[], bytes: number) => {
      if (settled || !info) return
      clearTimeout(silence)
      rows += batch.length
      const answer = await use(batch, { bytes, rows }, info)
      if (answer === 'enough') return settle(() => resolve(info!))
      worker.postMessage('more')
      watch()
    }
    worker.on('message', (message: FromReader) => {
      if (message.kind === 'info') info = message.info
      else if (message.kind === 'rows') using = using.then(() => takeBatch(message.rows, message.bytes))
      else if (message.kind === 'refused') using = using.then(() => settle(() => resolve(message.refusal)))
      else using = using.then(() => settle(() => (info ? resolve(info) : resolve(refuse('empty')))))
      using.catch((fault: unknown) => settle(() => reject(fault)))
    })
    worker.on('error', (fault: Error & { code?: string }) => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') settle(() => resolve(refuse('tooMuchMemory')))
      else settle(() => reject(fault))
    })
    worker.on('exit', (code) => {
      using.finally(() => settle(() => reject(new Error(`the reader ended with ${code}`)))).catch(reject)
    })
    watch()
  })
}
