import type { Db } from '../database/database.ts'
import type { Invariant } from '../database/verify.ts'
import type { Day } from '../kinds/day.ts'

export interface AuditEntry {
  readonly store: string
  readonly at: Date
  readonly day: Day
  readonly actor: string | null
  readonly onBehalfOf: string | null
  readonly device: string
  readonly action: string
  readonly record: string | null
  readonly detail: unknown
}

/**
 * Appends a line to the store's chain: its hash covers the line and the hash before it. The head row is
 * the store's own lock, so chains of different stores never wait for each other. Where the action has an
 * idempotency key, it is taken in the same statement with what was answered: a unique violation where it is taken already.
 * The first hash is worked out only where there is no chain yet; the other needs the head's lock.
 */
export async function appendAudit(
  db: Db,
  e: AuditEntry,
  kept?: { actor: string; key: string; bodyHash: string; answer: string },
): Promise<void> {
  await db.query(
    `with head as (
       insert into audit_head as h (store_id, seq, previous, hash)
       values ($1::uuid, 1, sha256(convert_to($1::uuid::text, 'UTF8')),
         coalesce((select hash from audit_head where store_id = $1::uuid),
           audit_hash(sha256(convert_to($1::uuid::text, 'UTF8')), $1::uuid, 1, $2, $3, $4, $5, $6, $7, $8, $9)))
       on conflict (store_id) do update set seq = h.seq + 1, previous = h.hash,
         hash = audit_hash(h.hash, $1::uuid, h.seq + 1, $2, $3, $4, $5, $6, $7, $8, $9)
       returning seq, previous, hash
     ), kept as (
       insert into idempotency_key (actor_id, key, action, body_hash, answer)
       select $10::uuid, $11::text, $7::text, $13::text, $12::jsonb where $11::text is not null
     )
     insert into audit_line (store_id, seq, at, day, actor_id, on_behalf_of, device, action, record, detail, previous, hash)
     select $1, seq, $2, $3, $4, $5, $6, $7, $8, $9, previous, hash from head`,
    [
      e.store,
      e.at.toISOString(),
      e.day,
      e.actor,
      e.onBehalfOf,
      e.device,
      e.action,
      e.record,
      JSON.stringify(e.detail ?? {}),
      kept?.actor ?? null,
      kept?.key ?? null,
      kept?.answer ?? null,
      kept?.bodyHash ?? null,
    ],
  )
}

/** The chain of every store: each hash follows from the line and the hash before it, and the head is the last line. */
export const auditInvariants: readonly Invariant[] = [
  {
    name: 'audit.chain',
    says: ['审计链逐行相扣', 'Every audit line follows from the one before it'],
    sql: `select store_id, seq from (
        select l.*, lag(hash, 1, sha256(convert_to(store_id::text, 'UTF8'))) over chain as expected_previous,
          lag(seq, 1, 0::bigint) over chain + 1 as expected_seq
        from audit_line l window chain as (partition by store_id order by seq)) l
      where previous <> expected_previous or seq <> expected_seq
        or hash <> audit_hash(previous, store_id, seq, at, day, actor_id, on_behalf_of, device, action, record, detail)`,
  },
  {
    name: 'audit.head',
    says: ['审计链头等于最后一行', 'The head of every audit chain is its last line'],
    sql: `select coalesce(h.store_id, l.store_id) as store_id, h.seq, l.seq as last
      from audit_head h full join (
        select distinct on (store_id) store_id, seq, hash from audit_line order by store_id, seq desc) l on l.store_id = h.store_id
      where h.seq is distinct from l.seq or h.hash is distinct from l.hash`,
  },
]
