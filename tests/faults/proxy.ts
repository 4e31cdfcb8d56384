import { createConnection, createServer, type Server, type Socket } from 'node:net'

/** Stands between two programs on this machine and breaks what passes, as networks do. */
export class TcpProxy {
  readonly #server: Server
  readonly #pairs = new Set<{ near: Socket; far: Socket }>()
  #swallow = false
  #refuse = false

  private constructor(target: () => number) {
    this.#server = createServer((near) => {
      if (this.#refuse) return void near.destroy()
      const far = createConnection(target(), '127.0.0.1')
      const pair = { near, far }
      this.#pairs.add(pair)
      const end = (): void => {
        this.#pairs.delete(pair)
        near.destroy()
        far.destroy()
      }
      for (const socket of [near, far]) socket.on('error', end).on('close', end)
      near.on('data', (data) => far.write(data))
      far.on('data', (data) => {
        // The request got through and was done; its answer never arrives.
        if (this.#swallow) end()
        else near.write(data)
      })
    })
  }

  /** Listens on a free port; `target` is asked at each connection, so that the far side may move. */
  static async before(target: () => number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target)
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    const address = this.#server.address()
    if (typeof address !== 'object' || !address) throw new Error('the proxy is closed')
    return address.port
  }

  /** Answers are dropped, and their connections with them, while this is on. */
  swallowReplies(on: boolean): void {
    this.#swallow = on
  }
  /** New connections are refused and present ones cut while this is on. */
  cutOff(on: boolean): void {
    this.#refuse = on
    if (on) this.cutAll()
  }
  cutAll(): void {
    for (const { near, far } of this.#pairs) {
      near.destroy()
      far.destroy()
    }
  }

  async close(): Promise<void> {
    this.cutAll()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}
