import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Notice } from './shape.ts'
import { noticeColumns, noticeJoins } from './tables.ts'

export interface Published extends Notice {
  readonly concerned: number
  readonly toRelay: number
  readonly relayed: number
  readonly complete: number
}
/** What was published lately, newest first, and how many of its stores have passed it on. null: of all; else one area's own. */
export const publishedLately = (
  db: Db,
  by: { readonly person: string; readonly area: string | null; readonly all: boolean },
  most: number,
): Promise<Published[]> =>
  db.query<Published>(
    `select ${noticeColumns}, c.* from (select * from notice m where m.superseded_by is null
         and ($1::boolean or m.published_by = $2 or m.area_id = $3) order by m.published_at desc limit $4) n ${noticeJoins}
     cross join lateral (select count(*)::int as concerned, count(due_at)::int as "toRelay", count(relayed_at)::int as relayed,
       count(complete_at)::int as complete from notice_store x where x.notice_id = n.id) c
     order by n.published_at desc`,
    [by.all, by.person, by.area, most],
  )

export interface StoreProgress {
  readonly store: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly area: string | null
  readonly areaName: string | null
  readonly areaNameEn: string | null
  readonly manager: string | null
  readonly dueAt: string | null
  readonly relayedAt: string | null
  readonly completeAt: string | null
  readonly remindedAt: string | null
  readonly people: number
  readonly read: number
}
/** Store by store: passed on when, and how many of those meant have read it. */
export const progressByStore = (
  db: Db,
  notice: Pick<Notice, 'id' | 'positions'>,
  stores: 'all' | readonly string[],
  day: Day,
): Promise<StoreProgress[]> =>
  db.query<StoreProgress>(
    `with concerned as (
       select x.*, (select m.area_id from store_area m where m.store_id = x.store_id and m.from_day <= $4 order by m.from_day desc limit 1) as area_id
       from notice_store x where x.notice_id = $1 and ($2::boolean or x.store_id = any($3::uuid[]))
     ), meant as (
       select a.store_id, count(distinct a.person_id)::int as people, count(distinct r.person_id)::int as read
       from appointment a left join notice_reading r on r.store_id = a.store_id and r.notice_id = $1 and r.person_id = a.person_id
       where a.store_id in (select store_id from concerned) and a.position = any($5::text[]) and a.from_day <= $4 and (a.to_day is null or a.to_day >= $4)
       group by 1
     )
     select c.store_id as store, s.code, s.name, s.name_en as "nameEn", a.id as area, a.name as "areaName", a.name_en as "areaNameEn",
       (select p.name from appointment h join person p on p.id = h.person_id where h.store_id = c.store_id and h.position = 'storeManager'
         and h.from_day <= $4 and (h.to_day is null or h.to_day >= $4) order by h.from_day desc limit 1) as manager,
       c.due_at as "dueAt", c.relayed_at as "relayedAt", c.complete_at as "completeAt",
       (select max(m.at) from notice_reminder m where m.store_id = c.store_id and m.notice_id = $1) as "remindedAt",
       coalesce(m.people, 0) as people, coalesce(m.read, 0) as read
     from concerned c join store s on s.id = c.store_id left join area a on a.id = c.area_id left join meant m on m.store_id = c.store_id
     order by a.code nulls last, s.code`,
    [notice.id, stores === 'all', stores === 'all' ? [] : stores, day, notice.positions],
  )

/** Who of the stores' people has not read it yet. */
export const unreadPeople = (
  db: Db,
  notice: Pick<Notice, 'id' | 'positions'>,
  stores: readonly string[],
  day: Day,
): Promise<{ store: string; name: string; away: boolean }[]> =>
  db.query(
    `select distinct a.store_id as store, p.name, p.pinyin,
       exists (select 1 from person_away w where w.person_id = p.id and $3 between w.from_day and w.to_day) as away
     from appointment a join person p on p.id = a.person_id
     where a.store_id = any($2::uuid[]) and a.position = any($4::text[]) and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3)
       and not exists (select 1 from notice_reading r where r.store_id = a.store_id and r.notice_id = $1 and r.person_id = a.person_id)
     order by a.store_id, p.pinyin`,
    [notice.id, stores, day, notice.positions],
  )
