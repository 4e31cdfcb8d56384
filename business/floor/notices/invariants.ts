import type { Invariant } from '../../../platform/database/verify.ts'

export const noticeInvariants: readonly Invariant[] = [
  {
    name: 'notices.completeWasRead',
    says: [
      '算作传达完的通知，有人讲过，讲给的人都读过',
      'What counts as passed on was said, and read by whoever it was said to',
    ],
    sql: `select x.store_id, x.notice_id from notice_store x where x.complete_at is not null and (
        not exists (select 1 from notice_relay r where r.store_id = x.store_id and r.notice_id = x.notice_id and r.at <= x.complete_at)
        or exists (select 1 from notice_relay r join notice_told t on t.store_id = r.store_id and t.relay_id = r.id
          where r.store_id = x.store_id and r.notice_id = x.notice_id and r.at <= x.complete_at
            and exists (select 1 from appointment a where a.person_id = t.person_id and a.store_id = x.store_id and a.position = 'salesAssociate'
              and a.from_day < x.complete_at::date and (a.to_day is null or a.to_day > x.complete_at::date))
            and not exists (select 1 from person_away w where w.person_id = t.person_id
              and x.complete_at::date between w.from_day - 1 and w.to_day + 1)
            and not exists (select 1 from notice_reading g where g.store_id = x.store_id and g.notice_id = x.notice_id
              and g.person_id = t.person_id and g.at <= x.complete_at)))`,
  },
  {
    name: 'notices.relayedAsRecorded',
    says: ['店铺的传达时间等于第一次传达的记录', 'A store’s time of passing on is its first relay'],
    sql: `select x.store_id, x.notice_id, x.relayed_at, r.first from notice_store x
      left join (select store_id, notice_id, min(at) as first from notice_relay group by 1, 2) r on r.store_id = x.store_id and r.notice_id = x.notice_id
      where x.relayed_at is distinct from r.first`,
  },
  {
    name: 'notices.correctedOnce',
    says: [
      '每一版最多被一个新版更正，新版指回旧版',
      'A version is corrected by one newer version, which points back at it',
    ],
    sql: `select n.id, n.superseded_by from notice n join notice m on m.id = n.superseded_by
      where m.corrects is distinct from n.id or m.version <> n.version + 1 or m.root_id <> n.root_id`,
  },
  {
    name: 'notices.readAfterPublished',
    says: ['没有发布就没有已读', 'Nobody has read a notice before it was published'],
    sql: `select r.store_id, r.notice_id, r.person_id, r.at from notice_reading r join notice n on n.id = r.notice_id where r.at < n.published_at`,
  },
]
