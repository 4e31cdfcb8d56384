import { startThread } from '../../platform/server/thread.ts'
import type { NoMonth } from './draft.ts'
import type { RosterGrid, RosterProblem, RosterProgress, SolvedRoster, SolveSettings } from './shape.ts'
import type { FromSolver, SolveOrder } from './solve-messages.ts'

export interface RunningSolve {
  readonly answer: Promise<SolvedRoster | NoMonth>
  /** Ends the search; the best roster so far is the answer. */
  stop(): void
}

/** Solves in a thread of its own. Each better roster is told as it is found; rejects if the thread fails. */
export function solveInThread(
  problem: RosterProblem,
  settings: SolveSettings,
  tell: (progress: RosterProgress, grid: RosterGrid) => void,
): RunningSolve {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const order: SolveOrder = { problem, settings, stop }
  const worker = startThread(new URL('./solve-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  })
  const answer = new Promise<SolvedRoster | NoMonth>((resolve, reject) => {
    worker.on('message', (message: FromSolver) => {
      if (message.say === 'progress') tell(message.progress, message.grid)
      else resolve(message.say === 'solved' ? message.solved : message.noMonth)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`the solving thread ended with ${code}`)))
  })
  return { answer, stop: () => Atomics.store(stop, 0, 1) }
}
