import type { About } from '../access/who.ts'
import type { Db } from '../database/database.ts'
import { companyWide } from '../kinds/id.ts'
import type { Acted } from './acted.ts'
import { appendAudit } from './audit.ts'
import type { Context, Note } from './door.ts'
import type { Done } from './outcome.ts'
import { keepWaited, waitedAs } from './waited.ts'

/** An act as listeners hear it: what it notes of itself stands before what its input and its answer say. */
export function whatWasDone(
  action: string,
  input: unknown,
  answer: unknown,
  at: {
    readonly context: Context
    readonly about: About
    readonly standIn: string | null
    readonly notes: readonly Note[]
  },
): Done {
  const { context, about, notes } = at
  const noted = <K extends keyof Note>(key: K): Note[K] => notes.findLast((n) => n[key] !== undefined)?.[key]
  const answered =
    typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
      ? answer.id
      : null
  return {
    action,
    actor: context.actor,
    onBehalfOf: at.standIn,
    store: noted('store') ?? (typeof about === 'object' && 'store' in about ? about.store : null),
    area: typeof about === 'object' && 'area' in about ? about.area : null,
    day: noted('day') ?? context.today,
    record: noted('record') ?? answered,
    input,
    answer,
    now: context.now,
    arrived: context.arrived,
  }
}

/** The audit line of an act, with its idempotency key and answer where it has one, and with its two moments where it waited. */
export async function recordDone(
  db: Db,
  done: Done,
  notes: readonly Note[],
  keyed: { key: string; bodyHash: string } | undefined,
  secret: readonly string[] = [],
  acted?: Acted,
): Promise<void> {
  const detail: Record<string, unknown> = {}
  for (const n of notes) {
    if (n.before !== undefined) detail.before = n.before
    if (n.after !== undefined) detail.after = n.after
    if (n.reason !== undefined) detail.reason = n.reason
  }
  if (acted) detail.waited = waitedAs(acted)
  const store = done.store ?? companyWide
  await appendAudit(
    db,
    {
      store,
      at: done.arrived,
      day: done.day,
      actor: done.actor.person === companyWide ? null : done.actor.person,
      onBehalfOf: done.onBehalfOf,
      device: done.actor.device,
      action: done.action,
      record: done.record,
      detail,
    },
    keyed === undefined
      ? undefined
      : {
          actor: done.actor.person,
          ...keyed,
          answer: JSON.stringify(done.answer, (field, value) => (secret.includes(field) ? undefined : value)),
        },
  )
  if (acted) await keepWaited(db, store, done, acted)
}
