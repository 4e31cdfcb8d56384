import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { pinyinKey } from '../../../platform/kinds/pinyin.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { takeTurns } from '../lock.ts'
import { allPhones, keepPhones, type Vault } from '../people/phones.ts'
import { personSearch } from '../people/tables.ts'
import { squareCentimetres } from '../stores/shape.ts'
import { listAreas, listMalls, searchOf, storeColumns } from '../stores/tables.ts'
import type { KnownPeople, KnownStores, PeopleIntake, StoreIntake } from './shape.ts'

/** `on`: the day whose selling area counts as the present one. */
export async function findKnownStores(db: Db, on: Day): Promise<KnownStores> {
  const stores = await db.query<KnownStores['stores'][number]>(
    `select ${storeColumns},
       (select coalesce(json_agg(json_build_object('from', sa.from_day, 'area', sa.area_id) order by sa.from_day), '[]'::json)
        from store_area sa where sa.store_id = s.id) as memberships,
       (select z.square_centimetres / 10000.0::float8 from store_selling_area z
        where z.store_id = s.id and z.from_day <= greatest($1::date, s.opened_on) order by z.from_day desc limit 1) as "squareMetres"
     from store s left join mall m on m.id = s.mall_id order by s.code`,
    [on],
  )
  return { stores, areas: await listAreas(db), malls: await listMalls(db) }
}

export async function findKnownPeople(db: Db, keys: Keys): Promise<KnownPeople> {
  const phones = await allPhones(db, keys)
  const people = await db.query<Omit<KnownPeople['people'][number], 'phone'>>(
    `select id, job_number as "jobNumber", name, language, hired_on as "hiredOn", left_on as "leftOn" from person order by job_number`,
  )
  return {
    people: people.map((p) => ({ ...p, phone: phones.get(p.id) ?? null })),
    appointments: await db.query(
      `select a.id, a.person_id as person, a.position, a.area_id as area, a.store_id as store, a.title, a.from_day as "from",
         a.to_day as "to", p.name as "personName"
       from appointment a join person p on p.id = a.person_id order by a.from_day`,
    ),
    stores: await db.query(
      `select id, code, name, name_en as "nameEn", opened_on as "openedOn", closed_on as "closedOn" from store order by code`,
    ),
    areas: await listAreas(db),
  }
}

