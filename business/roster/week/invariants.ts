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
  {
    name: 'rosters.oneApprovalEach',
    says: [
      '同一家店、同一岗位、同一天，至多一份综合工时批准',
      'In a store no position is covered by two approvals on one day',
    ],
    sql: `select a.store_id, a.id, b.id as other from roster_approval a join roster_approval b on b.store_id = a.store_id and b.id > a.id
      where a.from_day <= b.to_day and b.from_day <= a.to_day and (a.positions is null or b.positions is null or a.positions && b.positions)
        and coalesce(a.ended_on, 'infinity') > b.from_day and coalesce(b.ended_on, 'infinity') > a.from_day`,
  },
  {
    name: 'rosters.approvalIsOneDocument',
    says: ['一份批准在各店写的都一样', 'An approval says the same in each of its stores'],
    sql: `select id from roster_approval group by id
      having count(distinct (period, from_day, to_day, number, positions)) > 1`,
  },
]
