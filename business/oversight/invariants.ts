import type { Invariant } from '../../platform/database/verify.ts'

export const oversightInvariants: readonly Invariant[] = [
  {
    name: 'oversight.linesAreThere',
    says: ['督查清单的条数与逐条原因一致', 'An oversight list has as many causes as it says'],
    sql: `select l.store_id, l.id, l.day, l.answered from oversight_list l
      where l.answered <> (select count(*) from oversight_line n where n.store_id = l.store_id and n.list_id = l.id)`,
  },
  {
    name: 'oversight.versionsFollow',
    says: ['同一天的督查清单一版接一版', 'The versions of a day’s oversight list follow one another'],
    sql: `select store_id, area_id, day, version from (
        select store_id, area_id, day, version, made_at, row_number() over w as place, lag(made_at) over w as before from oversight_list
        window w as (partition by store_id, area_id, day order by version)) x
      where version <> place or made_at < before`,
  },
]
