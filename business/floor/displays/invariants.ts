import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of the display manual and of checks by it; each query returns the rows where it does not. */
export const displayInvariants: readonly Invariant[] = [
  {
    name: 'displays.everyPointScoredOnce',
    says: [
      '每次对照，当时那一版适用于本店的每页有照片、每个要点打一次分',
      'A check shows each page of its edition that the store has, and scores each of its points once',
    ],
    sql: `select c.store_id, c.id, k.page, k.point from display_check c
      cross join lateral (
        select o.page, o.code as point from display_point o join display_page g on g.edition_id = o.edition_id and g.code = o.page
          where o.edition_id = c.edition_id and (g.store_kinds is null or c.store_kind = any(g.store_kinds))
        union select page, point from display_score where store_id = c.store_id and check_id = c.id) k
      left join display_point o on o.edition_id = c.edition_id and o.page = k.page and o.code = k.point
      left join display_score s on s.store_id = c.store_id and s.check_id = c.id and s.page = k.page and s.point = k.point
      where o.code is null or s.point is null`,
  },
  {
    name: 'displays.scoreIsThePoints',
    says: ['得分等于各要点的分数', 'The score is what its points come to'],
    sql: `select c.store_id, c.id, c.score from display_check c
      cross join lateral (select floor(sum(points) * 1000 / (count(*) * 2.0) + 0.5) as score from display_score s
        where s.store_id = c.store_id and s.check_id = c.id) x where c.score is distinct from x.score`,
  },
  {
    name: 'displays.wrongIsFound',
    says: ['每处不一致，当时都有一件待整改的事', 'Whatever deviated had a finding open at that time'],
    sql: `select c.store_id, c.id, s.page, s.point from display_check c
      join display_score s on s.store_id = c.store_id and s.check_id = c.id and s.points < 2
      where not exists (select from display_finding f where f.store_id = c.store_id and f.edition_id = c.edition_id and f.page = s.page
        and f.point = s.point and f.at <= c.at and (f.mended_at is null or f.mended_at >= c.at))`,
  },
  {
    name: 'displays.manualInForce',
    says: ['每次对照用的是当天生效的手册', 'Every check is by the manual in force that day'],
    sql: `select c.store_id, c.id from display_check c join display_edition e on e.id = c.edition_id
      where e.withdrawn_at is not null or e.from_day > c.day or exists (select from display_edition l
        where l.withdrawn_at is null and l.from_day > e.from_day and l.from_day <= c.day)`,
  },
  {
    name: 'displays.nobodyReviewsOneself',
    says: ['没有人确认自己交的对照', 'Nobody has looked after a check of his own'],
    sql: `select r.store_id, r.check_id from display_review r
      join display_check c on c.store_id = r.store_id and c.id = r.check_id where r.by = c.by`,
  },
  {
    name: 'displays.photosAreShown',
    says: [
      '陈列照片与手册图片都在，留下的都用上了',
      'Photos of displays and pictures of the manual are there and kept, and what is kept is shown',
    ],
    sql: `with shown as (select store_id, photo_id as id from display_photo
        union select store_id, mended_photo_id from display_finding where mended_photo_id is not null
        union select '00000000-0000-0000-0000-000000000000', picture_id from display_page)
      select coalesce(s.store_id, p.store_id) as store_id, coalesce(s.id, p.id) as photo from shown s
      full join (select store_id, id from photo where subject in ('display', 'manual') and kept_at is not null) p
        on p.store_id = s.store_id and p.id = s.id
      where s.id is null or p.id is null`,
  },
]
