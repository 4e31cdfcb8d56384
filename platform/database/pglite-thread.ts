import type { Worker } from 'node:worker_threads'
import { startThread } from '../server/thread.ts'
import { DatabaseUnavailable } from './fault.ts'
import type { Answered, Asked } from './pglite-worker.ts'
import type { Engine } from './wire.ts'
import { databaseWords, inBoth } from './words.ts'

interface Waiting {
  readonly settle: (answer: Extract<Answered, { id: number }>) => void
  readonly fail: (error: Error) => void
}

const bootLimit = 120_000
const closeLimit = 30_000

/**
 * The embedded engine in a thread of its own, with a watchdog: a call over its limit, or a dead thread, ends
 * the thread; the caller gets an error and the next call finds the database opened (and recovered) again.
 */
export class EngineThread implements Engine {
  readonly #folder: string
  readonly #template: string
  #worker: Worker | undefined
  #starting: Promise<Worker> | undefined
  #waiting = new Map<number, Waiting>()
  #next = 0
  #closed = false
  #generation = 0
  /** Of the engine now open. */
  syncs = 0
  /** Since the process began. */
  bytesWritten = 0
  #writtenBefore = 0

  /** `template`: a file that `makeTemplate` wrote; when it is not there, the first boot takes longer. */
  constructor(folder: string, template: string) {
    this.#folder = folder
    this.#template = template
  }

  get generation(): number {
    return this.#generation
  }

  async open(): Promise<void> {
    await this.#open()
  }

  async exchange(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
    if (this.#closed) throw new DatabaseUnavailable(inBoth(databaseWords.closed))
    const answer = await this.#ask(await this.#open(), new Uint8Array(bytes), limit)
    // An engine that panicked (a full disk, say) returns without the mark that it is ready again.
    const reason =
      'failed' in answer ? answer.failed : isReady(answer.bytes) ? undefined : 'no complete answer'
    if ('failed' in answer || reason !== undefined) {
      const error = new DatabaseUnavailable(inBoth(databaseWords.engineFailed, { reason }))
      await this.#end(error)
      throw error
    }
    this.syncs = answer.syncs
    this.bytesWritten = this.#writtenBefore + answer.bytesWritten
    return answer.bytes
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    const worker = this.#worker ?? (await this.#starting?.catch(() => undefined))
    if (!worker) return
    await this.#ask(worker, 'close', closeLimit).catch(() => undefined)
    this.#worker = undefined
    await worker.terminate()
  }

  #open(): Promise<Worker> {
    if (this.#worker) return Promise.resolve(this.#worker)
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined
    })
    return this.#starting
  }

  #start(): Promise<Worker> {
    this.#generation++
    this.#writtenBefore = this.bytesWritten
    const worker = startThread(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: { folder: this.#folder, template: this.#template },
    })
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        void worker.terminate()
        reject(tookTooLong(bootLimit))
      }, bootLimit)
      const stopped = (reason: string): void => {
        clearTimeout(late)
        const error = new DatabaseUnavailable(inBoth(databaseWords.engineFailed, { reason }))
        reject(error)
        if (this.#worker === worker) this.#forget(error)
      }
      worker.on('error', (error) => stopped(error instanceof Error ? error.message : String(error)))
      worker.on('exit', (code) => stopped(`exit ${code}`))
      worker.on('message', (message: Answered) => {
        if ('ready' in message) {
          clearTimeout(late)
          this.#worker = worker
          resolve(worker)
        } else {
          this.#waiting.get(message.id)?.settle(message)
        }
      })
    })
  }

  #ask(worker: Worker, bytes: Asked['bytes'], limit: number): Promise<Extract<Answered, { id: number }>> {
    const id = this.#next++
    return new Promise<Extract<Answered, { id: number }>>((resolve, reject) => {
      const watchdog = setTimeout(() => void this.#end(tookTooLong(limit)), limit)
      this.#waiting.set(id, {
        settle: (answer) => {
          clearTimeout(watchdog)
          resolve(answer)
        },
        fail: (error) => {
          clearTimeout(watchdog)
          reject(error)
        },
      })
      worker.postMessage({ id, bytes } satisfies Asked, bytes === 'close' ? [] : [bytes.buffer])
    }).finally(() => this.#waiting.delete(id))
  }

  async #end(error: Error): Promise<void> {
    const worker = this.#worker
    if (!worker) return this.#forget(error)
    this.#worker = undefined
    // The thread must be gone before its files are opened again, so a restart waits for it.
    this.#starting = worker.terminate().then(() => this.#start())
    this.#starting
      .catch(() => undefined)
      .finally(() => {
        this.#starting = undefined
      })
    this.#forget(error)
    await this.#starting.catch(() => undefined)
  }

  #forget(error: Error): void {
    this.#worker = undefined
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { fail } of waiting) fail(error)
  }
}

/** The protocol's ReadyForQuery: 'Z', a length of 5, one byte of state. */
const isReady = (bytes: Uint8Array): boolean => bytes.at(-6) === 0x5a && bytes.at(-2) === 5

const tookTooLong = (limit: number): DatabaseUnavailable =>
  new DatabaseUnavailable(inBoth(databaseWords.tookTooLong, { seconds: limit / 1000 }))
