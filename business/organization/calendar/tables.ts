import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { decreedDays } from './rules.ts'
import type { CalendarDay, CalendarEvent } from './shape.ts'

/**
 * Enters the decreed days, of one year or of all; days that headquarters already entered stay as they are.
 * Returns how many were added.
 */
export async function seedCalendar(db: Db, year?: number): Promise<number> {
  const days = decreedDays().filter(({ day }) => year === undefined || day.startsWith(`${year}-`))
  const added = await db.query(
    `insert into calendar_day (day, kind, name, name_en)
     select d.day, d.kind, d.name, d."nameEn"
     from jsonb_to_recordset($1::jsonb) as d (day date, kind text, name text, "nameEn" text)
     on conflict (day) do nothing returning day`,
    [JSON.stringify(days)],
  )
  return added.length
}

export const listCalendarDays = (db: Db, from: Day, to: Day): Promise<CalendarDay[]> =>
  db.query<CalendarDay>(
    `select day, kind, name, name_en as "nameEn" from calendar_day where day between $1 and $2 order by day`,
    [from, to],
  )

export async function writeCalendarDay(db: Db, { day, kind, name, nameEn }: CalendarDay): Promise<void> {
  await db.query(
    `insert into calendar_day (day, kind, name, name_en) values ($1, $2, $3, $4)
     on conflict (day) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en`,
    [day, kind, name, nameEn],
  )
}

export async function clearCalendarDay(db: Db, day: Day): Promise<void> {
  await db.query('delete from calendar_day where day = $1', [day])
}

const eventColumns = `e.id, e.name, e.name_en as "nameEn", e.from_day as "from", e.to_day as "to", e.minutes,
  case when s.id is null then null else json_build_object('id', s.id, 'name', s.name, 'nameEn', s.name_en) end as store`

/** Events that touch these days: the chain's, and those of the stores in reach. */
export const listEvents = (
  db: Db,
  from: Day,
  to: Day,
  stores: 'all' | readonly string[],
): Promise<CalendarEvent[]> =>
  db.query<CalendarEvent>(
    `select ${eventColumns} from calendar_event e left join store s on s.id = e.store_id
     where e.from_day <= $2 and e.to_day >= $1 and (e.store_id is null or $3::boolean or e.store_id = any($4::uuid[]))
     order by e.from_day, e.name`,
    [from, to, stores === 'all', stores === 'all' ? [] : stores],
  )

export const findEvent = (db: Db, id: string): Promise<CalendarEvent | undefined> =>
  one<CalendarEvent>(
    db,
    `select ${eventColumns} from calendar_event e left join store s on s.id = e.store_id where e.id = $1`,
    [id],
  )

export async function writeEvent(
  db: Db,
  event: {
    id: string
    name: string
    nameEn: string | null
    from: Day
    to: Day
    store: string | null
    minutes: number
  },
): Promise<void> {
  await db.query(
    `insert into calendar_event (id, name, name_en, from_day, to_day, store_id, minutes) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, from_day = excluded.from_day,
       to_day = excluded.to_day, store_id = excluded.store_id, minutes = excluded.minutes`,
    [event.id, event.name, event.nameEn, event.from, event.to, event.store, event.minutes],
  )
}

export async function deleteEvent(db: Db, id: string): Promise<void> {
  await db.query('delete from calendar_event where id = $1', [id])
}

/** Stores that trade on one of these days: one of them, or all. */
export const storesOpen = (
  db: Db,
  store: string | null,
  days: { from: Day; to: Day },
): Promise<{ id: string; name: string; nameEn: string | null }[]> =>
  db.query(
    `select id, name, name_en as "nameEn" from store where ($1::uuid is null or id = $1) and opened_on <= $3
       and (closed_on is null or closed_on >= $2) order by code`,
    [store, days.from, days.to],
  )
