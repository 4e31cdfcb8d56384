import { useSyncExternalStore } from 'react'
import { say } from '../../kinds/words.ts'
import { act as actNow, houseAhead, sendActs } from '../door.ts'
import { networkNow, whenNetwork } from '../network.ts'
import { preferences } from '../preferences.ts'
import { asProblem, type Problem, ProblemError } from '../problem.ts'
import { webWords } from '../words.ts'
import { actsOf, changeAct, countActs, phoneDatabase, putAct, removeAct } from './database.ts'
import { type Answer, batchOf, type KeptAct, nextAfter, pauseAfter } from './rules.ts'

/** What lies on this phone of the person who is signed in. */
export interface Outbox {
  /** Those that no page waits for any more, the oldest first. */
  acts: readonly KeptAct[]
  isSending: boolean
}
/** So long a page waits for an answer before it says that the act waits. Milliseconds. */
const patience = { up: 12_000, down: 900 }

let person: string | undefined
let mayWait: Readonly<Record<string, unknown>> = {}
let all: readonly KeptAct[] = []
let outbox: Outbox = { acts: [], isSending: false }
const listeners = new Set<() => void>()
/** Pages that wait for the answer to an act that they have just sent. */
const awaited = new Map<string, { resolve: (answer: unknown) => void; reject: (no: ProblemError) => void }>()
const delivered = new Set<(action: string) => void>()
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('jingwei.outbox')

export const useOutbox = (): Outbox => useSyncExternalStore(subscribe, () => outbox)
/** What waits of one act, for the page on which it is done. */
export const useWaiting = <Input>(name: string): { input: Input; acted: number }[] =>
  useOutbox()
    .acts.filter((act) => act.name === name && act.state === 'waiting')
    .map(({ input, acted }) => ({ input: input as Input, acted }))
export const waits = (name: string): boolean => Object.hasOwn(mayWait, name)
/** Told of each act that went out while no page waited for it. */
export const whenDelivered = (hear: (action: string) => void): void => void delivered.add(hear)

/** From now on these are whose acts are kept and sent; undefined: nobody is signed in. */
export function actsHere(who: string | undefined, waitable: Readonly<Record<string, unknown>> = {}): void {
  mayWait = waitable
  if (person === who) return
  person = who
  all = []
  publish()
  void reload().then(drain)
}

/**
 * Does an act that may wait: it is written down here first and then sent, in the order of what was done before it. Fails with
 * why = 'waiting' where no answer came in time; it then goes out by itself.
 */
export async function doKept(name: string, input: unknown, key: string, about?: string): Promise<unknown> {
  const database = await phoneDatabase()
  if (!database || !person) return actNow(name, input, key)
  const place = typeof location === 'undefined' ? '/' : location.pathname + location.search
  await putAct(database, {
    key,
    person,
    name,
    input,
    acted: Date.now(),
    ahead: houseAhead(),
    page: place,
    ...(about ? { about } : {}),
    drafts: [],
    state: 'waiting',
    faults: 0,
  })
  const answer = new Promise<unknown>((resolve, reject) => awaited.set(key, { resolve, reject }))
  await reload()
  const timer = setTimeout(() => letWait(key), patience[networkNow().state])
  void drain()
  return answer.finally(() => clearTimeout(timer))
}

/** What had been typed for an act that waits: it comes back to the page if the act must be mended. */
export async function keepDrafts(key: string, drafts: KeptAct['drafts']): Promise<void> {
  const kept = all.find((a) => a.key === key)
  const database = await phoneDatabase()
  if (!database || kept?.n === undefined || drafts.length === 0) return
  await changeAct(database, kept.n, (now) => ({ ...now, drafts }))
  await reload()
}

/** A refused act is tried once more, as it is. */
export async function sendAgain(act: KeptAct): Promise<void> {
  const database = await phoneDatabase()
  if (!database || act.n === undefined) return
  await changeAct(database, act.n, ({ problem: _no, ...now }) => ({ ...now, state: 'waiting', faults: 0 }))
  await changed()
  await drain()
}
/** A person has decided that it shall not be done, or has taken it up again on its page. */
export async function takeAway(act: KeptAct): Promise<void> {
  const database = await phoneDatabase()
  if (!database || act.n === undefined) return
  await removeAct(database, act.n)
  await changed()
}

/** What is still here of the person, after one more try to send it: signing out would strand it. */
export async function stillHere(): Promise<readonly KeptAct[]> {
  await drain()
  return all
}
/** Of whoever: the sign-in page says that something waits for its owner. */
export const waitingOfAnybody = async (): Promise<number> => {
  const database = await phoneDatabase()
  return database ? countActs(database) : 0
}

