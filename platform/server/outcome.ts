import type { Actor } from '../access/who.ts'
import type { Db } from '../database/database.ts'
import type { Day } from '../kinds/day.ts'
import type { Language } from '../kinds/words.ts'
import type { PhoneSays } from './acted.ts'
import type { FieldProblem } from './shape-errors.ts'

/** What was done, told to listeners in the same transaction as the audit line. */
export interface Done {
  readonly action: string
  readonly actor: Actor
  readonly onBehalfOf: string | null
  readonly store: string | null
  readonly area: string | null
  readonly day: Day
  readonly record: string | null
  readonly input: unknown
  readonly answer: unknown
  /** When it was done; `arrived` tells when it came in, later where it waited on a phone. */
  readonly now: Date
  readonly arrived: Date
  /** People whose sessions this ended or changed. */
  readonly sessionsOf?: readonly string[]
}
/** Hears what was done; answers the name of what changed by it besides, so that open pages look again. */
export type DoneListener = (db: Db, done: Done) => Promise<string | undefined>

export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 503
  readonly why: string
  readonly title: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly field?: string
  readonly fields?: readonly FieldProblem[]
}
export type Outcome =
  | {
      readonly ok: true
      readonly answer: unknown
      readonly done?: Done
      /** What listeners changed besides. */
      readonly also?: readonly string[]
      readonly cookie?: string | null
      readonly browserCookie?: string
      readonly repeated?: boolean
    }
  | { readonly ok: false; readonly problem: Problem }

/** Who stands before the door, and what came with the request. */
export interface Caller {
  readonly actor: Actor | undefined
  readonly language: Language
  readonly address: string
  readonly now: Date
  readonly key?: string
  readonly browser?: string
  readonly site?: string
  /** What the phone says of when the act was done; believed only of acts that may wait. */
  readonly says?: PhoneSays
}
