import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Actor } from '../access/who.ts'
import { isRefusal } from '../kinds/refusal.ts'
import { type Language, say } from '../kinds/words.ts'
import type { WhoCalls } from '../server/http.ts'
import type { Uploads } from './uploads.ts'
import { fileWords } from './words.ts'

export interface FileRouteOptions {
  readonly uploads: Uploads
  readonly whoCalls: WhoCalls
  readonly clock: () => Date
  /** Whether this person may send files at all. */
  readonly may: (actor: Actor) => boolean
}

/**
 * `PUT /api/files` takes one file as it is (application/octet-stream, its name percent-encoded in `x-file-name`)
 * and answers { id, name, bytes }. What is done with it is said by an action that names the id.
 */
export function registerFileRoutes(
  app: FastifyInstance,
  { uploads, whoCalls, clock, may }: FileRouteOptions,
): void {
  // The body is handed on as a stream; nothing of it is held in memory.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  app.put('/api/files', { bodyLimit: uploads.largest + 1_000_000 }, async (request, reply) => {
    const { actor, language } = await whoCalls(request)
    if (!actor) return problem(reply, 401, 'signInFirst', language)
    if (!may(actor)) return problem(reply, 403, 'mayNotSend', language)
    const name = nameIn(request.headers['x-file-name'])
    if (name === undefined) return problem(reply, 422, 'nameMissing', language)
    const taken = await uploads.take(request.body as Readable, name, actor.person, clock())
    if (isRefusal(taken)) return problem(reply, 422, 'tooLargeUpload', language, taken.facts)
    return { id: taken.id, name: taken.name, bytes: taken.bytes }
  })
}

function nameIn(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header === '') return undefined
  try {
    return (
      decodeURIComponent(header)
        .replace(/^.*[/\\]/, '')
        .trim() || undefined
    )
  } catch (fault) {
    if (fault instanceof URIError) return undefined
    throw fault
  }
}

function problem(
  reply: FastifyReply,
  status: 401 | 403 | 422,
  why: keyof typeof fileWords,
  language: Language,
  facts: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const title = say(fileWords[why], language, facts)
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: `/problems/${why}`, title, status, detail: title, why, facts }))
}
