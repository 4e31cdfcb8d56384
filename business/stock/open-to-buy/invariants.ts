import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of plans to buy by; each query returns the rows where it does not. */
export const openToBuyInvariants: readonly Invariant[] = [
  {
    name: 'openToBuy.everyCategoryHasItsMonths',
    says: [
      '每个品类每个月各有一行，不多不少',
      'Every category of a plan has each of its months once, and none outside it',
    ],
    sql: `select p.id, l.category, count(*) as months from buy_plan p join buy_plan_line l on l.plan_id = p.id group by p.id, l.category
      having count(*) <> p.months or min(l.month) <> p.from_month or max(l.month) <> (p.from_month + (p.months - 1) * interval '1 month')::date`,
  },
  {
    name: 'openToBuy.planHasLines',
    says: ['没有空的采购计划', 'No plan to buy by is empty'],
    sql: 'select p.id from buy_plan p where not exists (select from buy_plan_line l where l.plan_id = p.id)',
  },
  {
    name: 'openToBuy.twoPeople',
    says: ['交的人和批的人不是同一个', 'Nobody approves a plan to buy by that is his own'],
    sql: 'select p.id from buy_plan p join buy_plan_decision d on d.plan_id = p.id and d.approved where d.by = p.submitted_by',
  },
  {
    name: 'openToBuy.oneLatest',
    says: ['采购计划一版接一版，最新的只有一版', 'Versions follow one another: one at most is the latest'],
    sql: `select count(*) from buy_plan p where not exists (select from buy_plan x where x.based_on = p.id) having count(*) > 1`,
  },
]
