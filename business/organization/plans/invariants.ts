import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of floor plans; each query returns the rows where it does not. */
export const planInvariants: readonly Invariant[] = [
  {
    name: 'floorPlans.zonesApart',
    says: ['一张平面图上没有两个区位重叠', 'On no plan does one zone lie on another'],
    sql: `select a.store_id, a.plan_id, a.zone from floor_plan_zone a join floor_plan_zone b on b.store_id = a.store_id
        and b.plan_id = a.plan_id and b.zone < a.zone
      where a.x < b.x + b.wide and b.x < a.x + a.wide and a.y < b.y + b.deep and b.y < a.y + a.deep`,
  },
  {
    name: 'floorPlans.drawnInOrder',
    says: ['平面图的版本号连着，每张至少有一个区位', 'Plans are counted without a gap, and each has a zone'],
    sql: `select f.store_id, f.id from floor_plan f where not exists (select from floor_plan_zone z where z.store_id = f.store_id and z.plan_id = f.id)
        or (f.no > 1 and not exists (select from floor_plan b where b.store_id = f.store_id and b.no = f.no - 1))`,
  },
]
