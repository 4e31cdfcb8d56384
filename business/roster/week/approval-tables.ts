import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Held } from './approval-rules.ts'
import type { ApprovalTerms } from './approval-shape.ts'

const terms = `a.id, a.period, a.from_day as "from", a.to_day as "to", a.number, a.positions, a.ended_on as "endedOn"`

/** Approvals of hours counted over a period that hold in a store on a day: one at most for each position. */
export const approvalsOn = (db: Db, store: string, day: Day): Promise<Held[]> =>
  db.query<Held>(
    `select ${terms} from roster_approval a where a.store_id = $1 and a.from_day <= $2 and a.to_day >= $2
       and (a.ended_on is null or a.ended_on > $2) order by a.at desc`,
    [store, day],
  )

export interface ApprovalOfStore extends Held {
  readonly store: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly byName: string
  readonly at: string
  readonly endedWhy: string | null
}
/** All that hold, will hold, or are over since a day; those of one document beside one another. */
export const approvalsSince = (db: Db, day: Day): Promise<ApprovalOfStore[]> =>
  db.query<ApprovalOfStore>(
    `select ${terms}, a.store_id as store, s.code, s.name, s.name_en as "nameEn", p.name as "byName", a.at, a.ended_why as "endedWhy"
     from roster_approval a join store s on s.id = a.store_id join person p on p.id = a.by
     where a.to_day >= $1 order by a.to_day, a.id, s.code`,
    [day],
  )
export const approvalsOf = (db: Db, stores: readonly string[]): Promise<(Held & { store: string })[]> =>
  db.query<Held & { store: string }>(
    `select ${terms}, a.store_id as store from roster_approval a where a.store_id = any($1::uuid[])`,
    [stores],
  )
export const approvalById = (db: Db, id: string): Promise<(Held & { store: string })[]> =>
  db.query<Held & { store: string }>(
    `select ${terms}, a.store_id as store from roster_approval a where a.id = $1 order by a.store_id for update`,
    [id],
  )
/** Those of these stores that trade. */
export const tradingOf = (db: Db, stores: readonly string[], today: Day): Promise<{ id: string }[]> =>
  db.query('select id from store where id = any($1::uuid[]) and (closed_on is null or closed_on >= $2)', [
    stores,
    today,
  ])
/** One approval is entered after another, so that two cannot cover the same people. */
export const holdApprovals = (db: Db): Promise<unknown> =>
  db.query(`select pg_advisory_xact_lock(hashtext('roster_approval'))`)

export async function insertApproval(
  db: Db,
  a: ApprovalTerms & { readonly stores: readonly string[]; readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `insert into roster_approval (store_id, id, period, from_day, to_day, number, positions, by, at)
     select store, $2, $3, $4, $5, $6, $7::text[], $8, $9 from unnest($1::uuid[]) as store on conflict do nothing`,
    [a.stores, a.id, a.period, a.from, a.to, a.number, a.positions, a.by, a.at.toISOString()],
  )
}
export async function endApproval(
  db: Db,
  e: { id: string; stores: readonly string[]; on: Day; by: string; at: Date; why: string },
): Promise<void> {
  await db.query(
    `update roster_approval set ended_on = $3, ended_by = $4, ended_at = $5, ended_why = $6
     where id = $1 and store_id = any($2::uuid[]) and ended_on is null`,
    [e.id, e.stores, e.on, e.by, e.at.toISOString(), e.why],
  )
}
