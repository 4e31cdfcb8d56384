import { createHash } from 'node:crypto'
import { TooBusy } from '../access/hashing.ts'
import { type About, type Actor, fenceOf, judge, judgeProof, type Place, scopeOf } from '../access/who.ts'
import type { Database, Db } from '../database/database.ts'
import { isViolation } from '../database/fault.ts'
import { companyWide } from '../kinds/id.ts'
import { isRefusal } from '../kinds/refusal.ts'
import { say } from '../kinds/words.ts'
import { Keys, newKey } from '../secrets/keys.ts'
import { type Acted, actedAt, longestWait, waitedTooLong } from './acted.ts'
import type { Directory } from './directory.ts'
import type { ActionContext, Context, Note, Operation } from './door.ts'
import { keptAnswer } from './idempotency.ts'
import type { Caller, DoneListener, Outcome } from './outcome.ts'
import { recordDone, whatWasDone } from './record.ts'
import { badShape, failed, refused } from './refusals.ts'

const nobody: Actor = {
  person: companyWide,
  name: '',
  language: 'zh',
  appointments: [],
  device: 'signed out',
}

/** The door: session → shape → who → idempotency → transaction { run; audit; announce } → commit → reply. */
export class Door {
  private readonly listeners: DoneListener[] = []
  constructor(
    readonly database: Database,
    readonly operations: Readonly<Record<string, Operation>>,
    private readonly directory: Directory,
    /** Without any given, what is sealed can be read by this door alone, for as long as it lives: for tests. */
    private readonly keys: Keys = new Keys(newKey()),
  ) {
    for (const [name, operation] of Object.entries(operations)) {
      if (operation.who === undefined) throw new Error(`${name} does not say who may: it is not registered`)
    }
  }

  onDone(listener: DoneListener): void {
    this.listeners.push(listener)
  }

  async perform(name: string, raw: unknown, caller: Caller, kind: 'action' | 'view'): Promise<Outcome> {
    const operation = Object.hasOwn(this.operations, name) ? this.operations[name] : undefined
    if (!operation || operation.kind !== kind)
      return failed(404, 'unknownOperation', caller.language, { name })
    if (operation.who !== 'anyone') {
      if (!caller.actor) return failed(401, 'signedOut', caller.language)
      const { owes } = caller.actor
      if (owes && !operation.settles?.includes(owes)) return failed(403, owes, caller.language)
    }
    const shape = operation.input.safeParse(raw, { reportInput: true })
    if (!shape.success) {
      // Who may is answered before what is wrong: a stranger learns nothing of the shape.
      if (!mightEver(operation, caller)) return this.denied('position', operation, caller)
      return badShape(shape.error, operation, caller.language)
    }
    const actor = caller.actor ?? nobody
    const about = await aboutOf(operation, this.database, shape.data, actor)
    const place = await this.placeOf(about, caller.now)
    const verdict = judge(operation.who, caller.actor, about, place)
    if (!verdict.may) return this.denied(verdict.because, operation, caller)
    if (operation.stepUp) {
      const proved = judgeProof(caller.actor, caller.now)
      if (proved !== 'enough') return failed(403, proved, caller.language)
    }
    const store = typeof about === 'object' && 'store' in about ? about.store : undefined
    const acted =
      operation.kind === 'action' && operation.mayWait && caller.says
        ? actedAt(caller.says, caller.now)
        : undefined
    if (acted && waitedTooLong(acted, caller.now))
      return failed(422, 'waitedTooLong', caller.language, { days: longestWait })
    const now = acted?.at ?? caller.now
    const context: Context = {
      db: this.database,
      actor,
      scope: scopeOf(operation.who, actor),
      today: await this.directory.dayAt(this.database, store, now),
      now,
      arrived: caller.now,
      language: caller.language,
      address: caller.address,
      keys: this.keys,
      site: caller.site ?? '',
      ...(caller.browser ? { browser: caller.browser } : {}),
    }
    if (operation.kind === 'view') {
      if (operation.makeFirst && !this.database.readOnlyReason())
        await operation.makeFirst(this.database, actor, caller.now)
      const answer = await this.look(operation, context, shape.data)
      return isRefusal(answer) ? refused(answer, operation, caller.language) : { ok: true, answer }
    }
    const readOnly = this.database.readOnlyReason()
    if (readOnly) return failed(503, 'readOnly', caller.language, { reason: readOnly })
    const standIn = verdict.by?.onBehalfOf ?? null
    return this.act(name, operation as ActionOperation, shape.data, context, {
      about,
      place,
      standIn,
      caller,
      acted,
    })
  }

  /** For whom some rows are kept back, that is said once, in a transaction that cannot write. */
  private look(operation: ViewOperation, context: Context, input: unknown): Promise<unknown> {
    const fence = fenceOf(operation.who, context.actor)
    const run = (db: Db): Promise<unknown> => operation.run({ ...context, db }, input as never)
    return fence.stores === 'all'
      ? run(this.database)
      : this.database.transaction(run, { readOnly: true, fence })
  }

  private async placeOf(about: About, now: Date): Promise<Place | undefined> {
    return typeof about === 'object' ? this.directory.placeOf(this.database, about, now) : undefined
  }

