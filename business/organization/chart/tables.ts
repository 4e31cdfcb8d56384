import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { searchPattern } from '../../../platform/kinds/pinyin.ts'
import type { PositionName, StoreKind } from '../shape.ts'
import type { ChartParts } from './rules.ts'
import type { PersonLine, PersonSeat, PersonView, Post, StoreLine } from './shape.ts'

/** Which stores and areas are read: those in reach, or all. */
export interface Reach {
  readonly stores: 'all' | readonly string[]
  readonly areas: 'all' | readonly string[]
}
const listOf = (ids: 'all' | readonly string[]): readonly string[] => (ids === 'all' ? [] : ids)

/** The area of store `s` on day $1. */
const areaThen = `left join lateral (
    select sa.area_id from store_area sa where sa.store_id = s.id and sa.from_day <= $1 order by sa.from_day desc limit 1
  ) then_in on true`
const named = (table: string): string =>
  `case when ${table}.id is null then null else json_build_object('id', ${table}.id, 'name', ${table}.name, 'nameEn', ${table}.name_en) end`

export const areasOn = (db: Db, day: Day, reach: Reach): Promise<ChartParts['areas'][number][]> =>
  db.query(
    `select a.id, a.code, a.name, a.name_en as "nameEn" from area a
     where a.opened_on <= $1 and (a.closed_on is null or a.closed_on >= $1) and ($2::boolean or a.id = any($3::uuid[]))
     order by a.code`,
    [day, reach.areas === 'all', listOf(reach.areas)],
  )

/** Stores trading on that day: of the areas, or among the stores, in reach. */
export const storesOn = (
  db: Db,
  day: Day,
  reach: Reach,
  area?: string,
): Promise<ChartParts['stores'][number][]> =>
  db.query(
    `select s.id, s.code, s.name, s.name_en as "nameEn", s.kind, s.city, then_in.area_id as area,
       s.opened_on as "openedOn", s.closed_on as "closedOn"
     from store s ${areaThen}
     where s.opened_on <= $1 and (s.closed_on is null or s.closed_on >= $1)
       and ($2::boolean or s.id = any($3::uuid[]) or then_in.area_id = any($4::uuid[]))
       and ($5::uuid is null or then_in.area_id = $5)
     order by s.code`,
    [day, reach.stores === 'all', listOf(reach.stores), listOf(reach.areas), area ?? null],
  )

const postColumns = `a.id as appointment, a.person_id as person, p.name, p.job_number as "jobNumber", a.position, a.title,
  a.area_id as area, a.store_id as store, a.from_day as "from", a.to_day as "to",
  (select json_build_object('person', d.to_person, 'name', sp.name, 'until', d.to_day)
   from delegation d join person sp on sp.id = d.to_person
   where d.appointment_id = a.id and d.ended_at is null and $1 between d.from_day and d.to_day limit 1) as "standIn"`

/** Who held what on that day: in these stores, over these areas, and at headquarters. */
export const postsOn = (
  db: Db,
  day: Day,
  stores: readonly string[],
  areas: readonly string[],
): Promise<Omit<Post, 'opens'>[]> =>
  db.query<Omit<Post, 'opens'>>(
    `select ${postColumns} from appointment a join person p on p.id = a.person_id
     where a.from_day <= $1 and (a.to_day is null or a.to_day >= $1)
       and (a.store_id = any($2::uuid[]) or a.area_id = any($3::uuid[]) or (a.store_id is null and a.area_id is null))
     order by p.pinyin, p.job_number`,
    [day, stores, areas],
  )

export interface StoreWanted {
  readonly day: Day
  readonly text?: string | undefined
  readonly area?: string | undefined
  readonly kind?: StoreKind | undefined
  readonly closed?: boolean | undefined
  readonly limit: number
}

export const listStores = (db: Db, reach: Reach, wanted: StoreWanted): Promise<StoreLine[]> =>
  db.query<StoreLine>(
    `select s.id, s.code, s.name, s.name_en as "nameEn", s.kind, s.city, s.opened_on as "openedOn", s.closed_on as "closedOn",
       case when m.id is null then null else json_build_object('id', m.id, 'name', m.name, 'nameEn', m.name_en, 'city', m.city) end as mall,
       ${named('ar')} as area,
       (select z.square_centimetres / 10000.0::float8 from store_selling_area z
        where z.store_id = s.id and z.from_day <= $1 order by z.from_day desc limit 1) as "squareMetres",
       coalesce(held.managers, '{}') as managers, coalesce(held.headcount, 0)::int as headcount
     from store s ${areaThen}
       left join area ar on ar.id = then_in.area_id
       left join mall m on m.id = s.mall_id
       left join (
         select a.store_id, count(distinct a.person_id) as headcount,
           array_agg(p.name order by a.from_day) filter (where a.position = 'storeManager') as managers
         from appointment a join person p on p.id = a.person_id
         where a.store_id is not null and a.from_day <= $1 and (a.to_day is null or a.to_day >= $1) group by a.store_id
       ) held on held.store_id = s.id
     where ($2::boolean or s.id = any($3::uuid[]) or then_in.area_id = any($4::uuid[]))
       and ($5::text is null or s.search like $5 escape '\\' or m.search like $5 escape '\\')
       and ($6::uuid is null or then_in.area_id = $6) and ($7::text is null or s.kind = $7)
       and ($8::boolean or s.closed_on is null or s.closed_on >= $1)
     order by s.code limit $9`,
    [
      wanted.day,
      reach.stores === 'all',
      listOf(reach.stores),
      listOf(reach.areas),
      patternOf(wanted.text),
      wanted.area ?? null,
      wanted.kind ?? null,
      wanted.closed ?? false,
      wanted.limit,
    ],
  )

