import { type Db, one } from '../../../../platform/database/database.ts'
import type { Day, Month } from '../../../../platform/kinds/day.ts'
import { companyWide, newId } from '../../../../platform/kinds/id.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import type { SeatFigures } from '../shape.ts'
import type { ChaseLine, ChaseList, MonthClose, StoreMonth } from './shape.ts'

/** A line's directive lies with its store, in the director's list with the company. */
const listSql = `
  select l.id, l.seat_id as seat, l.day, l.version, l.made_by as "madeBy", coalesce(p.name, '') as "madeByName",
    l.made_at as "madeAt", l.as_of as "asOf", l.figures, l.seats, l.behind, (
      select coalesce(json_agg(json_build_object('seat', n.seat_id, 'name', coalesce(s.name, a.name, ''), 'nameEn', coalesce(s.name_en, a.name_en),
        'behind', n.behind, 'figures', n.figures, 'cause', n.cause, 'measure', n.measure, 'words', n.words, 'directive', n.directive_id,
        'directiveState', case when n.directive_id is null then null else coalesce((
          select t.kind from directive_step t where t.directive_id = n.directive_id
            and t.store_id = case when l.seat_id = '${companyWide}' then '${companyWide}' else n.seat_id end
          order by t.no desc limit 1), 'given') end) order by n.place), '[]'::json)
      from chase_line n left join store s on s.id = n.seat_id left join area a on a.id = n.seat_id
      where n.store_id = l.store_id and n.list_id = l.id) as lines
  from chase_list l left join person p on p.id = l.made_by
  where l.store_id = '${companyWide}'`

/** The list of a day in its last version; seat is the area, or the nil uuid for the director's. */
export const findList = (db: Db, seat: string, day: Day): Promise<ChaseList | undefined> =>
  one<ChaseList>(db, `${listSql} and l.seat_id = $1 and l.day = $2 order by l.version desc limit 1`, [
    seat,
    day,
  ])
/** The last list of a seat from before a day. */
export const findListBefore = (db: Db, seat: string, day: Day, since: Day): Promise<ChaseList | undefined> =>
  one<ChaseList>(
    db,
    `${listSql} and l.seat_id = $1 and l.day < $2 and l.day >= $3 order by l.day desc, l.version desc limit 1`,
    [seat, day, since],
  )

/** Which of the seats handed in their list of a day, and when; the last version. */
export const listsOn = (
  db: Db,
  seats: readonly string[],
  day: Day,
): Promise<{ seat: string; madeAt: string; madeByName: string; behind: number }[]> =>
  db.query(
    `select distinct on (l.seat_id) l.seat_id as seat, l.made_at as "madeAt", coalesce(p.name, '') as "madeByName", l.behind
     from chase_list l left join person p on p.id = l.made_by
     where l.store_id = $1 and l.seat_id = any($2::uuid[]) and l.day = $3 order by l.seat_id, l.version desc`,
    [companyWide, seats, day],
  )

export interface NewList {
  readonly seat: string
  readonly day: Day
  readonly version: number
  readonly by: string
  readonly at: Date
  readonly asOf: Day | null
  readonly figures: SeatFigures | null
  readonly seats: number
  readonly behind: number
  readonly lines: readonly ChaseLine[]
}
/** Undefined when somebody else has handed in that version meanwhile. */
export async function recordList(db: Db, l: NewList): Promise<string | undefined> {
  const id = newId()
  const kept = await db.query(
    `insert into chase_list (store_id, id, seat_id, day, version, made_by, made_at, as_of, figures, seats, behind)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11) on conflict (store_id, seat_id, day, version) do nothing returning id`,
    [
      companyWide,
      id,
      l.seat,
      l.day,
      l.version,
      l.by,
      l.at.toISOString(),
      l.asOf,
      l.figures && JSON.stringify(l.figures),
      l.seats,
      l.behind,
    ],
  )
  if (kept.length === 0) return undefined
  if (l.lines.length > 0)
    await db.query(
      `insert into chase_line (store_id, list_id, seat_id, place, behind, figures, cause, measure, words, directive_id)
       select $1, $2, seat, place, behind, figures, cause, measure, words, directive
       from jsonb_to_recordset($3::jsonb) as n (seat uuid, place int, behind boolean, figures jsonb, cause text, measure text,
         words text, directive uuid)`,
      [companyWide, id, JSON.stringify(l.lines.map((line, i) => ({ ...line, place: i + 1 })))],
    )
  return id
}

/** The stores of an area at the end of a month, each with what it sold and what was asked of it. */
export const storeMonths = (db: Db, area: string, from: Day, to: Day): Promise<StoreMonth[]> =>
  db.query<StoreMonth>(
    `select s.id as seat, s.code, s.name, s.name_en as "nameEn",
       (select coalesce(sum(d.net), 0)::int8 from sales_store_day d where d.store_id = s.id and d.day between $2 and $3) as net,
       (select sum(t.amount)::int8 from store_day_target t where t.store_id = s.id and t.day between $2 and $3) as target
     from store s
     where s.opened_on <= $3 and (s.closed_on is null or s.closed_on >= $3)
       and (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $3 order by m.from_day desc limit 1) = $1
     order by s.code`,
    [area, from, to],
  )

export const findClose = (db: Db, area: string, month: Month): Promise<MonthClose | undefined> =>
  one<MonthClose>(
    db,
    `select c.id, c.version, coalesce(p.name, '') as "madeByName", c.made_at as "madeAt", c.net, c.target, c.stores, c.reached, c.words, (
       select coalesce(json_agg(json_build_object('seat', n.seat_id, 'net', n.net, 'target', n.target, 'reached', n.reached,
         'words', n.words) order by n.place), '[]'::json)
       from month_close_line n where n.store_id = c.store_id and n.close_id = c.id) as lines
     from month_close c left join person p on p.id = c.made_by
     where c.store_id = $1 and c.area_id = $2 and c.month = $3 order by c.version desc limit 1`,
    [companyWide, area, month],
  )

export interface NewClose {
  readonly area: string
  readonly month: Month
  readonly version: number
  readonly by: string
  readonly at: Date
  readonly net: Money
  readonly target: Money
  readonly stores: number
  readonly reached: number
  readonly words: string | null
  readonly lines: readonly {
    seat: string
    net: Money
    target: Money
    reached: boolean
    words: string | null
  }[]
}
/** Undefined when somebody else has summed it up meanwhile. */
export async function recordClose(db: Db, c: NewClose): Promise<string | undefined> {
  const id = newId()
  const kept = await db.query(
    `insert into month_close (store_id, id, area_id, month, version, made_by, made_at, net, target, stores, reached, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (store_id, area_id, month, version) do nothing returning id`,
    [
      companyWide,
      id,
      c.area,
      c.month,
      c.version,
      c.by,
      c.at.toISOString(),
      c.net,
      c.target,
      c.stores,
      c.reached,
      c.words,
    ],
  )
  if (kept.length === 0) return undefined
  if (c.lines.length > 0)
    await db.query(
      `insert into month_close_line (store_id, close_id, seat_id, place, net, target, reached, words)
       select $1, $2, seat, place, net, target, reached, words
       from jsonb_to_recordset($3::jsonb) as n (seat uuid, place int, net bigint, target bigint, reached boolean, words text)`,
      [companyWide, id, JSON.stringify(c.lines.map((line, i) => ({ ...line, place: i + 1 })))],
    )
  return id
}
