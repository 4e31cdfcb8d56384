import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { pinyinKey, searchText } from '../../../platform/kinds/pinyin.ts'
import type { Taken } from './rules.ts'
import {
  type Area,
  type Mall,
  type Membership,
  type SellingArea,
  type Store,
  type StoreInput,
  squareCentimetres,
} from './shape.ts'

/** What a named thing is found by: both its names, and its code. */
export const searchOf = (name: string, nameEn: string | null, code = ''): string =>
  [searchText(name), nameEn ? searchText(nameEn) : '', code.toLowerCase()].filter(Boolean).join(' ')

const areaColumns = 'id, code, name, name_en as "nameEn", opened_on as "openedOn", closed_on as "closedOn"'

export const listAreas = (db: Db): Promise<Area[]> =>
  db.query<Area>(`select ${areaColumns} from area order by code`)
export const findArea = (db: Db, id: string): Promise<Area | undefined> =>
  one<Area>(db, `select ${areaColumns} from area where id = $1`, [id])
export const areaByCode = (db: Db, code: string): Promise<Taken | undefined> =>
  one<Taken>(db, 'select id, name from area where code = $1', [code])

export async function writeArea(db: Db, area: Omit<Area, 'closedOn'>): Promise<void> {
  await db.query(
    `insert into area (id, code, name, name_en, search, pinyin, opened_on) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set code = excluded.code, name = excluded.name, name_en = excluded.name_en,
       search = excluded.search, pinyin = excluded.pinyin, opened_on = excluded.opened_on`,
    [
      area.id,
      area.code,
      area.name,
      area.nameEn,
      searchOf(area.name, area.nameEn, area.code),
      pinyinKey(area.name),
      area.openedOn,
    ],
  )
}
export async function writeAreaClosing(db: Db, id: string, on: Day): Promise<void> {
  await db.query('update area set closed_on = $2 where id = $1', [id, on])
}

export async function firstMemberDay(db: Db, area: string): Promise<Day | null> {
  const row = await one<{ day: Day | null }>(
    db,
    'select min(from_day) as day from store_area where area_id = $1',
    [area],
  )
  return row?.day ?? null
}

/** Stores that belong to the area on some day after `on`, while they trade. */
export const storesInAreaAfter = (db: Db, area: string, on: Day): Promise<{ name: string }[]> =>
  db.query<{ name: string }>(
    `select distinct s.name from (
       select store_id, area_id, from_day, lead(from_day) over (partition by store_id order by from_day) as next_day from store_area
     ) m join store s on s.id = m.store_id
     where m.area_id = $1 and (m.next_day is null or m.next_day > $2::date + 1) and (s.closed_on is null or s.closed_on > $2)
     order by s.name`,
    [area, on],
  )

export const listMalls = (db: Db): Promise<Mall[]> =>
  db.query<Mall>('select id, name, name_en as "nameEn", city from mall order by city, name')
export const findMall = (db: Db, id: string): Promise<Mall | undefined> =>
  one<Mall>(db, 'select id, name, name_en as "nameEn", city from mall where id = $1', [id])
export const mallByName = (db: Db, name: string, city: string): Promise<Taken | undefined> =>
  one<Taken>(db, 'select id, name from mall where name = $1 and city = $2', [name, city])

export async function writeMall(db: Db, mall: Mall): Promise<void> {
  await db.query(
    `insert into mall (id, name, name_en, city, search) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, city = excluded.city, search = excluded.search`,
    [mall.id, mall.name, mall.nameEn, mall.city, searchOf(mall.name, mall.nameEn)],
  )
}

/** Columns of `Store`; the table is called s, its mall m. */
export const storeColumns = `s.id, s.code, s.name, s.name_en as "nameEn", s.kind,
  case when m.id is null then null
    else json_build_object('id', m.id, 'name', m.name, 'nameEn', m.name_en, 'city', m.city) end as mall,
  s.city, s.country, s.currency, s.time_zone as "timeZone", s.cut_off_minutes as "cutOffMinutes",
  to_char(s.opens_at, 'HH24:MI') as "opensAt", to_char(s.closes_at, 'HH24:MI') as "closesAt",
  s.opened_on as "openedOn", s.closed_on as "closedOn"`

