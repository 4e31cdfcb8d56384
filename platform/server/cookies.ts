import type { FastifyReply, FastifyRequest } from 'fastify'

const week = 7 * 86_400
/** Browsers keep no cookie longer. */
const longest = 400 * 86_400

/** Behind https the prefix keeps other hosts of the same domain from planting a cookie of ours. */
const nameOf = (name: 'jingwei' | 'jingwei-browser', secure: boolean): string =>
  secure ? `__Host-${name}` : name

/** The session's token lives in one cookie, the token by which the browser itself is known again in another. */
export const sessionCookie = (secure: boolean): string => nameOf('jingwei', secure)

export interface Carried {
  readonly session: string | undefined
  readonly browser: string | undefined
}

export const tokensIn = (request: FastifyRequest, secure: boolean): Carried => ({
  session: plausible(request.cookies[nameOf('jingwei', secure)]),
  browser: plausible(request.cookies[nameOf('jingwei-browser', secure)]),
})

/** Ours are 43 characters; anything else is not worth asking the database about. */
const plausible = (token: string | undefined): string | undefined =>
  token && /^[\w-]{20,200}$/.test(token) ? token : undefined

export function setTokens(
  reply: FastifyReply,
  tokens: { readonly cookie?: string | null; readonly browserCookie?: string },
  secure: boolean,
): void {
  const common = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const { cookie, browserCookie } = tokens
  const session = nameOf('jingwei', secure)
  if (cookie === null) reply.clearCookie(session, common)
  else if (cookie !== undefined) reply.setCookie(session, cookie, { ...common, maxAge: week })
  if (browserCookie !== undefined)
    reply.setCookie(nameOf('jingwei-browser', secure), browserCookie, { ...common, maxAge: longest })
}
