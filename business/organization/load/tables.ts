import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type AskedSpan, fullestDay, type Room, roomFor } from './rules.ts'
import { type Asked, defaultLoad, type LoadSetting } from './shape.ts'

export interface LoadSettingKept extends LoadSetting {
  readonly by: string | null
  readonly byName: string | null
  readonly at: string | null
}
/** The company's setting, or the shipped one while nobody has changed it. */
export const findLoadSetting = async (db: Db): Promise<LoadSettingKept> =>
  (await one<LoadSettingKept>(
    db,
    `select s.shift_minutes as "shiftMinutes", s.work_days as "workDays", s.shares, s.by, p.name as "byName", s.at
     from load_setting s left join person p on p.id = s.by order by s.at desc, s.id desc limit 1`,
  )) ?? { ...defaultLoad, by: null, byName: null, at: null }

export async function insertLoadSetting(db: Db, s: LoadSetting, by: string, at: Date): Promise<string> {
  const id = newId()
  await db.query(
    'insert into load_setting (id, shift_minutes, work_days, shares, by, at) values ($1, $2, $3, $4::jsonb, $5, $6)',
    [id, s.shiftMinutes, s.workDays, JSON.stringify(s.shares), by, at.toISOString()],
  )
  return id
}

export interface StoreLoad extends Asked {
  readonly store: string
}
/** What the duties in force ask of stores a day, by position, as last worked out; `stores` null: of all. */
export const storeLoads = (db: Db, stores: readonly string[] | null): Promise<StoreLoad[]> =>
  db.query<StoreLoad>(
    `select store_id as store, position, shared_minutes as "sharedMinutes", each_minutes as "eachMinutes", holders,
       open_minutes as "openMinutes" from store_load where $1::uuid[] is null or store_id = any($1::uuid[])
     order by store_id, position`,
    [stores],
  )

/** Keeps what was worked out for a day in place of what stood there; stores that are not named any more go. */
export async function keepStoreLoads(db: Db, day: Day, loads: readonly StoreLoad[]): Promise<void> {
  await db.query('delete from store_load')
  await db.query(
    `insert into store_load (store_id, position, day, holders, open_minutes, shared_minutes, each_minutes)
     select s, p, $1, h, o, m, e from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::float8[], $7::float8[])
       as n (s, p, h, o, m, e)`,
    [
      day,
      loads.map((l) => l.store),
      loads.map((l) => l.position),
      loads.map((l) => l.holders),
      loads.map((l) => l.openMinutes),
      loads.map((l) => l.sharedMinutes),
      loads.map((l) => l.eachMinutes),
    ],
  )
}

/** The day for which stores' loads were last worked out. */
export const loadsKeptFor = async (db: Db): Promise<Day | undefined> =>
  (await one<{ day: Day | null }>(db, 'select max(day) as day from store_load'))?.day ?? undefined

/** What these stores are asked for beside their duties on these days, but for one record; store null: all of them. */
const askedBeside = (
  db: Db,
  stores: readonly string[],
  days: { from: Day; to: Day },
  except: string | null,
): Promise<(AskedSpan & { store: string | null })[]> =>
  db.query(
    `select store_id as store, from_day as "from", to_day as "to", minutes from store_asked
     where from_day <= $3 and to_day >= $2 and (store_id is null or store_id = any($1::uuid[])) and ($4::uuid is null or record <> $4)`,
    [stores, days.from, days.to, except],
  )

/**
 * Whether stores have room for so many minutes a day more on these days. `except`: the record itself, where it is changed. A store
 * whose load was never worked out is reckoned by what is asked alone.
 */
export async function findRoom(
  db: Db,
  stores: readonly string[],
  asks: { minutes: number; from: Day; to: Day },
  except: string | null = null,
): Promise<Room> {
  const own = new Map(
    (await storeLoads(db, stores)).flatMap((l) => (l.position === 'storeManager' ? [[l.store, l]] : [])),
  )
  const spans = await askedBeside(db, stores, asks, except)
  const ofAll = spans.filter((s) => s.store === null)
  const ofStore = new Map<string, AskedSpan[]>()
  for (const span of spans) {
    if (span.store === null) continue
    const others = ofStore.get(span.store)
    if (others) others.push(span)
    else ofStore.set(span.store, [span])
  }
  const beside = stores.map((store) => ({
    store,
    own: own.get(store) ?? unreckoned,
    asked: fullestDay([...ofAll, ...(ofStore.get(store) ?? [])], asks.from, asks.to),
  }))
  return roomFor(asks.minutes, beside, await findLoadSetting(db))
}
const unreckoned: Asked = {
  position: 'storeManager',
  sharedMinutes: 0,
  eachMinutes: 0,
  holders: 1,
  openMinutes: null,
}