export const findStore = (db: Db, id: string): Promise<Store | undefined> =>
  one<Store>(db, `select ${storeColumns} from store s left join mall m on m.id = s.mall_id where s.id = $1`, [
    id,
  ])
export const storeByCode = (db: Db, code: string): Promise<Taken | undefined> =>
  one<Taken>(db, 'select id, name from store where code = $1', [code])

export async function writeStore(db: Db, s: StoreInput): Promise<void> {
  await db.query(
    `insert into store (id, code, name, name_en, search, pinyin, kind, mall_id, city, country, currency, time_zone,
       cut_off_minutes, opens_at, closes_at, opened_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (id) do update set code = excluded.code, name = excluded.name, name_en = excluded.name_en,
       search = excluded.search, pinyin = excluded.pinyin, kind = excluded.kind, mall_id = excluded.mall_id,
       city = excluded.city, country = excluded.country, currency = excluded.currency, time_zone = excluded.time_zone,
       cut_off_minutes = excluded.cut_off_minutes, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
       opened_on = excluded.opened_on`,
    [
      s.id,
      s.code,
      s.name,
      s.nameEn,
      searchOf(s.name, s.nameEn, s.code),
      pinyinKey(s.name),
      s.kind,
      s.mall,
      s.city,
      s.country,
      s.currency,
      s.timeZone,
      s.cutOffMinutes,
      s.opensAt,
      s.closesAt,
      s.openedOn,
    ],
  )
}

export async function writeStoreClosing(db: Db, store: string, on: Day | null): Promise<void> {
  await db.query('update store set closed_on = $2 where id = $1', [store, on])
}

export const listMemberships = (db: Db, store: string): Promise<Membership[]> =>
  db.query<Membership>(
    'select from_day as "from", area_id as area from store_area where store_id = $1 order by from_day',
    [store],
  )

/** What stood before is replaced as a whole. */
export async function writeMemberships(
  db: Db,
  store: string,
  memberships: readonly Membership[],
): Promise<void> {
  const days = memberships.map((m) => m.from)
  await db.query('delete from store_area where store_id = $1 and not (from_day = any($2::date[]))', [
    store,
    days,
  ])
  await db.query(
    `insert into store_area (store_id, from_day, area_id)
     select $1, d, a from unnest($2::date[], $3::uuid[]) as x (d, a)
     on conflict (store_id, from_day) do update set area_id = excluded.area_id`,
    [store, days, memberships.map((m) => m.area)],
  )
}

export const listSellingAreas = (db: Db, store: string): Promise<SellingArea[]> =>
  db.query<SellingArea>(
    `select from_day as "from", square_centimetres / 10000.0::float8 as "squareMetres"
     from store_selling_area where store_id = $1 order by from_day`,
    [store],
  )

export async function writeSellingArea(
  db: Db,
  store: string,
  from: Day,
  squareMetres: number,
): Promise<void> {
  await db.query(
    `insert into store_selling_area (store_id, from_day, square_centimetres) values ($1, $2, $3)
     on conflict (store_id, from_day) do update set square_centimetres = excluded.square_centimetres`,
    [store, from, squareCentimetres(squareMetres)],
  )
}

export const listClosedDays = (db: Db, store: string, from: Day): Promise<{ day: Day; reason: string }[]> =>
  db.query('select day, reason from store_closed_day where store_id = $1 and day >= $2 order by day', [
    store,
    from,
  ])

export async function writeClosedDays(
  db: Db,
  store: string,
  days: readonly Day[],
  reason: string,
): Promise<void> {
  await db.query(
    `insert into store_closed_day (store_id, day, reason) select $1, d, $3 from unnest($2::date[]) as x (d)
     on conflict (store_id, day) do update set reason = excluded.reason`,
    [store, days, reason],
  )
}

export async function deleteClosedDays(db: Db, store: string, from: Day, to: Day): Promise<number> {
  const gone = await db.query(
    'delete from store_closed_day where store_id = $1 and day between $2 and $3 returning day',
    [store, from, to],
  )
  return gone.length
}
