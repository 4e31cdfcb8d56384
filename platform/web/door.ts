import { say } from '../kinds/words.ts'
import { answered, unanswered } from './network.ts'
import { preferences } from './preferences.ts'
import { type Problem, ProblemError } from './problem.ts'
import { proven, renews, tokenNow } from './proof.ts'
import { webWords } from './words.ts'

/** Asks the server for a view. Throws ProblemError. */
export function see(name: string, input: unknown = {}, signal?: AbortSignal): Promise<unknown> {
  return ask(`/api/see/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    signal: signal ?? null,
  })
}

/** Asks the server to do something. The same key with the same input is done once, however often it is sent. */
export function act(name: string, input: unknown, idempotencyKey: string): Promise<unknown> {
  const asked = ask(`/api/do/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(input ?? {}),
  })
  return renewing.has(name) ? renews(asked) : asked
}

/** Acts after which the session goes on under another token. */
const renewing: ReadonlySet<string> = new Set([
  'access.signIn',
  'access.passkeySignIn',
  'access.proveByPassword',
  'access.proveByCode',
  'access.proveByPasskey',
  'access.changePassword',
  'access.choosePassword',
])

let signedOut = (): void => undefined
/** Called when the server no longer knows the session: it has ended, here or elsewhere. */
export const whenSignedOut = (hear: () => void): void => {
  signedOut = hear
}

/** Where an Excel file of a view is fetched from. */
export const exportAddress = (
  name: string,
  input: unknown,
  format: 'xlsx' | 'csv' | 'pdf' = 'xlsx',
): string =>
  `/api/export/${name}?input=${encodeURIComponent(JSON.stringify(input))}&format=${format}&language=${preferences().language}`

async function ask(address: string, request: RequestInit): Promise<unknown> {
  const tokenChanged = tokenNow()
  try {
    return await fetched(address, request)
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault
    if (fault.isSignedOut && (await tokenChanged())) return fetched(address, request)
    if (fault.why === 'proveAgain' && (await proven())) return fetched(address, request)
    // Who asks whether anybody is signed in has the answer already.
    if (fault.isSignedOut && !address.startsWith('/api/see/access.me?')) signedOut()
    throw fault
  }
}

async function fetched(address: string, request: RequestInit): Promise<unknown> {
  const { language } = preferences()
  const headers = new Headers(request.headers)
  headers.set('accept-language', language === 'zh' ? 'zh-CN' : 'en')
  let reply: Response
  try {
    reply = await fetch(address, { ...request, headers, credentials: 'same-origin' })
  } catch (fault) {
    if (request.signal?.aborted) throw fault
    unanswered()
    throw new ProblemError({ status: 0, why: 'network', detail: say(webWords.noAnswer, language) })
  }
  // A gateway in between that cannot reach the server is the network being down, not an answer.
  if (reply.status === 502 || reply.status === 504) {
    unanswered()
    throw new ProblemError({ status: 0, why: 'network', detail: say(webWords.noAnswer, language) })
  }
  answered()
  if (reply.ok) return reply.status === 204 ? undefined : await reply.json()
  throw new ProblemError(await problemOf(reply))
}

async function problemOf(reply: Response): Promise<Problem> {
  const kind = reply.headers.get('content-type') ?? ''
  if (kind.includes('json')) return { ...((await reply.json()) as Problem), status: reply.status }
  return {
    status: reply.status,
    detail: say(webWords.serverFault, preferences().language, { status: reply.status }),
  }
}
