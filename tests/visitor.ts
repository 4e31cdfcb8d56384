import { newId } from '../platform/kinds/id.ts'
import { httpServer } from '../platform/server/http.ts'
import type { TestDoor } from './door.ts'

export interface Reply<Body = Record<string, unknown>> {
  readonly status: number
  readonly body: Body & { why?: string; fields?: { field: string; message: string }[] }
  readonly headers: Readonly<Record<string, unknown>>
}
/** A browser without a page: it keeps the cookies that it is given. */
export interface Visitor {
  readonly cookies: Map<string, string>
  address: string
  do<Body = Record<string, unknown>>(action: string, input?: unknown, key?: string): Promise<Reply<Body>>
  see<Body = Record<string, unknown>>(view: string, input?: unknown): Promise<Reply<Body>>
  /** Anything else that browsers post. */
  post<Body = Record<string, unknown>>(url: string, body: unknown): Promise<Reply<Body>>
}

/** The house behind its HTTP server, without a port; `clock` may move. */
export async function openHttp(door: TestDoor, clock: () => Date, secureCookies = false) {
  const { house, database } = door
  await house.live.start()
  const { app } = await httpServer({
    door: house.door,
    directory: house.directory,
    live: house.live,
    database,
    clock,
    secureCookies,
  })
  const visitor = (address = '10.0.0.1'): Visitor => {
    const cookies = new Map<string, string>()
    const ask = async (method: 'GET' | 'POST', url: string, payload?: string, key = newId()) => {
      const reply = await app.inject({
        method,
        url,
        remoteAddress: self.address,
        headers: {
          'idempotency-key': key,
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookies.size > 0 ? { cookie: [...cookies].map(([n, v]) => `${n}=${v}`).join('; ') } : {}),
        },
        ...(payload === undefined ? {} : { payload }),
      })
      for (const { name, value } of reply.cookies)
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      return {
        status: reply.statusCode,
        body: reply.body === '' ? {} : reply.json(),
        headers: reply.headers,
      } as Reply<never>
    }
    const self: Visitor = {
      cookies,
      address,
      do: (action, input = {}, key) => ask('POST', `/api/do/${action}`, JSON.stringify(input), key),
      post: (url, body) => ask('POST', url, JSON.stringify(body)),
      see: (view, input = {}) =>
        ask('GET', `/api/see/${view}?input=${encodeURIComponent(JSON.stringify(input))}`),
    }
    return self
  }
  return { app, visitor, close: () => app.close() }
}
