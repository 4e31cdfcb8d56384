import type { Problem } from '../problem.ts'

/** An act as it lies on the phone until the house has answered it. */
export interface KeptAct {
  /** Its place in the order in which things were done here; given by the phone's database. */
  n?: number
  /** Idempotency key: sent again the act is done once. */
  key: string
  /** Who did it. Nobody else sees or sends it. */
  person: string
  name: string
  input: unknown
  /** By the phone's clock, milliseconds. */
  acted: number
  /** By how much that clock was ahead of the house's when it last answered; null: not known. */
  ahead: number | null
  /** The page on which it was done: '/checks?store=…'. */
  page: string
  /** What it is about, where the page says so: an amount, an hour. */
  about?: string
  /** What had been typed, as it lay on the phone: put back there when the act has to be mended. */
  drafts: readonly (readonly [key: string, text: string])[]
  state: 'waiting' | 'refused'
  /** How often the house broke over it. */
  faults: number
  /** The house's no. */
  problem?: Problem
}

/** What the house said of one act. */
export interface Answer {
  status: number
  body: unknown
}
export type Next =
  /** It is done. */
  | 'done'
  /** The house said no: a person has to look at it. */
  | 'refused'
  /** Nothing was done and nothing is said against it: it goes out again. */
  | 'later'
  /** Whoever did it must sign in first. */
  | 'signIn'

/** Over one and the same act the house may break so often before a person is asked. */
export const mostFaults = 4
/** As the house takes them (platform/server/acts-route.ts). */
const mostAtOnce = 50
/** Bytes, well below what the house takes in one request. */
const largestBatch = 200_000

/** Debts of sign-in stand before everything else: they are no word on the act itself. */
const signsIn: readonly string[] = ['otherPerson', 'secondFactor', 'newPassword', 'secondFactorSetUp']

/** What becomes of an act after an answer; `faults`: how often the house has broken over it before. */
export function nextAfter({ status, why }: { status: number; why: string }, faults: number): Next {
  if (status >= 200 && status < 300) return 'done'
  if (status === 401 || signsIn.includes(why)) return 'signIn'
  if (status === 0 || status === 408 || status === 429 || status === 503) return 'later'
  if (status >= 500) return faults + 1 >= mostFaults ? 'refused' : 'later'
  return 'refused'
}

/** What goes out together: the oldest first, as many as the house takes at once. */
export function batchOf(acts: readonly KeptAct[]): KeptAct[] {
  const batch: KeptAct[] = []
  let bytes = 0
  for (const act of acts.slice(0, mostAtOnce)) {
    bytes += JSON.stringify(act.input ?? null).length + 200
    if (batch.length > 0 && bytes > largestBatch) break
    batch.push(act)
  }
  return batch
}

/** What an act is called where there is little room: without what the whole sentence explains besides. */
export const shortly = (said: string): string => said.split(/[（(；;：:]/)[0]!.trim()

/** Milliseconds until the next try: ever longer, and never longer than half a minute. */
export const pauseAfter = (tries: number): number => Math.min(30_000, 2_000 * 2 ** Math.min(tries, 4))

/** As platform/server/acted.ts reads it. */
export const phoneTime = ({ acted, ahead }: Pick<KeptAct, 'acted' | 'ahead'>, sent: number): string =>
  `acted=${acted};sent=${sent}${ahead === null ? '' : `;ahead=${ahead}`}`
