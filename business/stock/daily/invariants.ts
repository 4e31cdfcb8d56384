import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of daily counts; each query returns the rows where it does not. */
export const dailyInvariants: readonly Invariant[] = [
  {
    name: 'dailyCounts.countedOnceMore',
    says: ['每类当天的数法从第一遍连续', 'Counts of a category in an evening are numbered from 1 on'],
    sql: 'select store_id, day, category from daily_count group by 1, 2, 3 having max(n) <> count(*)',
  },
  {
    name: 'dailyCounts.explainedIsADifference',
    says: ['写了原因的，都是数过两遍仍有差异的', 'What was explained differed, and had been counted twice'],
    sql: `select r.store_id, r.day, r.category, r.n from daily_count_reason r join daily_count c on c.store_id = r.store_id
      and c.day = r.day and c.category = r.category and c.n = r.n where c.off = 0 or c.n < 2`,
  },
  {
    name: 'dailyCounts.eveningsAreTheirCounts',
    says: ['每晚的合计等于各类之和', 'What is kept of an evening is the sum of its categories'],
    sql: `select d.store_id, d.day from daily_count_day d full join (select store_id, day, count(*) as counted,
          count(*) filter (where off <> 0) as differing, count(*) filter (where off <> 0 and reason is null) as open,
          sum(shelf + back) as pieces, coalesce(sum(off) filter (where off < 0), 0) as short,
          coalesce(sum(off) filter (where off > 0), 0) as over from daily_count_standing group by 1, 2) c using (store_id, day)
      where (d.counted, d.differing, d.open, d.pieces, d.short, d.over)
        is distinct from (c.counted, c.differing, c.open, c.pieces, c.short, c.over)`,
  },
]
