import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Vitals } from '../observe/vitals.ts'
import { languageOf, problemOf, sendProblem } from './problems.ts'

/**
 * `GET /metrics` for a Prometheus: with the token that the configuration names, or, where it names none, from this very machine
 * only and not through a proxy. Anybody else is told that there is no such thing.
 */
export function registerMetrics(
  app: FastifyInstance,
  { vitals, token }: { vitals: Vitals; token: string | undefined },
): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token))
      return sendProblem(
        reply,
        problemOf(404, 'unknownOperation', languageOf(request, undefined), { name: '/metrics' }),
        request,
      )
    const { type, text } = await vitals.exposition()
    return reply.header('cache-control', 'no-store').type(type).send(text)
  })
}

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined)
    return local.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined
  const given = Buffer.from(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
