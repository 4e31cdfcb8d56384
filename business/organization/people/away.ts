import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'

/** Days on which somebody is away on approved leave, first and last included; the leave itself belongs to a later area. */
export const daysAway = (
  db: Db,
  people: readonly string[],
  from: Day,
  to: Day,
): Promise<{ person: string; from: Day; to: Day }[]> =>
  db.query(
    `select person_id as person, from_day as "from", to_day as "to" from person_away
     where person_id = any($1::uuid[]) and from_day <= $3 and to_day >= $2 order by person_id, from_day`,
    [people, from, to],
  )
