import type { z } from 'zod'
import type { About, Actor, Debt, Scope, Who } from '../access/who.ts'
import type { Database, Db } from '../database/database.ts'
import type { Sheet } from '../files/sheet.ts'
import type { Day } from '../kinds/day.ts'
import type { Refusal } from '../kinds/refusal.ts'
import type { Language, Sentence, Words } from '../kinds/words.ts'
import type { Keys } from '../secrets/keys.ts'

/**
 * Every operation is declared once: who may, what it concerns, its input and its words. The guard,
 * OpenAPI, the page's disabled buttons and the test matrix all read this declaration.
 */
export interface Context {
  readonly db: Db
  /** The signed-in person; for operations open to anyone, a nobody without appointments. */
  readonly actor: Actor
  readonly scope: Scope
  /** The business day: of the store concerned where there is one, else the company's. */
  readonly today: Day
  /** When it is done: of an act that waited on a phone the moment it was done there, as the house believes it. */
  readonly now: Date
  /** When it came in. Who may is asked of this moment. */
  readonly arrived: Date
  readonly language: Language
  readonly address: string
  /** Hash of the token by which this browser is known again, whoever signs in on it; undefined on a first visit. */
  readonly browser?: string
  /** What personal data and secrets are sealed with. */
  readonly keys: Keys
  /** As the browser addresses this house: 'https://jingwei.example'. */
  readonly site: string
}

/** What an action sees before its transaction: what it writes there stays, also when the action is refused. */
export interface PreparingContext extends Context {
  readonly db: Database
}

export interface ActionContext extends Context {
  /** Adds to the audit line of this action. */
  note(note: Note): void
  /** Sets (or with null clears) the session cookie once the action is committed. */
  cookie(token: string | null): void
  /** Sets the token by which this browser is known again, once the action is committed. */
  browserCookie(token: string): void
  /** Sessions of this person were ended or changed: his open streams are asked again at once. */
  sessionsChanged(person: string): void
}

export interface Note {
  readonly record?: string
  readonly store?: string
  readonly day?: Day
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
}

interface Declaration<Input extends z.ZodType> {
  readonly summary: Sentence
  readonly who: Who
  readonly about: About | ((db: Db, input: z.output<Input>, actor: Actor) => About | Promise<About>)
  readonly input: Input
  /** A weighty act: only after one's own sign-in or a proof of a few minutes ago; never by PIN or token. */
  readonly stepUp?: true
  /** What it settles: it may be done by a person who owes that. */
  readonly settles?: readonly Debt[]
}
export interface Action<Input extends z.ZodType, Output, Ready = unknown> extends Declaration<Input> {
  readonly kind: 'action'
  /** Done thousands of times a day, each time for a few rows found by their keys. */
  readonly often?: true
  /**
   * It may wait on a phone without network and is sent when there is one: it is done as of when it was pressed, up to a week ago.
   * What is not declared so needs the network, and says so.
   */
  readonly mayWait?: true
  /** Fields of the answer that are shown once and kept nowhere: a repeated call is answered without them. */
  readonly secret?: readonly string[]
  /** Slow work that needs no transaction (hashing, asking another server); its answer is handed to `run`. */
  prepare?(context: PreparingContext, input: z.output<Input>): Promise<Ready>
  run(context: ActionContext, input: z.output<Input>, ready: Exclude<Ready, Refusal>): Promise<Output>
}
export interface View<Input extends z.ZodType, Output> extends Declaration<Input> {
  readonly kind: 'view'
  /** What it shows stays on no phone: without network it is not shown again. */
  readonly keptNowhere?: true
  run(context: Context, input: z.output<Input>): Promise<Output>
  /**
   * What must be made before it can be seen, in transactions of its own: a view itself never writes. Bears being asked any
   * number of times and at once; left out while nothing can be written.
   */
  readonly makeFirst?: (database: Database, actor: Actor, now: Date) => Promise<void>
  /** The same answer as a sheet, where people may take it away as Excel. */
  readonly sheet?: (answer: Exclude<Output, Refusal>, language: Language) => Sheet
}
// The table of all operations holds them with their types forgotten; `never` inputs keep that sound.
export type Operation = (Action<z.ZodType, unknown, unknown> | View<z.ZodType, unknown>) & {
  readonly words?: Words
}

export const action = <Input extends z.ZodType, Output, Ready = undefined>(
  declared: Omit<Action<Input, Output, Ready>, 'kind'>,
): Action<Input, Output, Ready> => ({ kind: 'action', ...declared })

export const view = <Input extends z.ZodType, Output>(
  declared: Omit<View<Input, Output>, 'kind'>,
): View<Input, Output> => ({ kind: 'view', ...declared })

type AnyOperation = Action<z.ZodType, never, never> | View<z.ZodType, never>
type RefusalsOf<T> =
  | (T extends { run(...a: never[]): Promise<infer R> } ? Extract<R, Refusal> : never)
  | (T extends { prepare?(...a: never[]): Promise<infer R> } ? Extract<R, Refusal> : never)
type Whys<T> = RefusalsOf<T>['refused']

/**
 * An area's operations with its words. A refusal whose sentence is missing from the words does not compile.
 */
export function operations<const W extends Words, T extends Record<string, unknown>>(
  words: W,
  table: T & {
    [Name in keyof T]: Whys<T[Name]> extends keyof W
      ? T[Name]
      : ['no sentence for', Exclude<Whys<T[Name]>, keyof W>]
  },
): T {
  for (const operation of Object.values(table))
    Object.defineProperty(operation as AnyOperation, 'words', { value: words })
  return table
}

export type InputOf<T> = T extends { input: infer I extends z.ZodType } ? z.input<I> : never
export type OutputOf<T> = T extends { run(...a: never[]): Promise<infer R> } ? Exclude<R, Refusal> : never
