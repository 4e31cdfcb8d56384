import { parentPort, workerData } from 'node:worker_threads'
import { allocateWave } from './allocation.ts'
import type { StockAnswer, StockJob } from './stock-messages.ts'
import { proposeTransfers } from './transfers.ts'

/** The distributing thread: one wave or one round of transfers, then it ends. */
const port = parentPort
if (!port) throw new Error('distribution runs as a worker thread only')
const job = workerData as StockJob
if (job.do === 'allocate') {
  const plan = allocateWave(job.wave)
  const answer: StockAnswer = { did: 'allocate', plan }
  port.postMessage(answer, [plan.pieces.buffer as ArrayBuffer])
} else {
  const answer: StockAnswer = { did: 'transfers', bundles: proposeTransfers(job.stock, job.maxPieces) }
  port.postMessage(answer)
}
