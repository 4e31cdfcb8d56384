import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../access/who.ts'
import { type Language, say } from '../kinds/words.ts'
import type { Problem } from './outcome.ts'
import { serverWords } from './words.ts'

export function sendProblem(reply: FastifyReply, problem: Problem, request: FastifyRequest): FastifyReply {
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, request.url.split('?')[0]!)))
}

/** A problem as it is written (RFC 9457). */
export function problemBody({ status, why, title, facts = {}, field, fields }: Problem, instance: string) {
  return { type: `/problems/${why}`, title, status, detail: title, instance, why, facts, field, fields }
}

export function problemOf(
  status: Problem['status'],
  why: keyof typeof serverWords,
  language: Language,
  facts: Record<string, unknown> = {},
): Problem {
  return { status, why, title: say(serverWords[why], language, facts), facts }
}

/** The page names its language with every request; a program without a wish gets the person's own. */
export function languageOf(request: FastifyRequest, actor: Actor | undefined): Language {
  const wanted = (request.query as { language?: unknown } | null)?.language
  if (wanted === 'zh' || wanted === 'en') return wanted
  const accepted = request.headers['accept-language'] ?? ''
  if (/^zh\b/i.test(accepted)) return 'zh'
  if (/^en\b/i.test(accepted)) return 'en'
  return actor?.language ?? 'zh'
}
