import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of the checklists; each query returns the rows where it does not. */
export const checkInvariants: readonly Invariant[] = [
  {
    name: 'checks.everyItemAnsweredOnce',
    says: [
      '每张交上的表，把当时那一版适用于本店的每一项恰好答一次',
      'Every sheet handed in answers each item of its edition that the store has, once',
    ],
    sql: `select s.store_id, s.id, i.code as asked, a.code as answered from check_sheet s
      cross join lateral (
        select code from check_item where edition_id = s.edition_id and (store_kinds is null or s.store_kind = any(store_kinds))
        union select code from check_answer where store_id = s.store_id and sheet_id = s.id) k
      left join check_item i on i.edition_id = s.edition_id and i.code = k.code and (i.store_kinds is null or s.store_kind = any(i.store_kinds))
      left join check_answer a on a.store_id = s.store_id and a.sheet_id = s.id and a.code = k.code
      where i.code is null or a.code is null`,
  },
  {
    name: 'checks.countsAreTheAnswers',
    says: [
      '表上的项数、不合格数、用时与明细相符',
      'A sheet’s counts and seconds are those of its answers and times',
    ],
    sql: `select s.store_id, s.id from check_sheet s
      cross join lateral (select count(*) as items, count(*) filter (where not in_order) as wrong from check_answer a
        where a.store_id = s.store_id and a.sheet_id = s.id) n
      where s.items <> n.items or s.wrong <> n.wrong or s.at <> s.begun_at + make_interval(secs => s.seconds)`,
  },
  {
    name: 'checks.findingWasWrong',
    says: ['待整改的事，来自一项不合格的回答', 'A finding belongs to an item that was not in order'],
    sql: `select f.store_id, f.id from check_finding f
      join check_sheet s on s.store_id = f.store_id and s.id = f.sheet_id
      join check_answer a on a.store_id = f.store_id and a.sheet_id = f.sheet_id and a.code = f.code
      where a.in_order or a.wrong <> f.wrong or s.kind <> f.kind or s.zone <> f.zone or s.day <> f.day or s.at <> f.at`,
  },
  {
    name: 'checks.wrongIsFound',
    says: [
      '每一项不合格，当时都有一件待整改的事',
      'Whatever was not in order had a finding open at that time',
    ],
    sql: `select s.store_id, s.id, a.code from check_sheet s
      join check_answer a on a.store_id = s.store_id and a.sheet_id = s.id and not a.in_order
      where not exists (select from check_finding f where f.store_id = s.store_id and f.kind = s.kind and f.zone = s.zone and f.code = a.code
        and f.at <= s.at and (f.mended_at is null or f.mended_at >= s.at))`,
  },
  {
    name: 'checks.versionsFollow',
    says: ['同一张表的版本从 1 起一个接一个', 'Versions of one sheet follow one another from the first'],
    sql: `select store_id, day, kind, zone, round, keeper from check_sheet group by 1, 2, 3, 4, 5, 6
      having max(version) <> count(*) or min(version) <> 1`,
  },
  {
    name: 'checks.editionInForce',
    says: ['每张表用的是当天生效的那一版', 'Every sheet is by the edition of its kind in force that day'],
    sql: `select s.store_id, s.id from check_sheet s join check_edition e on e.id = s.edition_id
      where e.kind <> s.kind or e.withdrawn_at is not null or e.from_day > s.day or exists (select from check_edition l
        where l.kind = e.kind and l.withdrawn_at is null and l.from_day > e.from_day and l.from_day <= s.day)`,
  },
  {
    name: 'checks.fastIsFlagged',
    says: ['快得不合理的表都有提示', 'A sheet that took less than looking takes is flagged, and no other'],
    sql: `select store_id, id from check_sheet where (seconds < least_seconds) <> ('fast' = any(flags))`,
  },
  {
    name: 'checks.nobodyReviewsOneself',
    says: ['没有人确认自己交的表', 'Nobody has looked after a sheet of his own'],
    sql: `select r.store_id, r.sheet_id from check_review r
      join check_sheet s on s.store_id = r.store_id and s.id = r.sheet_id where r.by = s.by`,
  },
  {
    name: 'checks.photosAreShown',
    says: [
      '检查表的照片都在，留下的照片都用上了',
      'The photos that checklists show are there and kept, and what is kept is shown',
    ],
    sql: `with shown as (select store_id, photo_id as id from check_answer where photo_id is not null
        union all select store_id, mended_photo_id from check_finding where mended_photo_id is not null)
      select coalesce(s.store_id, p.store_id) as store_id, coalesce(s.id, p.id) as photo from shown s
      full join (select store_id, id from photo where subject = 'check' and kept_at is not null) p on p.store_id = s.store_id and p.id = s.id
      where s.id is null or p.id is null`,
  },
]
