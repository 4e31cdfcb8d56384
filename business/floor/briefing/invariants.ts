import type { Invariant } from '../../../platform/database/verify.ts'

export const briefingInvariants: readonly Invariant[] = [
  {
    name: 'dayPlans.versionsFollow',
    says: [
      '每天的计划、晨会、收尾，版本从 1 连续',
      'Plans, briefings and closings of a day are numbered from 1 on',
    ],
    sql: `select kind, store_id, day from (
        select 'plan' as kind, store_id, day, version from day_plan union all
        select 'briefing', store_id, day, version from day_briefing union all
        select 'closing', store_id, day, version from day_closing) v
      group by kind, store_id, day having max(version) <> count(*)`,
  },
  {
    name: 'dayPlans.ofItsDay',
    says: ['晨会和收尾说的是当天的计划', 'A briefing and a closing are about a plan of their own day'],
    sql: `select b.store_id, b.id from day_briefing b join day_plan p on p.store_id = b.store_id and p.id = b.plan_id where p.day <> b.day
      union all select c.store_id, c.id from day_closing c join day_plan p on p.store_id = c.store_id and p.id = c.plan_id where p.day <> c.day`,
  },
  {
    name: 'dayPlans.everyThingAnswered',
    says: ['收尾逐件说了做没做', 'A closing says of each thing whether it was done'],
    sql: `select c.store_id, c.id from day_closing c join day_plan p on p.store_id = c.store_id and p.id = c.plan_id
      where cardinality(c.done) <> cardinality(p.things)`,
  },
  {
    name: 'dayPlans.somebodyWasTold',
    says: ['晨会至少有一人在场', 'Somebody was there at a briefing'],
    sql: `select b.store_id, b.id from day_briefing b where not exists (
      select 1 from day_briefing_person x where x.store_id = b.store_id and x.briefing_id = b.id and x.present)`,
  },
]
