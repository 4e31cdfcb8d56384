import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { PositionName } from '../../organization/shape.ts'

export interface HoldersCount {
  readonly position: PositionName
  readonly people: number
  readonly seats: number
}
/** How many people hold each position on a day, over how many stores or areas. */
export const holdersOn = (db: Db, day: Day): Promise<HoldersCount[]> =>
  db.query<HoldersCount>(
    `select position, count(distinct person_id)::int as people, count(distinct coalesce(store_id, area_id))::int as seats from appointment
     where from_day <= $1 and (to_day is null or to_day >= $1) group by position`,
    [day],
  )
