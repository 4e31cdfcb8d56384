import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of development plans; each query returns the rows where it does not. */
export const growthInvariants: readonly Invariant[] = [
  {
    name: 'growth.planIsItsLastReview',
    says: [
      '计划的下一步与结果，是最后一次回看写的',
      'A plan’s step and outcome are those of its last review',
    ],
    sql: `select g.store_id, g.id from growth_plan g
      join lateral (select r.next_step, r.by_day, r.outcome, r.day from growth_review r where r.store_id = g.store_id and r.plan_id = g.id
        order by r.at desc, r.id desc limit 1) l on true
      where g.outcome is distinct from l.outcome or (l.outcome is null and (g.next_step <> l.next_step or g.by_day <> l.by_day))
        or (l.outcome is not null and g.ended_on <> l.day)`,
  },
  {
    name: 'growth.endedByReview',
    says: ['结束的计划都有一次写明结果的回看', 'A plan that has ended has a review that says so'],
    sql: `select g.store_id, g.id from growth_plan g where g.outcome is not null
      and not exists (select from growth_review r where r.store_id = g.store_id and r.plan_id = g.id and r.outcome = g.outcome)`,
  },
  {
    name: 'growth.nobodyReviewsOneself',
    says: ['没有人回看自己的计划', 'Nobody reviews his own plan'],
    sql: `select r.store_id, r.id from growth_review r join growth_plan g on g.store_id = r.store_id and g.id = r.plan_id where r.by = g.person_id`,
  },
]