let running: Promise<void> | undefined
let again = false
let timer: ReturnType<typeof setTimeout> | undefined
let failures = 0

/** Sends what waits, in order; one window of the browser at a time. */
export function drain(): Promise<void> {
  if (running) {
    again = true
    return running
  }
  clearTimeout(timer)
  const work = async () => {
    do {
      again = false
      await inTurn(sendAll)
    } while (again)
  }
  running = work().finally(() => {
    running = undefined
    publish()
  })
  publish()
  return running
}
const inTurn = (work: () => Promise<void>): Promise<void> =>
  typeof navigator !== 'undefined' && navigator.locks
    ? navigator.locks.request('jingwei.outbox', work)
    : work()

async function sendAll(): Promise<void> {
  for (;;) {
    await reload()
    const owner = person
    const batch = batchOf(all.filter((act) => act.state === 'waiting'))
    if (!owner || batch.length === 0) return
    const answers = await sendActs(owner, batch).catch((fault: unknown) => [asAnswer(fault)])
    let isStopped = answers.length === 0
    for (const [i, answer] of answers.entries()) isStopped = !(await settle(batch[i]!, answer)) || isStopped
    await changed()
    if (!isStopped) {
      failures = 0
      continue
    }
    failures += 1
    timer = setTimeout(() => void drain(), pauseAfter(failures))
    return
  }
}

/** Whether the next one may go out. */
async function settle(act: KeptAct, answer: Answer): Promise<boolean> {
  const problem = answer.status >= 300 || answer.status === 0 ? (answer.body as Problem) : undefined
  const next = nextAfter({ status: answer.status, why: problem?.why ?? '' }, act.faults)
  const database = (await phoneDatabase())!
  const page = awaited.get(act.key)
  if (next === 'done') {
    await removeAct(database, act.n!)
    awaited.delete(act.key)
    channel?.postMessage({ key: act.key, answer })
    if (page) page.resolve(answer.body)
    else for (const tell of delivered) tell(act.name)
    return true
  }
  if (next === 'refused') {
    awaited.delete(act.key)
    // A page that still has it before her eyes says why; otherwise it stays in the list until somebody deals with it.
    if (page) await removeAct(database, act.n!)
    else
      await changeAct(database, act.n!, (now) => ({
        ...now,
        state: 'refused',
        problem: problem ?? { status: 0 },
      }))
    channel?.postMessage({ key: act.key, answer })
    page?.reject(new ProblemError(problem ?? { status: answer.status }))
    return true
  }
  if (answer.status >= 500 && answer.status !== 503)
    await changeAct(database, act.n!, (now) => ({ ...now, faults: now.faults + 1 }))
  // Busy passes within a page's patience; without network or sign-in it is said at once.
  if (next === 'signIn' || answer.status === 0) for (const key of [...awaited.keys()]) letWait(key)
  return false
}

function letWait(key: string): void {
  const page = awaited.get(key)
  if (!page) return
  awaited.delete(key)
  publish()
  page.reject(
    new ProblemError({ status: 0, why: 'waiting', detail: say(webWords.waits, preferences().language) }),
  )
}

const asAnswer = (fault: unknown): Answer => {
  const { status, why, facts, fields, message } = asProblem(fault)
  return { status, body: { status, why, facts: { ...facts }, fields: [...fields], detail: message } }
}

async function reload(): Promise<void> {
  const database = await phoneDatabase()
  const who = person
  const found = database && who ? await actsOf(database, who) : []
  if (who !== person) return
  all = found
  publish()
}
async function changed(): Promise<void> {
  channel?.postMessage({})
  await reload()
}
function publish(): void {
  outbox = { acts: all.filter((act) => !awaited.has(act.key)), isSending: running !== undefined }
  for (const tell of listeners) tell()
}
function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

// Another window of this browser has sent, or been refused, what a page here waits for.
channel?.addEventListener('message', ({ data }: MessageEvent<{ key?: string; answer?: Answer }>) => {
  const page = data.key === undefined ? undefined : awaited.get(data.key)
  const act = all.find((a) => a.key === data.key)
  if (page && data.answer) {
    awaited.delete(data.key!)
    if (data.answer.status < 300 && data.answer.status > 0) page.resolve(data.answer.body)
    else {
      page.reject(new ProblemError(data.answer.body as Problem))
      if (act) void takeAway(act)
    }
  }
  void reload()
})
whenNetwork((state) => {
  failures = 0
  if (state === 'up') void drain()
})
