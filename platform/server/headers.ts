import type { FastifyReply, FastifyRequest } from 'fastify'

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"

/** `https`: browsers are told never to come back without it; only where it is certain that it is there. */
export function secureHeaders(reply: FastifyReply, https: boolean): void {
  if (https) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  reply.headers({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
}

/** Writes are taken from our own pages (same origin) or from programs without a cookie only. */
export function isForeign(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const { origin } = request.headers
  if (!origin || origin === 'null') return request.headers['sec-fetch-site'] === 'cross-site'
  return URL.canParse(origin) ? new URL(origin).host !== request.headers.host : true
}
