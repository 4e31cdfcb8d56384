import { newId } from '../../platform/kinds/id.ts'

interface Seat {
  readonly cookie: string
  readonly store: string
  readonly person: string
}
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Associates who record one ticket after another and, as a phone does, send the same act again until it is answered.
 * What was answered is acknowledged: it must be stored, once, whatever happened meanwhile.
 */
export class Tills {
  readonly acknowledged: string[] = []
  /** Sent, and no answer by the time everybody stopped: may be stored or not, but at most once. */
  readonly unanswered = new Set<string>()
  readonly refusals: string[] = []
  #isOpen = true
  private constructor(
    private readonly address: () => string,
    private readonly seats: readonly Seat[],
  ) {}

  static async open(address: () => string, width: number): Promise<Tills> {
    const list = (await (await fetch(`${address()}/api/see/access.demoPeople`)).json()) as {
      people: { login: string; position: string }[]
    }
    const managers = list.people.filter((p) => p.position === 'storeManager').slice(0, width)
    return new Tills(address, await Promise.all(managers.map(({ login }) => signIn(address(), login))))
  }

  /** Works until `enough` tickets more are acknowledged, or `stop` says so. */
  async work(enough: number, stop: () => boolean = () => false): Promise<void> {
    const goal = this.acknowledged.length + enough
    this.#isOpen = true
    const isOver = (): boolean => !this.#isOpen || stop() || this.acknowledged.length >= goal
    await Promise.all(
      this.seats.map(async (seat) => {
        while (!isOver()) await this.#record(seat, isOver)
      }),
    )
  }
  close(): void {
    this.#isOpen = false
  }
  /** Of the first of them: who is signed in may listen live. */
  get cookie(): string {
    return this.seats[0]!.cookie
  }

  async #record(seat: Seat, isOver: () => boolean): Promise<void> {
    const id = newId()
    const body = JSON.stringify({
      id,
      store: seat.store,
      lines: [{ style: 'T-1', name: '试', quantity: 1, net: 10_000 }],
      credits: [{ person: seat.person, share: 1 }],
      tenders: [{ tender: 'cash', amount: 10_000 }],
    })
    const headers = { 'content-type': 'application/json', 'idempotency-key': id, cookie: seat.cookie }
    this.unanswered.add(id)
    for (let tries = 0; ; tries++) {
      const reply = await fetch(`${this.address()}/api/do/sales.ticket`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(15_000),
      }).catch(() => undefined)
      const text = await reply?.text().catch(() => undefined)
      if (reply?.ok && text !== undefined) {
        this.acknowledged.push(id)
        this.unanswered.delete(id)
        return
      }
      if (reply && reply.status >= 400 && reply.status < 500) {
        this.refusals.push(`${reply.status} ${text?.slice(0, 200)}`)
        this.unanswered.delete(id)
        return
      }
      if (isOver() && tries > 0) return
      await pause(40)
    }
  }
}

async function signIn(address: string, login: string): Promise<Seat> {
  const reply = await fetch(`${address}/api/do/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'demo' }),
  })
  if (!reply.ok) throw new Error(await reply.text())
  const cookie = reply.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  const me = await whoAmI(address, cookie)
  return { cookie, store: me.appointments[0]!.store.id, person: me.person.id }
}

interface Me {
  readonly person: { id: string }
  readonly appointments: { store: { id: string } }[]
}
/** Asked again for a while: a server that answers too early does not know of the session yet. */
async function whoAmI(address: string, cookie: string): Promise<Me> {
  for (let tries = 0; ; tries++) {
    const reply = await fetch(`${address}/api/see/access.me`, { headers: { cookie } })
    if (reply.ok) return (await reply.json()) as Me
    if (tries > 20) throw new Error(await reply.text())
    await pause(50)
  }
}
