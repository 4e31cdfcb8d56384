import { parentPort, workerData } from 'node:worker_threads'
import highsLoader from 'highs'
import { solveRoster } from './solve.ts'
import type { FromSolver, SolveOrder } from './solve-messages.ts'

/** The solving thread: minutes of arithmetic beside the server. One roster a thread, then it ends. */
const port = parentPort
if (!port) throw new Error('the roster solver runs as a worker thread only')
const { problem, settings, stop } = workerData as SolveOrder
const tell = (message: FromSolver): void => port.postMessage(message)

const answer = solveRoster(problem, settings, await highsLoader(), {
  now: () => performance.now() / 1000,
  isStopped: () => Atomics.load(stop, 0) === 1,
  tell: (progress, plan) => tell({ say: 'progress', progress, grid: plan.rows.map((row) => [...row]) }),
})
tell('stuck' in answer ? { say: 'noMonth', noMonth: answer } : { say: 'solved', solved: answer })
