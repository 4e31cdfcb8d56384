import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isId } from '../kinds/id.ts'
import { mostDate, phoneSays } from './acted.ts'
import { setTokens } from './cookies.ts'
import type { Asked, InTurn } from './http.ts'
import type { Live } from './live.ts'
import type { Caller, Outcome } from './outcome.ts'
import type { Door } from './perform.ts'
import { problemBody, problemOf, sendProblem as send } from './problems.ts'
import { failed } from './refusals.ts'

/** So many acts a phone sends at once when the network is back. */
const mostAtOnce = 50

const key = z.string().min(8).max(80)
const millisecond = z.int().min(-mostDate).max(mostDate)
const outboxInput = z.strictObject({
  /** Whose acts they are: they are not done in the name of who has signed in since. */
  person: z.string().refine(isId),
  /** By the phone's clock, when they are sent. */
  sent: millisecond,
  acts: z
    .array(
      z.strictObject({
        name: z.string().max(80),
        key,
        input: z.unknown(),
        acted: millisecond,
        ahead: z.number().int().nullable(),
      }),
    )
    .min(1)
    .max(mostAtOnce),
})

interface Parts {
  readonly door: Door
  readonly live: Live
  readonly secureCookies: boolean
  readonly inTurn: InTurn
  readonly answer: (reply: FastifyReply, outcome: Outcome, request: FastifyRequest) => FastifyReply
}

/**
 * The door's acts over HTTP: one at a time, or what has waited in a phone's outbox, in its order, each in a transaction of its own
 * and each answered as it would be alone. What a phone sends twice under the same key is done once.
 */
export function registerActs(
  app: FastifyInstance,
  { door, live, secureCookies, inTurn, answer }: Parts,
): void {
  const tell = (outcome: Outcome): void => {
    if (!outcome.ok || !outcome.done) return
    const { done, also = [] } = outcome
    for (const action of [done.action, ...also])
      live.tell({
        action,
        ...(done.store ? { store: done.store } : {}),
        ...(done.area ? { area: done.area } : {}),
        ...(done.sessionsOf?.length ? { sessionsOf: done.sessionsOf } : {}),
      })
  }
  app.post<{ Params: { name: string } }>('/api/do/:name', (request, reply) =>
    inTurn(request, reply, 'action', async (caller) => {
      const { headers } = request
      const given = headers['idempotency-key']
      const usable = key.safeParse(given).data
      if (caller.actor && usable === undefined)
        return () => send(reply, problemOf(400, 'keyMissing', caller.language), request)
      const person = headers['acting-person']
      if (caller.actor && person !== undefined && person !== caller.actor.person)
        return () => send(reply, problemOf(409, 'otherPerson', caller.language), request)
      const says = phoneSays(headers['phone-time'])
      const outcome = await door.perform(
        request.params.name,
        request.body ?? {},
        { ...caller, ...(usable ? { key: usable } : {}), ...(says ? { says } : {}) },
        'action',
      )
      if (outcome.ok) {
        setTokens(reply, outcome, secureCookies)
        if (outcome.repeated) reply.header('idempotent-replay', 'true')
      }
      tell(outcome)
      return () => answer(reply, outcome, request)
    }),
  )

  app.post('/api/do', (request, reply) =>
    inTurn(request as Asked, reply, 'action', async (caller) => {
      const asked = outboxInput.safeParse(request.body)
      if (!caller.actor) return () => send(reply, problemOf(401, 'signedOut', caller.language), request)
      if (!asked.success) return () => send(reply, problemOf(400, 'badRequest', caller.language), request)
      const { person, sent, acts } = asked.data
      if (person !== caller.actor.person)
        return () => send(reply, problemOf(409, 'otherPerson', caller.language), request)
      const answers: { status: number; body: unknown }[] = []
      for (const { name, input, acted, ahead, ...act } of acts) {
        const operation = Object.hasOwn(door.operations, name) ? door.operations[name] : undefined
        const outcome =
          operation?.kind === 'action' && !operation.mayWait
            ? failed(422, 'mayNotWait', caller.language)
            : await door
                .perform(name, input, { ...caller, ...act, says: { acted, sent, ahead } }, 'action')
                .catch((fault: unknown) => faultOf(fault, name, request, caller))
        tell(outcome)
        answers.push(
          outcome.ok
            ? { status: 200, body: outcome.answer ?? null }
            : { status: outcome.problem.status, body: problemBody(outcome.problem, `/api/do/${name}`) },
        )
        // What comes after it would be tried out of turn.
        if (!outcome.ok && (outcome.problem.status >= 500 || outcome.problem.status === 429)) break
      }
      return () => reply.header('cache-control', 'no-store').send({ answers })
    }),
  )
}

function faultOf(fault: unknown, name: string, request: FastifyRequest, caller: Caller): Outcome {
  console.error(`[${request.id}] outbox ${name}:`, fault)
  return failed(500, 'fault', caller.language, { reference: request.id })
}
