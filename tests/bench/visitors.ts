import { Agent, request } from 'node:http'

let agent = new Agent({ keepAlive: true, maxSockets: 64 })
/** From here on so many connections may stand open: who comes does not wait here for those before. */
export const comeAtOnce = (maxSockets: number): void => {
  agent = new Agent({ keepAlive: true, maxSockets })
}

export interface Answer {
  readonly status: number
  readonly text: string
  readonly cookies: readonly string[]
}

/** One request over a connection that is kept, with as little work of its own as Node allows. */
export function ask(
  port: number,
  path: string,
  { body, cookie, key }: { body?: string; cookie?: string; key?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...(cookie ? { cookie } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
      },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            cookies: (reply.headers['set-cookie'] ?? []).map((c) => c.split(';')[0]!),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

export const view = (name: string, input: unknown): string =>
  `/api/see/${name}?input=${encodeURIComponent(JSON.stringify(input))}`

export interface SignedIn {
  readonly cookie: string
  readonly person: string
  readonly store: string
}

/** Signs in people of the demo chain who hold a position, at most so many. */
export async function signInPeople(port: number, position: string, most: number): Promise<SignedIn[]> {
  const list = JSON.parse((await ask(port, '/api/see/access.demoPeople')).text) as {
    people: { login: string; position: string }[]
  }
  const wanted = list.people.filter((p) => p.position === position).slice(0, most)
  return Promise.all(
    wanted.map(async ({ login }) => {
      const reply = await ask(port, '/api/do/access.signIn', {
        body: JSON.stringify({ login, password: 'demo' }),
      })
      if (reply.status !== 200) throw new Error(`${login} could not sign in: ${reply.text}`)
      const cookie = reply.cookies.join('; ')
      const me = JSON.parse((await ask(port, view('access.me', {}), { cookie })).text) as {
        person: { id: string }
        appointments: { store: { id: string } | null }[]
      }
      return {
        cookie,
        person: me.person.id,
        store: me.appointments.find((a) => a.store)?.store?.id ?? '',
      }
    }),
  )
}

/** `width` workers, one after another each, for `seconds`; how many a second, and how long each took, sorted. */
export async function drive(
  width: number,
  seconds: number,
  work: (worker: number) => Promise<void>,
): Promise<{ perSecond: number; took: number[] }> {
  const took: number[] = []
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    Array.from({ length: width }, async (_, worker) => {
      while (performance.now() < until) {
        const at = performance.now()
        await work(worker)
        took.push(performance.now() - at)
      }
    }),
  )
  return {
    perSecond: (took.length * 1000) / (performance.now() - began),
    took: took.sort((a, b) => a - b),
  }
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
