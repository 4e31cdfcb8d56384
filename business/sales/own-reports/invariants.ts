import type { Invariant } from '../../../platform/database/verify.ts'

export const ownReportInvariants: readonly Invariant[] = [
  {
    name: 'ownReports.versionsInOrder',
    says: [
      '报告的版本从 1 起不断号，后一版更晚交',
      'Versions of a report run from 1 without a gap, each later than the one before',
    ],
    sql: `select r.store_id, r.id, r.version from own_report r where r.version > 1 and not exists (
        select 1 from own_report b where b.store_id = r.store_id and b.person_id = r.person_id and b.kind = r.kind and b.period = r.period
          and b.version = r.version - 1 and b.submitted_at <= r.submitted_at)`,
  },
  {
    name: 'ownReports.confirmedWhatWasOpened',
    says: ['确认或追问的人先打开过', 'Whoever confirmed or asked back had opened the report'],
    sql: `select v.store_id, v.report_id, v.kind, v.by from own_report_review v where v.kind <> 'opened' and not exists (
        select 1 from own_report_review o where o.store_id = v.store_id and o.report_id = v.report_id and o.by = v.by
          and o.kind = 'opened' and o.at <= v.at)`,
  },
  {
    name: 'ownReports.notOwnReviewed',
    says: ['没有人核阅自己的报告', 'Nobody has reviewed his own report'],
    sql: `select v.store_id, v.report_id, v.by from own_report_review v
      join own_report r on r.store_id = v.store_id and r.id = v.report_id where r.person_id = v.by and v.kind <> 'opened'`,
  },
  {
    name: 'ownReports.correctedUnread',
    says: [
      '店长看过的一版，没有追问就不会有新版',
      'A version that was read has no newer one unless it was asked back about',
    ],
    sql: `select r.store_id, r.id from own_report r join own_report b on b.store_id = r.store_id and b.person_id = r.person_id
        and b.kind = r.kind and b.period = r.period and b.version = r.version - 1
      where exists (select 1 from own_report_review v where v.store_id = b.store_id and v.report_id = b.id and v.at < r.submitted_at)
        and not exists (select 1 from own_report_review v where v.store_id = b.store_id and v.report_id = b.id and v.kind = 'askedBack' and v.at <= r.submitted_at)`,
  },
]
