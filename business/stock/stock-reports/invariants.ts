import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of stock-and-sales reports; each query returns the rows where it does not. */
export const stockReportInvariants: readonly Invariant[] = [
  {
    name: 'stockReports.versionsFollow',
    says: ['进销存报表版本从 1 连续', 'Versions of a report are numbered from 1 on'],
    sql: 'select area_id, kind, until from stock_report group by 1, 2, 3 having max(version) <> count(*)',
  },
  {
    name: 'stockReports.totalIsItsStores',
    says: ['报表合计等于各店之和', 'The total of a report is the sum of its stores'],
    sql: `select r.area_id, r.id, t.key from stock_report r cross join lateral jsonb_each_text(r.figures->'total') t
      where t.key <> 'pace' and t.value::numeric <> (select coalesce(sum((s->'facts'->>t.key)::numeric), 0)
        from jsonb_array_elements(r.figures->'stores') s)`,
  },
]