  private denied(because: 'signedOut' | 'position' | 'scope', operation: Operation, caller: Caller): Outcome {
    const status = because === 'signedOut' ? 401 : because === 'position' ? 403 : 404
    const summary = say(operation.summary, caller.language)
    return failed(status, because, caller.language, because === 'position' ? { summary } : {})
  }

  private async act(
    name: string,
    operation: ActionOperation,
    input: unknown,
    context: Context,
    at: Circumstances,
  ): Promise<Outcome> {
    const { caller } = at
    const keyed = caller.key !== undefined && caller.actor !== undefined
    const body = keyed ? JSON.stringify(input) : ''
    const [bodyHash = ''] = keyed ? this.keys.marksOf(body) : []
    try {
      let ready: unknown
      if (operation.prepare) {
        // What a repeated call prepares may no longer be possible: the old password is gone.
        const before = keyed && (await this.answeredBefore(name, body, context, caller))
        if (before) return before
        ready = await operation.prepare({ ...context, db: this.database }, input)
        if (isRefusal(ready)) throw new GiveUp(refused(ready, operation, caller.language))
      }
      return await this.database.transaction(
        async (db): Promise<Outcome> => {
          const notes: Note[] = []
          const set: { cookie?: string | null; browserCookie?: string } = {}
          const sessionsOf: string[] = []
          const acting: ActionContext = {
            ...context,
            db,
            note: (n) => void notes.push(n),
            cookie: (token) => {
              set.cookie = token
            },
            browserCookie: (token) => {
              set.browserCookie = token
            },
            sessionsChanged: (person) => void sessionsOf.push(person),
          }
          const answer = await operation.run(acting, input, ready as never)
          if (isRefusal(answer)) throw new GiveUp(refused(answer, operation, caller.language))
          const done = { ...whatWasDone(name, input, answer ?? null, { context, notes, ...at }), sessionsOf }
          await recordDone(
            db,
            done,
            notes,
            keyed ? { key: caller.key!, bodyHash } : undefined,
            operation.secret,
            at.acted,
          )
          const also: string[] = []
          for (const listener of this.listeners) also.push(...[(await listener(db, done)) ?? []].flat())
          return { ok: true, answer: answer ?? null, done, also, ...set }
        },
        { often: operation.often ?? false, fence: fenceOf(operation.who, context.actor) },
      )
    } catch (thrown) {
      const before =
        keyed && mayBeRepeated(thrown) && (await this.answeredBefore(name, body, context, caller))
      if (before) return before
      if (thrown instanceof TooBusy) return failed(503, 'busy', caller.language)
      const crossed = crossing(thrown)
      if (crossed) return failed(409, crossed, caller.language)
      if (!(thrown instanceof GiveUp)) throw thrown
      return thrown.outcome
    }
  }

  /**
   * The key is written last, with the audit line: an act sent again is undone there, or has been refused because its first
   * sending is on record already. Either way it is answered as the first was.
   */
  private async answeredBefore(
    name: string,
    body: string,
    context: Context,
    caller: Caller,
  ): Promise<Outcome | undefined> {
    const kept = await keptAnswer(this.database, context.actor.person, caller.key!)
    if (!kept) return undefined
    return kept.action === name && isOfBody(kept.bodyHash, body, this.keys)
      ? { ok: true, answer: kept.answer, repeated: true }
      : failed(409, 'keyReused', caller.language)
  }
}

/** Also what was kept under a former key, or before bodies were marked with one. */
const isOfBody = (kept: string, body: string, keys: Keys): boolean =>
  keys.marksOf(body).includes(kept) || kept === createHash('sha256').update(body).digest('hex')

type ActionOperation = Extract<Operation, { kind: 'action' }>
type ViewOperation = Extract<Operation, { kind: 'view' }>
interface Circumstances {
  readonly about: About
  readonly place: Place | undefined
  readonly standIn: string | null
  readonly caller: Caller
  readonly acted: Acted | undefined
}

/** Ends the transaction with an answer: nothing of it is kept. */
class GiveUp extends Error {
  constructor(readonly outcome: Outcome) {
    super('given up')
  }
}

/**
 * An id made by the caller that is taken, or one of something that is not there (any more), where the action did not
 * say so itself: the database refuses it, whoever came first.
 */
function crossing(thrown: unknown): 'alreadyThere' | 'notThere' | undefined {
  if (isViolation(thrown, 'unique')) return 'alreadyThere'
  return isViolation(thrown, 'foreignKey') ? 'notThere' : undefined
}

const mayBeRepeated = (thrown: unknown): boolean =>
  thrown instanceof GiveUp || isViolation(thrown, 'unique') || isViolation(thrown, 'foreignKey')

async function aboutOf(operation: Operation, db: Db, input: unknown, actor: Actor): Promise<About> {
  return typeof operation.about === 'function' ? operation.about(db, input as never, actor) : operation.about
}

const mightEver = (operation: Operation, caller: Caller): boolean =>
  typeof operation.who === 'string' ||
  (caller.actor?.appointments.some((a) => (operation.who as object)[a.position as never] !== undefined) ??
    false)
