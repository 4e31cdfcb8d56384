import type { Invariant } from '../../../platform/database/verify.ts'

/** What must hold of visits; each query returns the rows where it does not. */
export const visitInvariants: readonly Invariant[] = [
  {
    name: 'visits.everyItemScoredOnce',
    says: [
      '每次巡店，当时那一版适用于本店的每一项恰好打一次分',
      'A visit scores each item of its edition that the store has, once',
    ],
    sql: `select v.store_id, v.id, k.code from visit v
      cross join lateral (
        select code from visit_item where edition_id = v.edition_id and (store_kinds is null or v.store_kind = any(store_kinds))
        union select code from visit_score where store_id = v.store_id and visit_id = v.id) k
      left join visit_item i on i.edition_id = v.edition_id and i.code = k.code and (i.store_kinds is null or v.store_kind = any(i.store_kinds))
      left join visit_score s on s.store_id = v.store_id and s.visit_id = v.id and s.code = k.code
      where i.code is null or s.code is null`,
  },
  {
    name: 'visits.scoreIsTheItems',
    says: [
      '总分等于各部分得分按权重算出的结果',
      'The score is what the items of its sections come to by their weights',
    ],
    sql: `select v.store_id, v.id, v.score, x.score from visit v
      cross join lateral (
        select floor(sum(t.weight * t.got * 1000 / t.of) / sum(t.weight) + 0.5) as score from (
          select c.weight::numeric as weight, sum(i.weight * s.points)::numeric as got, sum(i.weight * 2)::numeric as of
          from visit_score s join visit_item i on i.edition_id = v.edition_id and i.code = s.code
          join visit_section c on c.edition_id = i.edition_id and c.code = i.section
          where s.store_id = v.store_id and s.visit_id = v.id and s.points is not null group by c.code, c.weight) t) x
      where v.score <> x.score`,
  },
  {
    name: 'visits.findingWasWrong',
    says: [
      '每个问题都来自没有得满分的一项；更正为合格的已撤回',
      'A finding belongs to an item that was not in order; made right by a correction, it is withdrawn',
    ],
    sql: `select f.store_id, f.id from visit_finding f
      join visit_score s on s.store_id = f.store_id and s.visit_id = f.visit_id and s.code = f.code
      where (s.points is null or s.points = 2) and not (f.state = 'withdrawn' and exists (select from visit_correction c
        join visit_corrected_score x on x.store_id = c.store_id and x.correction_id = c.id and x.code = f.code
        where c.store_id = f.store_id and c.visit_id = f.visit_id))`,
  },
  {
    name: 'visits.wrongIsFound',
    says: [
      '每一项不合格，当时都有一个没改完的问题',
      'Whatever was not in order had a finding open at that time',
    ],
    sql: `select v.store_id, v.id, s.code from visit v
      join visit_score s on s.store_id = v.store_id and s.visit_id = v.id and s.points = 0
      where not exists (select from visit_finding f where f.store_id = v.store_id and f.code = s.code and f.at <= v.at)`,
  },
  {
    name: 'visits.stateIsTheLastMove',
    says: ['问题的状态是它最后一步', 'A finding stands as the last of its moves left it'],
    sql: `select f.store_id, f.id from visit_finding f
      cross join lateral (select count(*)::int as moves, coalesce(max(m.no), 0) as last from visit_move m
        where m.store_id = f.store_id and m.finding_id = f.id) n
      left join visit_move l on l.store_id = f.store_id and l.finding_id = f.id and l.no = n.last
      where f.moves <> n.moves or n.last <> n.moves
        or f.state <> case coalesce(l.kind, 'sentBack') when 'sentBack' then 'open' else l.kind end`,
  },
  {
    name: 'visits.nobodyVerifiesOneself',
    says: ['没有人复核自己的整改', 'Nobody has verified what he mended himself'],
    sql: `select m.store_id, m.finding_id from visit_move m
      join visit_move b on b.store_id = m.store_id and b.finding_id = m.finding_id and b.no = m.no - 1
      where m.kind = 'verified' and (b.kind <> 'mended' or b.by = m.by)`,
  },
  {
    name: 'visits.editionInForce',
    says: ['每次巡店用的是当天生效的那一版', 'Every visit is by the edition of its kind in force that day'],
    sql: `select v.store_id, v.id from visit v join visit_edition e on e.id = v.edition_id
      where e.kind <> v.kind or e.withdrawn_at is not null or e.from_day > v.day or exists (select from visit_edition l
        where l.kind = e.kind and l.withdrawn_at is null and l.from_day > e.from_day and l.from_day <= v.day)`,
  },
  {
    name: 'visits.sectionsMakeAHundred',
    says: ['每一版各部分加起来是一百', 'The sections of an edition make up a hundred'],
    sql: `select edition_id, sum(weight) from visit_section group by edition_id having sum(weight) <> 100`,
  },
  {
    name: 'visits.photosAreShown',
    says: [
      '巡店的照片都在，留下的照片都用上了',
      'The photos that visits show are there and kept, and what is kept is shown',
    ],
    sql: `with shown as (select store_id, photo_id as id from visit_finding where photo_id is not null
        union all select store_id, photo_id from visit_move where photo_id is not null)
      select coalesce(s.store_id, p.store_id) as store_id, coalesce(s.id, p.id) as photo from shown s
      full join (select store_id, id from photo where subject = 'visit' and kept_at is not null) p on p.store_id = s.store_id and p.id = s.id
      where s.id is null or p.id is null`,
  },
  {
    name: 'visits.correctionsFollow',
    says: [
      '更正一次接一次：前后分数相连，最后的就是现在的',
      'Corrections follow one another: each begins where the one before ended, and the last is what holds',
    ],
    sql: `select c.store_id, c.id from visit_correction c join visit v on v.store_id = c.store_id and v.id = c.visit_id
      left join visit_correction n on n.store_id = c.store_id and n.visit_id = c.visit_id and n.no = c.no + 1
      left join visit_correction b on b.store_id = c.store_id and b.visit_id = c.visit_id and b.no = c.no - 1
      where c.score_after <> coalesce(n.score_before, v.score) or (c.no > 1 and b.id is null) or c.at < v.at
        or not exists (select from visit_corrected_score s where s.store_id = c.store_id and s.correction_id = c.id)`,
  },
  {
    name: 'visits.correctedPointsHold',
    says: ['每一项现在的分，是最后一次更正后的分', 'The points of an item are those of its last correction'],
    sql: `select v.store_id, v.visit_id, v.code from visit_score v
      join lateral (select s.points_after from visit_correction c
        join visit_corrected_score s on s.store_id = c.store_id and s.correction_id = c.id and s.code = v.code
        where c.store_id = v.store_id and c.visit_id = v.visit_id order by c.no desc limit 1) l on true
      where v.points is distinct from l.points_after`,
  },
  {
    name: 'visits.correctedFromAbove',
    says: ['没有人更正自己的巡店', 'Nobody has corrected his own visit'],
    sql: `select c.store_id, c.id from visit_correction c join visit v on v.store_id = c.store_id and v.id = c.visit_id
      where c.by = v.by or (c.acted_as = 'operationsDirector' and v.acted_as <> 'areaManager')`,
  },
]
