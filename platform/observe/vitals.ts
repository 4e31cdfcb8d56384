import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../database/database.ts'
import type { Sentence } from '../kinds/words.ts'
import { type Asking, asked } from './asking.ts'
import { type Ended, Recent, slowFrom } from './recent.ts'

/** Figures that the database knows: name after `jingwei_`, what it is, and its value. */
export type Figures = () => Promise<readonly (readonly [name: string, help: string, value: number])[]>
/** What else can be counted when somebody looks. */
export interface Sources {
  readonly database: Database
  readonly gate: { readonly serving: number; readonly waiting: number }
  /** Open pages that hear what happens. */
  readonly listeners: () => number
  readonly figures?: Figures | undefined
  /** What an operation does, in words. */
  readonly titleOf?: (name: string) => Sentence | undefined
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** A statement that takes this long is written down (ms). */
const slowStatement = 250

const lateOf = (delay: IntervalHistogram): number => {
  const late = delay.percentile(99) / 1e6
  return Number.isFinite(late) ? late : 0
}

/** How one process does: for those who watch it by a program (`/metrics`), and for the page in plain words. */
export class Vitals {
  readonly recent = new Recent()
  readonly since = Date.now()
  private readonly registry = new Registry()
  private readonly delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 })
  private readonly requests: Histogram<'name' | 'status'>
  private readonly statements: Histogram
  private readonly turned: Counter<'why'>
  private readonly turning: NodeJS.Timeout
  private lateBefore = 0
  private readonly log: (line: object) => void
  constructor(log: (line: object) => void = (line) => console.log(JSON.stringify(line))) {
    this.log = log
    const registers = [this.registry]
    collectDefaultMetrics({ register: this.registry })
    this.requests = new Histogram({
      name: 'jingwei_request_seconds',
      help: 'Time to the answer, by operation and status',
      labelNames: ['name', 'status'],
      buckets: seconds,
      registers,
    })
    this.statements = new Histogram({
      name: 'jingwei_statement_seconds',
      help: 'Time of a statement to the database',
      buckets: seconds,
      registers,
    })
    this.turned = new Counter({
      name: 'jingwei_requests_turned_away_total',
      help: 'Requests told to come again',
      labelNames: ['why'],
      registers,
    })
    this.delay.enable()
    this.turning = setInterval(() => {
      this.lateBefore = lateOf(this.delay)
      this.delay.reset()
    }, 5 * 60_000).unref()
  }

  answered(asking: Asking, status: number, ms: number): void {
    const { name } = asking
    const ended: Ended = status === 429 || status === 503 ? 'turned' : status >= 500 ? 'fault' : 'well'
    this.requests.observe({ name, status: String(status) }, ms / 1_000)
    if (ended === 'turned') this.turned.inc({ why: String(status) })
    this.recent.add(name, ms, ended, Date.now())
    if (ms >= slowFrom)
      this.log({
        at: new Date().toISOString(),
        event: 'slow request',
        operation: name,
        request: asking.id,
        ms: Math.round(ms),
        databaseMs: Math.round(asking.databaseMs),
        statements: asking.statements,
      })
  }

  /** The text of a statement is written down, never its values: they are people's. */
  statement(sql: string, ms: number): void {
    this.statements.observe(ms / 1_000)
    const asking = asked()
    if (asking) {
      asking.statements += 1
      asking.databaseMs += ms
    }
    // Before anybody is served, the making of a chain or an import of the command line takes what it takes.
    if (ms >= slowStatement && (asking || this.watched))
      this.log({
        at: new Date().toISOString(),
        event: 'slow statement',
        operation: asking?.name,
        request: asking?.id,
        ms: Math.round(ms),
        sql: sql.replace(/\s+/g, ' ').trim().slice(0, 300),
      })
  }

  /** The 99th percentile of how late the event loop came in the last five to ten minutes (ms), and the memory in use (bytes). */
  process(): { readonly lateMs: number; readonly memory: number } {
    return { lateMs: Math.max(this.lateBefore, lateOf(this.delay)), memory: process.memoryUsage().rss }
  }

  /** Adds what a server has to count, in the place of a server before it in the same process. */
  watch(sources: Sources): void {
    const { database, gate, listeners, figures } = sources
    this.watched = sources
    const gauge = (name: string, help: string, value: () => number) => {
      this.registry.removeSingleMetric(`jingwei_${name}`)
      return new Gauge({
        name: `jingwei_${name}`,
        help,
        registers: [this.registry],
        collect() {
          this.set(value())
        },
      })
    }
    gauge('requests_serving', 'Requests that are worked on', () => gate.serving)
    gauge('requests_waiting', 'Requests that wait for their turn', () => gate.waiting)
    gauge('live_listeners', 'Open pages that hear what happens', listeners)
    gauge('database_read_only', '1 while nothing can be saved', () => (database.readOnlyReason() ? 1 : 0))
    if (!figures) return
    this.beforeReading = async () => {
      for (const [name, help, value] of await figures()) {
        const of =
          this.known.get(name) ?? new Gauge({ name: `jingwei_${name}`, help, registers: [this.registry] })
        this.known.set(name, of)
        of.set(value)
      }
    }
  }
  /** What is watched: undefined in a process that serves nobody. */
  watched: Sources | undefined
  private readonly known = new Map<string, Gauge>()
  private beforeReading: () => Promise<void> = async () => undefined

  /** All of it as Prometheus reads it. */
  async exposition(): Promise<{ readonly type: string; readonly text: string }> {
    await this.beforeReading()
    return { type: this.registry.contentType, text: await this.registry.metrics() }
  }
  stop(): void {
    clearInterval(this.turning)
    this.delay.disable()
    this.registry.clear()
  }
}

let own: Vitals | undefined
/** Of this process. */
export const vitals = (): Vitals => (own ??= new Vitals())
