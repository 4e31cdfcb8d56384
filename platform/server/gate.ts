import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../access/who.ts'
import { Admission, type Lane, type Limits, type Turned } from './admission.ts'
import { languageOf, problemOf, sendProblem } from './problems.ts'

/**
 * What one process serves at once. The embedded database does one thing at a time; with a server of its own, what is asked
 * meanwhile is worked on. A page asks up to a dozen things at once, and all phones of a store are one party.
 */
export const limitsOf = (engine: 'pglite' | 'postgres'): Limits => ({
  seats: engine === 'pglite' ? 12 : 24,
  waiting: 1_200,
  waitingEach: 120,
  patience: { action: 8_000, view: 1_500 },
})
/** Seconds after which one may come again. */
const comeAgainIn: Readonly<Record<Turned, number>> = { overloaded: 3, tooMany: 2, waitedLong: 3 }
const mostRemembered = 20_000

export type Send = () => FastifyReply | Promise<FastifyReply>

/**
 * The house's gate: who a request belongs to is known by its secret alone, before anything is asked of the database. A secret
 * that was not answered yet may be anybody's making: until then its line is that of its address.
 */
export class Gate {
  readonly admission: Admission
  private readonly parties = new Map<string, string>()
  constructor(limits: Limits) {
    this.admission = new Admission(limits)
  }

  /**
   * Works on the request when its turn comes, or says that it may come again. `work` hands back what sends the answer: who is slow
   * to take it holds no seat meanwhile.
   */
  async through(
    request: FastifyRequest,
    reply: FastifyReply,
    { secret, lane }: { secret: string | undefined; lane: Lane },
    work: (meet: (actor: Actor | undefined) => void) => Promise<Send>,
  ): Promise<Send> {
    const known = secret && this.parties.get(secret)
    const entered = await this.admission.enter(known || request.ip, lane)
    if (typeof entered === 'string') return () => turnedAway(request, reply, entered)
    try {
      return await work((actor) => {
        if (secret && actor && !known) this.remember(secret, partyOf(actor))
      })
    } finally {
      entered()
    }
  }
  private remember(secret: string, party: string): void {
    const [oldest] = this.parties
    if (this.parties.size >= mostRemembered && oldest) this.parties.delete(oldest[0])
    this.parties.set(secret, party)
  }
}

/** Who works in one store shares its line with its other phones and tills; who works for several has one of his own. */
function partyOf(actor: Actor): string {
  if (actor.onlyStore) return actor.onlyStore
  const stores = new Set(actor.appointments.map((a) => a.store))
  const [store] = stores
  return stores.size === 1 && store ? store : actor.person
}

function turnedAway(request: FastifyRequest, reply: FastifyReply, why: Turned): FastifyReply {
  reply.header('retry-after', String(comeAgainIn[why]))
  const language = languageOf(request, undefined)
  return sendProblem(
    reply,
    why === 'tooMany' ? problemOf(429, 'tooMany', language) : problemOf(503, 'busy', language),
    request,
  )
}
