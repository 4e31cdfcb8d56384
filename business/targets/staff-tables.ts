import type { Db } from '../../platform/database/database.ts'
import { firstDay, lastDay, type Month } from '../../platform/kinds/day.ts'
import type { Presence } from './store-rules.ts'

export interface StorePerson extends Presence {
  readonly name: string
  readonly manager: boolean
  /** Days of the month (1 …) on approved leave: not present, and so without a target. */
  readonly away: readonly number[]
}
/** Everybody appointed to the store on some day of the month, with the days on which he was there. */
export const storePeople = (db: Db, store: string, month: Month): Promise<StorePerson[]> =>
  db.query<StorePerson>(
    `with held as (
       select a.person_id, bool_or(a.position = 'storeManager') as manager, array_agg(a.from_day) as froms,
         array_agg(least(coalesce(a.to_day, 'infinity'), coalesce(p.left_on, 'infinity'))) as tos
       from appointment a join person p on p.id = a.person_id
       where a.store_id = $1 and a.position in ('storeManager', 'salesAssociate') and a.from_day <= $3::date
         and least(coalesce(a.to_day, 'infinity'), coalesce(p.left_on, 'infinity')) >= $2::date
       group by a.person_id
     )
     select h.person_id as person, p.name, h.manager,
       (select array_agg(exists (select 1 from unnest(h.froms, h.tos) as r (f, t) where d.day::date between r.f and r.t)
          and not exists (select 1 from person_away w where w.person_id = h.person_id and d.day::date between w.from_day and w.to_day)
          order by d.day)
        from generate_series($2::date, $3::date, interval '1 day') as d (day)) as present,
       (select coalesce(array_agg(d.i::int order by d.i) filter (where exists (select 1 from person_away w
          where w.person_id = h.person_id and d.day::date between w.from_day and w.to_day)), '{}')
        from generate_series($2::date, $3::date, interval '1 day') with ordinality as d (day, i)) as away
     from held h join person p on p.id = h.person_id
     order by h.manager desc, p.pinyin, p.id`,
    [store, firstDay(month), lastDay(month)],
  )

export const jobNumbersOf = async (db: Db, people: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.query<{ id: string; number: string | null }>(
    'select id, job_number as number from person where id = any($1::uuid[])',
    [[...people]],
  )
  return new Map(rows.map((row) => [row.id, row.number ?? '']))
}

export const peopleNames = async (db: Db, people: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from person where id = any($1::uuid[])',
    [people],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
