import pg from 'pg'

type Hear = (payload: string) => void

/** One connection of its own for LISTEN, made on first use, made again when it breaks. */
export class Listening {
  readonly #connection: pg.ClientConfig
  readonly #complain: (error: Error) => void
  readonly #channels = new Map<string, Set<Hear>>()
  #client: Promise<pg.Client> | undefined
  #again: NodeJS.Timeout | undefined
  #wait = 100
  #closed = false

  constructor(connection: pg.ClientConfig, complain: (error: Error) => void) {
    this.#connection = connection
    this.#complain = complain
  }

  async listen(channel: string, hear: Hear): Promise<() => Promise<void>> {
    const hearers = this.#channels.get(channel) ?? new Set()
    hearers.add(hear)
    this.#channels.set(channel, hearers)
    const client = await this.#connected()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    return async () => {
      hearers.delete(hear)
      if (hearers.size > 0 || this.#closed) return
      this.#channels.delete(channel)
      // A connection that has just broken listens to nothing: whoever stops listening is not held up by it.
      const open = await this.#client?.catch(() => undefined)
      await open?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(this.#complain)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#again)
    const client = await this.#client?.catch(() => undefined)
    this.#client = undefined
    await client?.end()
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = undefined
      throw error
    })
    return this.#client
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#connection)
    client.on('error', this.#complain)
    client.on('end', () => this.#broken())
    client.on('notification', ({ channel, payload }) => {
      for (const hear of this.#channels.get(channel) ?? []) hear(payload ?? '')
    })
    await client.connect()
    for (const channel of this.#channels.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    this.#wait = 100
    return client
  }

  #broken(): void {
    this.#client = undefined
    if (this.#closed || this.#again) return
    this.#again = setTimeout(() => {
      this.#again = undefined
      this.#connected().catch((error: Error) => {
        this.#complain(error)
        this.#broken()
      })
    }, this.#wait)
    this.#again.unref()
    this.#wait = Math.min(this.#wait * 2, 5000)
  }
}
