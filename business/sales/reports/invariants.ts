import type { Invariant } from '../../../platform/database/verify.ts'

export const reportInvariants: readonly Invariant[] = [
  {
    name: 'reports.frozenEqualsClosedDay',
    says: [
      '日报冻结的销售额等于日结后的店日合计',
      'A report’s frozen net sales equal the closed day’s total',
    ],
    sql: `select r.store_id, r.day, r.figures ->> 'net' as frozen, d.net, d.closed
      from daily_report r left join sales_store_day d on d.store_id = r.store_id and d.day = r.day
      where d.closed is not true or (r.figures ->> 'net')::bigint is distinct from d.net`,
  },
  {
    name: 'reports.reviewedAfterSubmission',
    says: ['没有提交就没有核阅', 'No review stands before the report was submitted'],
    sql: `select v.store_id, v.day, v.kind, v.at, r.submitted_at from report_review v
      left join daily_report r on r.store_id = v.store_id and r.day = v.day
      where r.id is null or v.at < r.submitted_at`,
  },
  {
    name: 'reports.confirmedWhatWasOpened',
    says: ['确认的人先打开过', 'Whoever confirmed a report had opened it'],
    sql: `select v.store_id, v.day, v.by, v.at from report_review v where v.kind = 'confirmed' and not exists (
        select from report_review o where o.store_id = v.store_id and o.day = v.day and o.by = v.by
          and o.kind = 'opened' and o.at <= v.at)`,
  },
]
