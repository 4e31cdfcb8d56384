import type { Db } from '../database/database.ts'
import { companyWide } from '../kinds/id.ts'
import type { Acted } from './acted.ts'
import { appendAudit } from './audit.ts'
import type { Note } from './door.ts'
import type { Done } from './perform.ts'
import { keepWaited, waitedAs } from './waited.ts'

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
