import { messages, protocol } from '@electric-sql/pglite'
import { DatabaseUnavailable, isStalePlan, SqlFault } from './fault.ts'
import { Queue } from './queue.ts'
import { nameOf } from './statements.ts'
import { parameter, type Read, readerOf } from './types.ts'

const { serialize, Parser } = protocol

/** Sends bytes of PostgreSQL's protocol to an engine and brings back what it answered. */
export interface Engine {
  /** Throws `DatabaseUnavailable` when the engine failed or took longer than `limit` milliseconds. */
  exchange(bytes: Uint8Array, limit: number): Promise<Uint8Array>
  /** Grows whenever the engine was opened again: what it had prepared, or begun, is gone. */
  readonly generation: number
  close(): Promise<void>
}

interface Prepared {
  readonly fields: readonly { readonly name: string; readonly read: Read }[]
}
interface Answer {
  readonly rows: (string | null)[][]
  readonly fields: Prepared['fields'] | undefined
  readonly prepared: boolean
  readonly tag: string
  readonly fault: messages.DatabaseError | undefined
  readonly finished: boolean
}

const most = 1000

/** Statements over an engine's protocol, each prepared once; strictly one after the other. */
export class Wire {
  readonly #engine: Engine
  readonly #hear: (channel: string, payload: string) => void
  readonly #prepared = new Map<string, Prepared>()
  readonly #line = new Queue()
  #generation = -1

  constructor(engine: Engine, hear: (channel: string, payload: string) => void) {
    this.#engine = engine
    this.#hear = hear
  }

  query<Row>(sql: string, parameters: readonly unknown[], limit: number, again: boolean): Promise<Row[]> {
    return this.#line.run(async () => {
      const first = await this.#execute(sql, parameters, limit)
      if (!first.fault) return toRows<Row>(first)
      if (!again || !isStalePlan(first.fault.code, first.fault.message)) throw fault(first.fault, sql)
      await this.#simple('deallocate all', limit)
      this.#prepared.clear()
      const second = await this.#execute(sql, parameters, limit)
      if (second.fault) throw fault(second.fault, sql)
      return toRows<Row>(second)
    })
  }

  /** One or several statements without parameters; returns the tag of the last: 'COMMIT', 'ROLLBACK'… */
  simple(sql: string, limit: number): Promise<string> {
    return this.#line.run(async () => {
      const answer = await this.#simple(sql, limit)
      if (answer.fault) throw fault(answer.fault, sql)
      return answer.tag
    })
  }

  async #simple(sql: string, limit: number): Promise<Answer> {
    return this.#read(await this.#engine.exchange(serialize.query(sql), limit), undefined)
  }

  async #execute(sql: string, parameters: readonly unknown[], limit: number): Promise<Answer> {
    if (this.#generation !== this.#engine.generation || this.#prepared.size > most) await this.#forget(limit)
    const name = nameOf(sql)
    const prepared = this.#prepared.get(name)
    const run = [
      serialize.bind({ statement: name, values: parameters.map(bound) }),
      serialize.execute(),
      serialize.sync(),
    ]
    const message = prepared
      ? run
      : [serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name }), ...run]
    const answer = this.#read(await this.#engine.exchange(Buffer.concat(message), limit), prepared)
    if (!prepared && answer.prepared) this.#prepared.set(name, { fields: answer.fields ?? [] })
    return answer
  }

  async #forget(limit: number): Promise<void> {
    if (this.#generation === this.#engine.generation) await this.#simple('deallocate all', limit)
    this.#generation = this.#engine.generation
    this.#prepared.clear()
  }

  #read(bytes: Uint8Array, prepared: Prepared | undefined): Answer {
    const rows: (string | null)[][] = []
    let fields = prepared?.fields
    let parsed = false
    let described = false
    let tag = ''
    let failed: messages.DatabaseError | undefined
    let finished = false
    new Parser().parse(bytes, (message) => {
      if (message instanceof messages.DataRowMessage) rows.push(message.fields)
      else if (message instanceof messages.RowDescriptionMessage) {
        fields = message.fields.map((field) => ({ name: field.name, read: readerOf(field.dataTypeID) }))
      } else if (message instanceof messages.CommandCompleteMessage) tag = message.text
      else if (message instanceof messages.DatabaseError) failed ??= message
      else if (message instanceof messages.NotificationResponseMessage)
        this.#hear(message.channel, message.payload)
      else if (message.name === 'parseComplete') parsed = true
      else if (message.name === 'noData') described = true
      else if (message.name === 'readyForQuery') finished = true
    })
    if (!finished) throw new DatabaseUnavailable('the engine gave no complete answer')
    // What Describe said of the columns, or that there are none, holds for later runs only when it got that far.
    return {
      rows,
      fields,
      prepared: parsed && (described || fields !== undefined || !failed),
      tag,
      fault: failed,
      finished,
    }
  }
}

function toRows<Row>({ rows, fields = [] }: Answer): Row[] {
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (const [i, field] of fields.entries()) {
      const text = values[i] ?? null
      row[field.name] = text === null ? null : field.read(text)
    }
    return row as Row
  })
}

const bound = (value: unknown): string | Uint8Array | null => parameter(value)

const fault = (error: messages.DatabaseError, sql: string): SqlFault =>
  new SqlFault(error, sql.slice(0, 500), { cause: error })
