import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { StoreKind } from '../shape.ts'
import { readyPlan } from './ready.ts'
import type { FloorPlan, Placed } from './shape.ts'

export interface DrawnPlan {
  readonly id: string
  readonly no: number
  readonly from: Day
  readonly byName: string
  readonly at: string
  readonly zones: Placed[]
}
const drawn = `f.id, f.no, f.from_day as "from", p.name as "byName", f.at,
  (select json_agg(json_build_object('zone', z.zone, 'x', z.x, 'y', z.y, 'wide', z.wide, 'deep', z.deep) order by z.y, z.x)
   from floor_plan_zone z where z.store_id = f.store_id and z.plan_id = f.id) as zones
  from floor_plan f join person p on p.id = f.by`

/** All that were drawn of a store, the newest first. */
export const plansOf = (db: Db, store: string, most: number): Promise<DrawnPlan[]> =>
  db.query<DrawnPlan>(`select ${drawn} where f.store_id = $1 order by f.no desc limit $2`, [store, most])

/** The plan in force in a store on a day; before it has drawn one, the ready one of its kind. */
export async function planOn(db: Db, store: string, kind: StoreKind, day: Day): Promise<FloorPlan> {
  const found = await one<DrawnPlan>(
    db,
    `select ${drawn} where f.store_id = $1 and f.from_day <= $2 order by f.from_day desc, f.no desc limit 1`,
    [store, day],
  )
  return found
    ? { id: found.id, from: found.from, zones: found.zones }
    : { id: null, from: null, zones: readyPlan(kind) }
}
export const planById = (db: Db, store: string, id: string): Promise<DrawnPlan | undefined> =>
  one<DrawnPlan>(db, `select ${drawn} where f.store_id = $1 and f.id = $2`, [store, id])

export const kindOfStore = (
  db: Db,
  store: string,
): Promise<{ id: string; name: string; nameEn: string | null; kind: StoreKind } | undefined> =>
  one(db, 'select id, name, name_en as "nameEn", kind from store where id = $1', [store])

/** False where somebody has drawn another one meanwhile. */
export async function insertPlan(
  db: Db,
  p: {
    store: string
    id: string
    no: number
    from: Day
    by: string
    at: Date
    zones: readonly Placed[]
  },
): Promise<boolean> {
  const rows = await db.query(
    `with f as (
       insert into floor_plan (store_id, id, no, from_day, by, at)
       select $1, $2, $3, $4, $5, $6 where $3 = 1 + coalesce((select max(no) from floor_plan where store_id = $1), 0)
       on conflict do nothing returning store_id, id
     ), z as (
       insert into floor_plan_zone (store_id, plan_id, zone, x, y, wide, deep)
       select f.store_id, f.id, r.zone, r.x, r.y, r.wide, r.deep from f
       cross join jsonb_to_recordset($7::jsonb) as r (zone text, x int, y int, wide int, deep int)
     ) select id from f`,
    [p.store, p.id, p.no, p.from, p.by, p.at.toISOString(), JSON.stringify(p.zones)],
  )
  return rows.length > 0
}
