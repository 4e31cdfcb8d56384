import { type Db, one } from '../../../../platform/database/database.ts'
import type { Day, Month } from '../../../../platform/kinds/day.ts'
import { companyWide, newId } from '../../../../platform/kinds/id.ts'
import type { Said, SeatFigures, SteeredFactor } from '../shape.ts'
import type { Directive, GivenAs, Level, StepKind } from './shape.ts'

const utc = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** $1 is the day on which the seat's holder is looked up. */
const directiveSql = `
  select d.id, d.store_id as store, d.level, d.seat_id as seat, coalesce(s.name, a.name) as "seatName",
    coalesce(s.name_en, a.name_en) as "seatNameEn", h.name as holder, d.given_as as "givenAs", d.given_by as "givenBy",
    coalesce(g.name, '') as "givenByName", d.given_at as "givenAt", d.due_at as "dueAt", d.measure, d.words, d.month, d.factor,
    d.figures, (
      select coalesce(json_agg(json_build_object('id', t.id, 'no', t.no, 'kind', t.kind, 'by', t.by, 'byName', coalesce(p.name, ''),
        'at', ${utc('t.at')}, 'words', t.words, 'figures', t.figures, 'dueAt', ${utc('t.due_at')}) order by t.no), '[]'::json)
      from directive_step t left join person p on p.id = t.by
      where t.store_id = d.store_id and t.directive_id = d.id) as steps
  from directive d left join store s on d.level = 'store' and s.id = d.seat_id
  left join area a on d.level = 'area' and a.id = d.seat_id
  left join person g on g.id = d.given_by
  left join lateral (
    select p.name from appointment h join person p on p.id = h.person_id
    where h.position = case d.level when 'store' then 'storeManager' when 'area' then 'areaManager' else 'operationsDirector' end
      and coalesce(h.store_id, h.area_id, '${companyWide}') = d.seat_id
      and h.from_day <= $1 and (h.to_day is null or h.to_day >= $1)
    order by h.from_day desc limit 1) h on true`

export const findDirective = (
  db: Db,
  store: string,
  id: string,
  today: Day,
): Promise<Directive | undefined> =>
  one<Directive>(db, `${directiveSql} where d.store_id = $2 and d.id = $3`, [today, store, id])

/** Whom a directive concerns, for the guard. */
export const seatOfDirective = (
  db: Db,
  store: string,
  id: string,
): Promise<{ level: Level; seat: string } | undefined> =>
  one(db, 'select level, seat_id as seat from directive where store_id = $1 and id = $2', [store, id])

/** Those that wait for somebody, and those closed since; null asks for all stores or areas. Whose deadline is nearest first. */
export const directivesOf = (
  db: Db,
  among: { stores: readonly string[] | null; areas: readonly string[] | null },
  today: Day,
  since: Date,
  most: number,
): Promise<Directive[]> =>
  db.query<Directive>(
    `${directiveSql}
     where (d.closed_at is null or d.closed_at >= $4)
       and (case d.level when 'store' then $2::uuid[] is null or d.store_id = any($2)
         when 'area' then $3::uuid[] is null or d.seat_id = any($3) else $3::uuid[] is null end)
     order by d.closed_at desc nulls first, d.due_at, d.id limit $5`,
    [today, among.stores, among.areas, since.toISOString(), most],
  )

export interface NewDirective extends Said {
  readonly level: Level
  readonly seat: string
  readonly givenAs: GivenAs
  readonly by: string
  readonly at: Date
  readonly dueAt: Date
  readonly month: Month | null
  readonly factor: SteeredFactor | null
  readonly figures: SeatFigures | null
}
export const storeOf = (level: Level, seat: string): string => (level === 'store' ? seat : companyWide)

export async function recordDirective(db: Db, d: NewDirective): Promise<string> {
  const id = newId()
  await db.query(
    `insert into directive (store_id, id, level, seat_id, given_as, given_by, given_at, due_at, measure, words, month, factor, figures)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb)`,
    [
      storeOf(d.level, d.seat),
      id,
      d.level,
      d.seat,
      d.givenAs,
      d.by,
      d.at.toISOString(),
      d.dueAt.toISOString(),
      d.measure,
      d.words,
      d.month,
      d.factor,
      d.figures && JSON.stringify(d.figures),
    ],
  )
  return id
}

/** Whoever acts on a directive holds it until he is done. */
export const holdDirective = (db: Db, store: string, id: string): Promise<unknown> =>
  db.query('select id from directive where store_id = $1 and id = $2 for update', [store, id])

export async function recordStep(
  db: Db,
  step: {
    readonly store: string
    readonly directive: string
    readonly no: number
    readonly kind: StepKind
    readonly by: string
    readonly at: Date
    readonly words: string | null
    readonly figures: SeatFigures | null
    readonly dueAt: Date | null
  },
): Promise<string> {
  const id = newId()
  await db.query(
    `insert into directive_step (store_id, directive_id, id, no, kind, by, at, words, figures, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [
      step.store,
      step.directive,
      id,
      step.no,
      step.kind,
      step.by,
      step.at.toISOString(),
      step.words,
      step.figures && JSON.stringify(step.figures),
      step.dueAt?.toISOString() ?? null,
    ],
  )
  if (step.kind === 'accepted' || step.kind === 'withdrawn')
    await db.query('update directive set closed_at = $3 where store_id = $1 and id = $2', [
      step.store,
      step.directive,
      step.at.toISOString(),
    ])
  return id
}

/** The wall clock by which a seat goes: the store's own, else the company's. */
export async function timeZoneOf(db: Db, level: Level, seat: string): Promise<string> {
  const row =
    level === 'store'
      ? await one<{ zone: string }>(db, 'select time_zone as zone from store where id = $1', [seat])
      : await one<{ zone: string }>(db, 'select time_zone as zone from company')
  return row?.zone ?? 'Asia/Shanghai'
}

export interface Receiver {
  readonly level: Level
  readonly seat: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly pinyin: string
  readonly holder: string | null
}
/** The areas and stores that somebody may direct, each with who holds it. */
export const receiversOf = (
  db: Db,
  among: { stores: readonly string[] | null; areas: readonly string[] | null },
  today: Day,
  most: number,
): Promise<Receiver[]> =>
  db.query<Receiver>(
    `select x.level, x.seat, x.code, x.name, x.name_en as "nameEn", x.pinyin, (
       select p.name from appointment h join person p on p.id = h.person_id
       where h.position = x.position and coalesce(h.store_id, h.area_id) = x.seat
         and h.from_day <= $1 and (h.to_day is null or h.to_day >= $1) order by h.from_day desc limit 1) as holder
     from (
       select 'area' as level, 'areaManager' as position, a.id as seat, a.code, a.name, a.name_en, a.pinyin from area a
       where ($3::uuid[] is null or a.id = any($3)) and exists (select 1 from store_area m where m.area_id = a.id)
       union all
       select 'store', 'storeManager', s.id, s.code, s.name, s.name_en, s.pinyin from store s
       where ($2::uuid[] is null or s.id = any($2)) and s.opened_on <= $1 and (s.closed_on is null or s.closed_on >= $1)
     ) x order by x.level, x.code limit $4`,
    [today, among.stores, among.areas, most],
  )
