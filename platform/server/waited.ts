import type { Db } from '../database/database.ts'
import type { Invariant } from '../database/verify.ts'
import type { Acted } from './acted.ts'

/** As the audit line of the act has it. */
export const waitedAs = ({ at, phoneAt, isDoubtful }: Acted) => ({
  actedAt: at.toISOString(),
  phoneAt: phoneAt.toISOString(),
  ...(isDoubtful ? { clockMoved: true } : {}),
})

/** Beside the act's audit line, which is the last of its chain here: when it was done, and when it arrived. */
export async function keepWaited(
  db: Db,
  store: string,
  { arrived, record }: { readonly arrived: Date; readonly record: string | null },
  acted: Acted,
): Promise<void> {
  await db.query(
    `insert into waited_act (store_id, seq, record, acted_at, arrived_at, phone_at, is_doubtful)
     select store_id, seq, $2, $3, $4, $5, $6 from audit_head where store_id = $1`,
    [
      store,
      record,
      acted.at.toISOString(),
      arrived.toISOString(),
      acted.phoneAt.toISOString(),
      acted.isDoubtful,
    ],
  )
}

export const waitedInvariants: readonly Invariant[] = [
  {
    name: 'waited.audited',
    says: [
      '补交的事，两个时间都在审计行里',
      'An act that waited has both its moments in its audit line, and no other has any',
    ],
    sql: `select coalesce(w.store_id, l.store_id) as store_id, coalesce(w.seq, l.seq) as seq
      from waited_act w full join (select * from audit_line where detail ? 'waited') l on l.store_id = w.store_id and l.seq = w.seq
      where l.at is distinct from w.arrived_at or l.record is distinct from w.record
        or (l.detail->'waited'->>'actedAt')::timestamptz is distinct from w.acted_at
        or (l.detail->'waited'->>'phoneAt')::timestamptz is distinct from w.phone_at
        or coalesce((l.detail->'waited'->>'clockMoved')::boolean, false) <> w.is_doubtful`,
  },
]
