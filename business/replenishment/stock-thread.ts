import { startThread } from '../../platform/server/thread.ts'
import type { StockAnswer, StockJob, WaveJob, WavePlan } from './stock-messages.ts'
import type { ChainStock, TransferBundle } from './transfers.ts'

export async function allocateInThread(wave: WaveJob): Promise<WavePlan> {
  const answer = await inThread({ do: 'allocate', wave })
  if (answer.did !== 'allocate') throw new Error('the distributing thread did something else')
  return answer.plan
}

export async function transfersInThread(
  stock: ChainStock,
  maxPieces: number,
): Promise<readonly TransferBundle[]> {
  const answer = await inThread({ do: 'transfers', stock, maxPieces })
  if (answer.did !== 'transfers') throw new Error('the distributing thread did something else')
  return answer.bundles
}

/** A thread a job: its memory is given back when it ends. */
function inThread(job: StockJob): Promise<StockAnswer> {
  const worker = startThread(new URL('./stock-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  })
  return new Promise((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the distributing thread ended with ${code}`)))
  })
}
