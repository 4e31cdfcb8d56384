import type { Db } from '../../platform/database/database.ts'
import type { OversightKind } from './shape.ts'

/** What became of one duty after it was made. */
export interface HistoryRow {
  /** 'done': an earlier doing that was taken back since. */
  readonly what: 'done' | 'reopened' | 'overdue' | 'missed' | OversightKind
  readonly at: string
  readonly byName: string | null
  readonly words: string | null
}
export const historyOf = (db: Db, store: string, id: string): Promise<HistoryRow[]> =>
  db.query<HistoryRow>(
    `select what, at, p.name as "byName", words from (
       select 'reopened' as what, at, by, why as words from duty_reopening where store_id = $1 and instance_id = $2
       union all select 'done', (was->>'at')::timestamptz, (was->>'by')::uuid, null from duty_reopening where store_id = $1 and instance_id = $2
       union all select kind, at, by, words from duty_oversight where store_id = $1 and instance_id = $2
       union all select kind, at, null::uuid, null from duty_lapse where store_id = $1 and instance_id = $2
     ) h left join person p on p.id = h.by order by at`,
    [store, id],
  )
