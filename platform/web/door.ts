import { say } from '../kinds/words.ts'
import { answered, unanswered } from './network.ts'
import { type Answer, type KeptAct, phoneTime } from './outbox/rules.ts'
import { lastAnswer, rememberAnswer } from './outbox/seen.ts'
import { preferences } from './preferences.ts'
import { type Problem, ProblemError } from './problem.ts'
import { proven, renews, tokenNow } from './proof.ts'
import { webWords } from './words.ts'

/** Asks the server for a view; without network the last answer that was seen of it here. Throws ProblemError. */
export async function see(name: string, input: unknown = {}, signal?: AbortSignal): Promise<unknown> {
  const asked = ask(`/api/see/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    signal: signal ?? null,
  })
  void asked.then(
    (answer) => rememberAnswer(name, input, answer),
    () => undefined,
  )
  try {
    return await orSeenBefore(asked, name, input)
  } catch (fault) {
    const kept = fault instanceof ProblemError && fault.isNetwork ? await lastAnswer(name, input) : undefined
    if (kept) return kept.answer
    throw fault instanceof ProblemError && fault.isNetwork ? networkProblem('notSeenHere') : fault
  }
}

/** A network that neither carries nor fails: after a while what was seen before will do. Milliseconds. */
const patience = 10_000
async function orSeenBefore(asked: Promise<unknown>, name: string, input: unknown): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hung = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  }).then(async () => {
    const kept = await lastAnswer(name, input)
    if (!kept) return asked
    unanswered()
    return kept.answer
  })
  return Promise.race([asked, hung]).finally(() => clearTimeout(timer))
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

/** Longer an answer to acts is not waited for. Milliseconds. */
const longest = 30_000

/**
 * Sends what lies in the outbox: one act by itself, several together. Answers what the house said of each, in their order, and of
 * no more than it got to. Throws ProblemError where it said nothing of any.
 */
export async function sendActs(person: string, acts: readonly KeptAct[]): Promise<Answer[]> {
  const sent = Date.now()
  const [one] = acts
  if (one && acts.length === 1) {
    const body = await ask(`/api/do/${one.name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': one.key,
        'acting-person': person,
        'phone-time': phoneTime(one, sent),
      },
      body: JSON.stringify(one.input ?? {}),
      signal: AbortSignal.timeout(longest),
    })
    return [{ status: 200, body }]
  }
  const { answers } = (await ask('/api/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      person,
      sent,
      acts: acts.map(({ name, key, input, acted, ahead }) => ({ name, key, input, acted, ahead })),
    }),
    signal: AbortSignal.timeout(longest),
  })) as { answers: Answer[] }
  return answers
}

/** By how much this device's clock was ahead of the house's at the last answer, in milliseconds. */
export const houseAhead = (): number | null => ahead
let ahead: number | null = null

/** Acts after which the session goes on under another token. */
const renewing: ReadonlySet<string> = new Set([
  'access.signIn',
  'access.passkeySignIn',
  'access.pinSignIn',
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
    const isPatienceOver = fault instanceof DOMException && fault.name === 'TimeoutError'
    if (request.signal?.aborted && !isPatienceOver) throw fault
    unanswered()
    throw networkProblem('needsNetwork')
  }
  // A gateway in between that cannot reach the server is the network being down, not an answer.
  if (reply.status === 502 || reply.status === 504) {
    unanswered()
    throw networkProblem('needsNetwork')
  }
  answered()
  const houseTime = Number(reply.headers.get('house-time'))
  if (houseTime > 0) ahead = Date.now() - houseTime
  if (reply.ok) return reply.status === 204 ? undefined : await reply.json()
  throw new ProblemError(await problemOf(reply))
}

const networkProblem = (says: 'notSeenHere' | 'needsNetwork'): ProblemError =>
  new ProblemError({ status: 0, why: 'network', detail: say(webWords[says], preferences().language) })

async function problemOf(reply: Response): Promise<Problem> {
  const kind = reply.headers.get('content-type') ?? ''
  if (kind.includes('json')) return { ...((await reply.json()) as Problem), status: reply.status }
  return {
    status: reply.status,
    detail: say(webWords.serverFault, preferences().language, { status: reply.status }),
  }
}
