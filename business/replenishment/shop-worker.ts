import { parentPort } from 'node:worker_threads'
import { orderForShop } from './shop-order.ts'
import type { ShopJob } from './shop-shape.ts'

/** The ordering thread: one shop after the other. */
const port = parentPort
if (!port) throw new Error('shops’ orders are made in a worker thread only')
port.on('message', ({ n, job }: { n: number; job: ShopJob }) =>
  port.postMessage({ n, order: orderForShop(job) }),
)
