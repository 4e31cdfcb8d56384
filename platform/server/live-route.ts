import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Gathering } from './gathering.ts'
import type { WhoCalls } from './http.ts'
import { concerns, type Live, storesSeen } from './live.ts'
import { problemOf, sendProblem } from './problems.ts'

const beatEvery = 20_000
/** Between two tellings of one page (ms): who sees one store's day hears of it as it happens, who sees hundreds not more often than he can look. */
const shortPause = 250
const longPause = 3_000
const fewStores = 30

/** `GET /api/live`: what happened where, as server-sent events, for as long as the session lasts. */
export function registerLiveRoute(
  app: FastifyInstance,
  { live, whoCalls }: { live: Live; whoCalls: WhoCalls },
): void {
  const open = new Set<ServerResponse>()
  // They would last as long as somebody looks, and the server that is told to stop would wait for them.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })
  app.get('/api/live', async (request, reply) => {
    const { actor, language } = await whoCalls(request)
    if (!actor) return sendProblem(reply, problemOf(401, 'signedOut', language), request)
    reply.hijack()
    const stream = reply.raw
    open.add(stream)
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) stream.setHeader(name, value as string)
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    stream.write('retry: 3000\n\n')
    // A dismissed person's stream ends by itself: at once where the door says whose sessions changed, else at the next beat.
    const lookAgain = (then: () => void): void => {
      whoCalls(request).then(
        (still) => (still.actor ? then() : stream.end()),
        () => stream.end(),
      )
    }
    const gathering = new Gathering(
      (all) => stream.write(all.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')),
      storesSeen(actor) > fewStores ? longPause : shortPause,
    )
    stream.on('drain', () => gathering.taken())
    const deaf = live.hear(({ sessionsOf, ...happening }) => {
      if (sessionsOf?.includes(actor.person)) lookAgain(() => undefined)
      if (concerns(happening, actor)) gathering.add(happening)
    })
    const beat = setInterval(() => lookAgain(() => void stream.write(': beat\n\n')), beatEvery)
    stream.on('close', () => {
      open.delete(stream)
      clearInterval(beat)
      gathering.close()
      deaf()
    })
  })
}
