import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadLimits } from './limits.ts'
import type { FromReader } from './read.ts'
import { readHere } from './read-here.ts'
import type { TableInfo, TableRow } from './table.ts'

/**
 * The reading thread: streams a file's rows to the main thread in batches and waits when three batches are
 * not yet used, so that neither side holds more of the file than that.
 */
const { path, sheet, limits } = workerData as { path: string; sheet?: string; limits: ReadLimits }
const port = parentPort
if (!port) throw new Error('the reader runs as a worker thread only')

const batchRows = 500
const batchCells = 20_000
let batch: TableRow[] = []
let cells = 0
let lastBytes = 0
let unused = 0
port.on('message', () => {
  unused -= 1
})

const tell = async (info: TableInfo) => send({ kind: 'info', info })
const emit = async (row: TableRow, bytes: number) => {
  batch.push(row)
  cells += row.cells.length
  lastBytes = bytes
  if (batch.length >= batchRows || cells >= batchCells) await flush()
}
async function flush() {
  if (batch.length === 0) return
  send({ kind: 'rows', rows: batch, bytes: lastBytes })
  batch = []
  cells = 0
  unused += 1
  while (unused >= 3) await once(port!, 'message')
}
function send(message: FromReader) {
  port!.postMessage(message)
}

const refusal = await readHere(path, sheet, limits, tell, emit)
if (refusal) send({ kind: 'refused', refusal })
else {
  await flush()
  send({ kind: 'done' })
}
port.close()
