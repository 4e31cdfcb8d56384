import type { Worker } from 'node:worker_threads'
import type { Day } from '../../../platform/kinds/day.ts'
import { startThread } from '../../../platform/server/thread.ts'
import type { FromPlanner, PlanFrame, StoreHistory, StoreMonth, ToPlanner } from './plan-messages.ts'
import type { StoreProposal } from './propose.ts'
import type { DayProposal } from './propose-days.ts'

/** A year planned in the planning thread, which keeps it until it is forgotten or the thread ends. */
export interface ThreadPlan {
  readonly proposals: readonly StoreProposal[]
  readonly historyUntil: Day | null
  /** Day weights of store months, in the order asked for. */
  days(asked: readonly StoreMonth[]): Promise<readonly (readonly DayProposal[])[]>
  isAlive(): boolean
  forget(): void
}

interface Waiting {
  heard(message: FromPlanner): void
  failed(fault: Error): void
}
/** One thread for the process, started with the first plan. */
interface Thread {
  readonly worker: Worker
  readonly waiting: Set<Waiting>
  isAlive: boolean
}
let thread: Thread | undefined
let lastNumber = 0

/** MB; 300 stores with three years take about 150. */
const memory = 1_024

/**
 * Plans a year from a frame and stores that come in parts. Nothing of the arithmetic runs in this thread. Throws
 * what the planning thread throws; the next plan then starts a new one.
 */
export async function planInThread(
  frame: PlanFrame,
  parts: AsyncIterable<readonly StoreHistory[]>,
): Promise<ThreadPlan> {
  const at = running()
  lastNumber += 1
  const plan = lastNumber
  const send = (message: ToPlanner) => at.worker.postMessage(message)
  send({ plan, say: 'begin', frame })
  for await (const stores of parts) send({ plan, say: 'stores', stores })
  const proposals: StoreProposal[] = []
  const historyUntil = await answered<Day | null>(
    at,
    (message, done) => {
      if (message.plan !== plan) return
      if (message.say === 'proposals') proposals.push(...message.proposals)
      if (message.say === 'planned') done(message.historyUntil)
    },
    () => send({ plan, say: 'plan' }),
  )
  let requests = 0
  return {
    proposals,
    historyUntil,
    isAlive: () => at.isAlive,
    forget: () => send({ plan, say: 'forget' }),
    days(asked) {
      requests += 1
      const request = requests
      return answered<readonly (readonly DayProposal[])[]>(
        at,
        (message, done) => {
          if (message.plan === plan && message.say === 'days' && message.request === request)
            done(message.days)
        },
        () => send({ plan, say: 'days', request, asked }),
      )
    },
  }
}

function answered<Answer>(
  at: Thread,
  hear: (message: FromPlanner, done: (answer: Answer) => void) => void,
  ask: () => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (!at.isAlive) return reject(new Error('the planning thread has ended'))
    const one: Waiting = {
      heard: (message) =>
        hear(message, (answer) => {
          settle()
          resolve(answer)
        }),
      failed: (fault) => {
        settle()
        reject(fault)
      },
    }
    const settle = () => {
      at.waiting.delete(one)
      // A process with nothing else to do may end.
      if (at.waiting.size === 0) at.worker.unref()
    }
    at.waiting.add(one)
    at.worker.ref()
    ask()
  })
}

function running(): Thread {
  if (thread?.isAlive) return thread
  const worker = startThread(new URL('./plan-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const started: Thread = { worker, waiting: new Set(), isAlive: true }
  worker.unref()
  const end = (fault: Error) => {
    started.isAlive = false
    for (const one of [...started.waiting]) one.failed(fault)
  }
  worker.on('message', (message: FromPlanner) => {
    for (const one of [...started.waiting]) one.heard(message)
  })
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the planning thread ended with ${code}`)))
  thread = started
  return started
}