export interface PeopleWanted {
  readonly day: Day
  readonly text?: string | undefined
  readonly position?: PositionName | undefined
  readonly area?: string | undefined
  readonly store?: string | undefined
  readonly all?: boolean | undefined
  /** A phone number is searched only by those who may know it: the whole of it by its index, or the four digits shown. */
  readonly phone?: { readonly index: Buffer | null; readonly end: string | null } | undefined
  readonly limit: number
}

const seatObject = `json_build_object('id', a.id, 'position', a.position, 'title', a.title, 'from', a.from_day, 'to', a.to_day,
  'store', case when s.id is null then null
    else json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'nameEn', s.name_en) end,
  'area', ${named('ar')})`

/**
 * People with what they hold on that day. `found` is how many there are in all. Who is wanted is settled first, so
 * that the seats of sixty thousand are not gathered to show two hundred.
 */
export const listPeople = (
  db: Db,
  reach: Reach,
  wanted: PeopleWanted,
): Promise<(PersonLine & { found: number })[]> =>
  db.query<PersonLine & { found: number }>(
    `with then_in as (
       select distinct on (store_id) store_id, area_id from store_area where from_day <= $1 order by store_id, from_day desc
     ), held as (
       select a.person_id,
         bool_or(($2::boolean or a.store_id = any($3::uuid[]) or a.area_id = any($4::uuid[]) or then_in.area_id = any($4::uuid[]))
           and ($5::text is null or a.position = $5) and ($6::uuid is null or a.area_id = $6 or then_in.area_id = $6)
           and ($7::uuid is null or a.store_id = $7)) as wanted
       from appointment a left join then_in on then_in.store_id = a.store_id
       where a.from_day <= $1 and (a.to_day is null or a.to_day >= $1) group by a.person_id
     ), chosen as (
       select p.*, count(*) over () as found from person p left join held h on h.person_id = p.id
       where (h.wanted or ($8::boolean and h.person_id is null and $2::boolean and $5::text is null and $6::uuid is null and $7::uuid is null))
         and ($9::text is null or p.search like $9 escape '\\' or p.phone_index = $10 or right(p.phone, 4) = $12)
       order by p.pinyin, p.job_number limit $11
     )
     select c.id, c.name, c.job_number as "jobNumber", c.phone, c.hired_on as "hiredOn", c.left_on as "leftOn", c.found,
       (select coalesce(json_agg(${seatObject} order by a.from_day), '[]'::json)
        from appointment a left join store s on s.id = a.store_id left join area ar on ar.id = a.area_id
        where a.person_id = c.id and a.from_day <= $1 and (a.to_day is null or a.to_day >= $1)) as appointments
     from chosen c order by c.pinyin, c.job_number`,
    [
      wanted.day,
      reach.stores === 'all',
      listOf(reach.stores),
      listOf(reach.areas),
      wanted.position ?? null,
      wanted.area ?? null,
      wanted.store ?? null,
      wanted.all ?? false,
      patternOf(wanted.text),
      wanted.phone?.index ?? null,
      wanted.limit,
      wanted.phone?.end ?? null,
    ],
  )

export const areasOfStore = (
  db: Db,
  store: string,
): Promise<{ from: Day; area: { id: string; name: string; nameEn: string | null } }[]> =>
  db.query(
    `select m.from_day as "from", ${named('ar')} as area from store_area m join area ar on ar.id = m.area_id
     where m.store_id = $1 order by m.from_day`,
    [store],
  )

export async function onePerson(
  db: Db,
  id: string,
): Promise<
  | (Omit<PersonView, 'appointments' | 'today'> & {
      seats: (PersonSeat & { standIns: PersonView['appointments'][number]['standIns'] })[]
    })
  | undefined
> {
  return one(
    db,
    `select p.id, p.name, p.job_number as "jobNumber", p.phone, p.language, p.hired_on as "hiredOn", p.left_on as "leftOn",
       (select coalesce(json_agg((${seatObject})::jsonb || jsonb_build_object('standIns', (
          select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'appointment', a.id, 'toPerson', d.to_person, 'toName', dp.name,
            'from', d.from_day, 'to', d.to_day, 'reason', d.reason) order by d.from_day), '[]'::jsonb)
          from delegation d join person dp on dp.id = d.to_person where d.appointment_id = a.id and d.ended_at is null
        )) order by a.from_day desc), '[]'::json)
        from appointment a left join store s on s.id = a.store_id left join area ar on ar.id = a.area_id
        where a.person_id = p.id) as seats
     from person p where p.id = $1`,
    [id],
  )
}

const patternOf = (text: string | undefined): string | null => (text?.trim() ? searchPattern(text) : null)
