import type { Invariant } from '../../../platform/database/verify.ts'

export const rosterInvariants: readonly Invariant[] = [
  {
    name: 'rosters.versionsFollow',
    says: ['一周的班表，版本从 1 连续', 'Versions of a week’s roster are numbered from 1 on'],
    sql: `select store_id, week from roster_version group by store_id, week having max(version) <> count(*)`,
  },
  {
    name: 'rosters.nobodyTwice',
    says: ['一个人同一时间只在一家店上班', 'Nobody works in two stores at the same time'],
    sql: `select a.person_id, a.day, a.store_id, b.store_id as other from roster_works a
      join roster_works b on b.person_id = a.person_id and b.day = a.day and b.store_id > a.store_id
      where a.from_minute < b.to_minute and b.from_minute < a.to_minute`,
  },
  {
    name: 'rosters.releasedAsRuled',
    says: ['已发布的班表，每人一周至少休一天', 'On a released roster everybody has a day off in the week'],
    sql: `select store_id, week, person_id from roster_works group by store_id, week, person_id having count(*) > 6`,
  },
  {
    name: 'rosters.swapsMadeVersions',
    says: ['批准的换班都有它发布的版本', 'Each swap that was approved has the version that it made'],
    sql: `select s.store_id, s.id from roster_swap s where s.approved and not exists (
      select 1 from roster_version v where v.store_id = s.store_id and v.week = s.week and v.version = s.version)`,
  },
  {
    name: 'rosters.ofThePeople',
    says: ['班表上的人那天属于这家店', 'Whoever is on a roster was of that store that day'],
    sql: `select c.store_id, c.week, c.version, c.person_id, c.day from roster_cell c where not exists (
      select 1 from appointment a where a.store_id = c.store_id and a.person_id = c.person_id
        and a.position in ('storeManager', 'salesAssociate') and a.from_day <= c.day)`,
  },
]
