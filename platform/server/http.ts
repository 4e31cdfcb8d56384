import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import cookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Actor } from '../access/who.ts'
import type { Database } from '../database/database.ts'
import type { Language } from '../kinds/words.ts'
import { type Asking, whileAsking } from '../observe/asking.ts'
import type { Figures, Vitals } from '../observe/vitals.ts'
import { registerActs } from './acts-route.ts'
import type { Lane, Limits } from './admission.ts'
import { FileAnswer } from './answer.ts'
import { answerBadAddress, answerBrokenRequest } from './broken-requests.ts'
import { tokensIn } from './cookies.ts'
import type { Directory } from './directory.ts'
import { sendSheet } from './export.ts'
import { Gate, limitsOf, type Send } from './gate.ts'
import { isForeign, secureHeaders } from './headers.ts'
import type { Live } from './live.ts'
import { registerLiveRoute } from './live-route.ts'
import { registerMetrics } from './metrics-route.ts'
import { openApi } from './openapi.ts'
import type { Caller, Outcome } from './outcome.ts'
import type { Door } from './perform.ts'
import { type JsonFault, parsePlainJson } from './plain-json.ts'
import { languageOf, problemOf, sendProblem as send } from './problems.ts'
import { registerSecurityContact } from './security-contact.ts'
import { stopAtOnce } from './stopping.ts'

export interface HttpOptions {
  readonly door: Door
  readonly directory: Directory
  readonly live: Live
  readonly database: Database
  readonly webFolder?: string
  readonly clock: () => Date
  /** Cookies are marked Secure where the site is served over https. */
  readonly secureCookies: boolean
  /** How many proxies stand in front: only what the last of them says of an address is believed. */
  readonly proxies?: number
  /** Where browsers find the house, if not simply at the host they ask. */
  readonly site?: string
  /** How many requests are worked on at once, and how many wait; else as the database bears. */
  readonly limits?: Limits
  /** Hears how long each request took. */
  readonly vitals?: Vitals
  /** What the database knows of itself, for those who watch. */
  readonly figures?: Figures
  /** Who may read `/metrics` from elsewhere. */
  readonly metricsToken?: string
  /** Whom to tell of a weakness: 'mailto:…' or 'https://…'. */
  readonly securityContact?: string
}

export type Asked = FastifyRequest<{ Params: { name: string } }>

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Who asks, for routes beside the door: nobody, too, while something is still to be settled before all else. */
export type WhoCalls = (request: FastifyRequest) => Promise<{ actor: Actor | undefined; language: Language }>

/** A request of the door, done when its turn comes. */
export type InTurn = (
  request: Asked,
  reply: FastifyReply,
  lane: Lane,
  work: (caller: Caller) => Promise<Send>,
) => Promise<FastifyReply>

