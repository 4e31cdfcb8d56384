import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { PlaceRule } from './shape.ts'

export interface PlaceRuleRow {
  readonly of: 'store' | 'company'
  readonly rule: PlaceRule
  readonly from: Day
  readonly byName: string
}
/** Every rule that holds for a store on a day or will: its own and the company's, the latest first. */
export const placeRulesOf = (db: Db, store: string, day: Day): Promise<PlaceRuleRow[]> =>
  db.query<PlaceRuleRow>(
    `select case when r.store_id is null then 'company' else 'store' end as of, r.rule, r.from_day as "from", p.name as "byName"
     from attendance_place_rule r join person p on p.id = r.by
     where (r.store_id = $1 or r.store_id is null) and (r.from_day > $2 or r.from_day = (
       select max(l.from_day) from attendance_place_rule l where l.store_id is not distinct from r.store_id and l.from_day <= $2))
     order by r.from_day desc, 1`,
    [store, day],
  )
/** False where one begins on that day already. */
export async function insertPlaceRule(
  db: Db,
  r: { id: string; store: string | null; from: Day; rule: PlaceRule; by: string; at: Date },
): Promise<boolean> {
  const known = await one(db, 'select 1 from attendance_place_rule where id = $1', [r.id])
  if (known) return true
  const rows = await db.query(
    `insert into attendance_place_rule (id, store_id, from_day, rule, by, at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning id`,
    [r.id, r.store, r.from, r.rule, r.by, r.at.toISOString()],
  )
  return rows.length > 0
}
