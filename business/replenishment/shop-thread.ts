import type { Worker } from 'node:worker_threads'
import { startThread } from '../../platform/server/thread.ts'
import type { ShopJob, ShopOrder } from './shop-shape.ts'

interface Asked {
  done(order: ShopOrder): void
  failed(fault: Error): void
}
/** One thread for the process, started with the first order: a shop is a matter of milliseconds, a thread is not. */
let thread: { readonly worker: Worker; readonly waiting: Map<number, Asked> } | undefined
let last = 0

/** Throws what the thread throws; the next order then starts a new one. */
export function orderInThread(job: ShopJob): Promise<ShopOrder> {
  const { worker, waiting } = running()
  last += 1
  const n = last
  return new Promise((resolve, reject) => {
    const settle = () => {
      waiting.delete(n)
      // A process with nothing else to do may end.
      if (waiting.size === 0) worker.unref()
    }
    waiting.set(n, {
      done: (order) => {
        settle()
        resolve(order)
      },
      failed: (fault) => {
        settle()
        reject(fault)
      },
    })
    worker.ref()
    worker.postMessage({ n, job })
  })
}

function running(): NonNullable<typeof thread> {
  if (thread) return thread
  const worker = startThread(new URL('./shop-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  const started = { worker, waiting: new Map<number, Asked>() }
  worker.unref()
  const end = (fault: Error) => {
    if (thread === started) thread = undefined
    for (const one of [...started.waiting.values()]) one.failed(fault)
  }
  worker.on('message', ({ n, order }: { n: number; order: ShopOrder }) => started.waiting.get(n)?.done(order))
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the ordering thread ended with ${code}`)))
  thread = started
  return started
}