export async function httpServer(
  options: HttpOptions,
): Promise<{ app: FastifyInstance; whoCalls: WhoCalls; gate: Gate }> {
  const { door, directory, live, database, clock } = options
  const gate = new Gate(options.limits ?? limitsOf(database.engine))
  const app = fastify({
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: (_address: string, hop: number) => hop < (options.proxies ?? 0),
    logger: false,
    genReqId: () => randomUUID().slice(0, 8),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerBadAddress,
  })
  stopAtOnce(app)
  await app.register(cookie)
  app.addHook('onRequest', async (request, reply) => {
    secureHeaders(reply, options.secureCookies)
    reply.header('x-request-id', request.id)
    // By which a phone knows how wrong its own clock is.
    reply.header('house-time', clock().getTime())
    // The static files' negotiation takes a missing header for a fault.
    request.headers['accept-encoding'] ??= 'identity'
    if (isForeign(request))
      return send(reply, problemOf(403, 'foreignOrigin', languageOf(request, undefined)), request)
  })
  const asked = new WeakMap<FastifyRequest, Asking>()
  app.addHook('onResponse', async (request, reply) => {
    const asking = asked.get(request)
    if (asking) options.vitals?.answered(asking, reply.statusCode, reply.elapsedTime)
  })
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const parsed = body === '' ? { value: {} } : parsePlainJson(body as string)
    if (typeof parsed === 'object') done(null, parsed.value)
    else done(Object.assign(new Error(parsed), { statusCode: 400, why: parsed }))
  })
  app.setErrorHandler((error: Error & { statusCode?: number; why?: JsonFault }, request, reply) => {
    const language = languageOf(request, undefined)
    const status = error.statusCode ?? 500
    if (status === 413) return send(reply, problemOf(422, 'tooLarge', language), request)
    if (status < 500) return send(reply, problemOf(400, error.why ?? 'badRequest', language), request)
    const reference = request.id
    console.error(`[${reference}] ${request.method} ${request.url.split('?')[0]}:`, error)
    return send(reply, problemOf(500, 'fault', language, { reference }), request)
  })

  const secretsOf = (request: FastifyRequest) => ({
    bearer: /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1],
    ...tokensIn(request, options.secureCookies),
  })
  const callerOf = async (request: FastifyRequest): Promise<Caller> => {
    const { bearer, session, browser } = secretsOf(request)
    const known = browser && tokenHash(browser)
    const now = clock()
    const actor = bearer
      ? await directory.actorOfToken(database, tokenHash(bearer), now)
      : session
        ? await directory.actorOfSession(database, tokenHash(session), now, known)
        : undefined
    return {
      actor,
      language: languageOf(request, actor),
      address: request.ip,
      site: options.site ?? `${request.protocol}://${request.host}`,
      now,
      ...(known ? { browser: known } : {}),
    }
  }
  const whoCalls: WhoCalls = async (request) => {
    const { actor, language } = await callerOf(request)
    return { actor: actor?.owes ? undefined : actor, language }
  }

  /** A request of the door, when its turn comes. Signing in has a line of its own, where the passwords are checked. */
  const inTurn: InTurn = (request, reply, lane, work) => {
    const { name } = request.params
    // What strangers ask for by names of their own making is one name here.
    const known = name === undefined ? 'outbox' : Object.hasOwn(door.operations, name) ? name : 'unknown'
    const asking = { name: known, id: request.id, statements: 0, databaseMs: 0 }
    asked.set(request, asking)
    return whileAsking(asking, () => turn(request, reply, lane, work))
  }
  const turn = async (
    request: Asked,
    reply: FastifyReply,
    lane: Lane,
    work: (caller: Caller) => Promise<Send>,
  ): Promise<FastifyReply> => {
    const { name } = request.params
    const isSigningIn = Object.hasOwn(door.operations, name) && door.operations[name]?.who === 'anyone'
    if (isSigningIn) return (await work(await callerOf(request)))()
    const { bearer, session } = secretsOf(request)
    const secret = bearer ?? session
    const sendIt = await gate.through(
      request,
      reply,
      { secret: secret && tokenHash(secret), lane },
      async (meet) => {
        const caller = await callerOf(request)
        meet(caller.actor)
        return work(caller)
      },
    )
    return sendIt()
  }

  registerActs(app, { door, live, secureCookies: options.secureCookies, inTurn, answer })

  const seen = async (name: string, request: FastifyRequest, caller: Caller): Promise<Outcome> => {
    const text = (request.query as { input?: unknown }).input
    const parsed = typeof text === 'string' && text !== '' ? parsePlainJson(text) : { value: {} }
    if (typeof parsed === 'string') {
      return { ok: false, problem: problemOf(400, parsed, caller.language) }
    }
    return door.perform(name, parsed.value, caller, 'view')
  }
  app.get<{ Params: { name: string } }>('/api/see/:name', (request, reply) =>
    inTurn(request, reply, 'view', async (caller) => {
      const outcome = await seen(request.params.name, request, caller)
      return () => answer(reply, outcome, request)
    }),
  )
  const exporting = async (request: Asked, reply: FastifyReply, caller: Caller): Promise<Send> => {
    const outcome = await seen(request.params.name, request, caller)
    const operation = door.operations[request.params.name]
    if (!outcome.ok) return () => answer(reply, outcome, request)
    if (operation?.kind !== 'view' || !operation.sheet) {
      const unknown = problemOf(404, 'unknownOperation', caller.language, { name: request.params.name })
      return () => send(reply, unknown, request)
    }
    const format = (request.query as { format?: unknown }).format === 'csv' ? 'csv' : 'xlsx'
    const sheet = operation.sheet(outcome.answer as never, caller.language)
    return () => sendSheet(reply, sheet, format)
  }
  app.get<{ Params: { name: string } }>('/api/export/:name', (request, reply) =>
    inTurn(request, reply, 'view', (caller) => exporting(request, reply, caller)),
  )

  registerLiveRoute(app, { live, whoCalls })

  let description: string | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    description ??= JSON.stringify(openApi(door.operations))
    return reply.type('application/json').send(description)
  })
  if (options.vitals) {
    options.vitals.watch({
      database,
      gate: gate.admission,
      listeners: () => live.hearing,
      figures: options.figures,
      titleOf: (name) => door.operations[name]?.summary,
    })
    registerMetrics(app, { vitals: options.vitals, token: options.metricsToken })
  }
  if (options.securityContact) registerSecurityContact(app, { contact: options.securityContact, clock })
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    await database.query('select 1')
    const reason = database.readOnlyReason()
    return reply.send({ ok: true, readOnly: reason ?? null })
  })

  const hasPages = options.webFolder !== undefined && existsSync(options.webFolder)
  if (hasPages) {
    await app.register(fastifyStatic, {
      root: options.webFolder!,
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        response.setHeader(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
    // A folder asked for by a client that names no encoding is a fault to the static files; the first page is none.
    app.get('/', (_request, reply) => reply.sendFile('index.html'))
  }
  app.setNotFoundHandler((request, reply) => {
    if (hasPages && request.method === 'GET' && !request.url.startsWith('/api/'))
      return reply.sendFile('index.html')
    const name = request.url.split('?')[0]
    return send(reply, problemOf(404, 'unknownOperation', languageOf(request, undefined), { name }), request)
  })
  return { app, whoCalls, gate }
}

function answer(reply: FastifyReply, outcome: Outcome, request: FastifyRequest): FastifyReply {
  if (!outcome.ok) return send(reply, outcome.problem, request)
  reply.header('cache-control', 'no-store')
  if (outcome.answer instanceof FileAnswer) {
    const { name, type, body, as } = outcome.answer
    // Only by the browser that asked, and only for whoever is signed in there.
    if (as === 'shown')
      return reply
        .type(type)
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('vary', 'cookie')
        .send(body)
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(body)
  }
  return reply.type('application/json').send(JSON.stringify(outcome.answer ?? null))
}