/** Writes what was decided, in a handful of statements however long the file was. Call inside a transaction. */
export async function applyStores(db: Db, intake: StoreIntake): Promise<void> {
  await takeTurns(db)
  await db.query(
    `insert into area (id, code, name, name_en, search, pinyin, opened_on)
     select x.id, x.code, x.name, x."nameEn", x.search, x.pinyin, x."openedOn" from jsonb_to_recordset($1::jsonb) as x
       (id uuid, code text, name text, "nameEn" text, search text, pinyin text, "openedOn" date)`,
    [
      JSON.stringify(
        intake.areas.map((a) => ({
          ...a,
          search: searchOf(a.name, a.nameEn, a.code),
          pinyin: pinyinKey(a.name),
        })),
      ),
    ],
  )
  await db.query(
    `insert into mall (id, name, name_en, city, search) select x.id, x.name, x."nameEn", x.city, x.search
     from jsonb_to_recordset($1::jsonb) as x (id uuid, name text, "nameEn" text, city text, search text)`,
    [JSON.stringify(intake.malls.map((m) => ({ ...m, search: searchOf(m.name, m.nameEn) })))],
  )
  const written = [...intake.creates, ...intake.updates]
  await db.query(
    `insert into store (id, code, name, name_en, search, pinyin, kind, mall_id, city, country, currency, time_zone, cut_off_minutes,
       opens_at, closes_at, opened_on, closed_on)
     select x.id, x.code, x.name, x."nameEn", x.search, x.pinyin, x.kind, x.mall, x.city, x.country, x.currency, x."timeZone",
       x."cutOffMinutes", x."opensAt", x."closesAt", x."openedOn", x."closedOn"
     from jsonb_to_recordset($1::jsonb) as x (id uuid, code text, name text, "nameEn" text, search text, pinyin text, kind text,
       mall uuid, city text, country text, currency text, "timeZone" text, "cutOffMinutes" int, "opensAt" time, "closesAt" time,
       "openedOn" date, "closedOn" date)
     on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, search = excluded.search,
       pinyin = excluded.pinyin, kind = excluded.kind, mall_id = excluded.mall_id, city = excluded.city, country = excluded.country,
       currency = excluded.currency, time_zone = excluded.time_zone, opened_on = excluded.opened_on, closed_on = excluded.closed_on`,
    [
      JSON.stringify(
        written.map((s) => ({ ...s, search: searchOf(s.name, s.nameEn, s.code), pinyin: pinyinKey(s.name) })),
      ),
    ],
  )
  const memberships = JSON.stringify(
    written.flatMap((s) => s.memberships.map((m) => ({ store: s.id, ...m }))),
  )
  await db.query(
    `delete from store_area sa where sa.store_id = any($1::uuid[]) and not exists (
       select 1 from jsonb_to_recordset($2::jsonb) as x (store uuid, "from" date) where x.store = sa.store_id and x."from" = sa.from_day)`,
    [written.map((s) => s.id), memberships],
  )
  await db.query(
    `insert into store_area (store_id, from_day, area_id)
     select x.store, x."from", x.area from jsonb_to_recordset($1::jsonb) as x (store uuid, "from" date, area uuid)
     on conflict (store_id, from_day) do update set area_id = excluded.area_id`,
    [memberships],
  )
  const sizes = written.flatMap((s) =>
    s.measured
      ? [{ store: s.id, from: s.measured.from, size: squareCentimetres(s.measured.squareMetres) }]
      : [],
  )
  await db.query(
    `insert into store_selling_area (store_id, from_day, square_centimetres)
     select x.store, x."from", x.size from jsonb_to_recordset($1::jsonb) as x (store uuid, "from" date, size bigint)
     on conflict (store_id, from_day) do update set square_centimetres = excluded.square_centimetres`,
    [JSON.stringify(sizes)],
  )
}

/** Writes what was decided. Call inside a transaction. */
export async function applyPeople(db: Db, vault: Vault, intake: PeopleIntake): Promise<void> {
  await takeTurns(db)
  const written = [...intake.creates, ...intake.updates]
  await db.query(
    `insert into person (id, job_number, name, search, pinyin, language, hired_on, left_on)
     select x.id, x."jobNumber", x.name, x.search, x.pinyin, x.language, x."hiredOn", x."leftOn"
     from jsonb_to_recordset($1::jsonb) as x (id uuid, "jobNumber" text, name text, search text, pinyin text,
       language text, "hiredOn" date, "leftOn" date)
     on conflict (id) do update set name = excluded.name, search = excluded.search, pinyin = excluded.pinyin`,
    [
      JSON.stringify(
        written.map(({ phone: _sealed, ...p }) => ({
          ...p,
          search: personSearch(p.name, p.jobNumber),
          pinyin: pinyinKey(p.name),
        })),
      ),
    ],
  )
  await keepPhones(
    db,
    vault,
    written.map((p) => ({ person: p.id, phone: p.phone })),
  )
  await db.query(
    `update appointment a set to_day = x."on" from jsonb_to_recordset($1::jsonb) as x (appointment uuid, "on" date) where a.id = x.appointment`,
    [JSON.stringify(written.flatMap((p) => p.ends ?? []))],
  )
  await db.query(
    `insert into appointment (id, person_id, position, area_id, store_id, title, from_day, to_day)
     select x.id, x.person, x.position, x.area, x.store, x.title, x."from", x."to" from jsonb_to_recordset($1::jsonb) as x
       (id uuid, person uuid, position text, area uuid, store uuid, title text, "from" date, "to" date)`,
    [JSON.stringify(written.flatMap((p) => p.begins ?? []))],
  )
}
