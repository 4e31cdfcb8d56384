import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import type { Due, Place } from './shape.ts'

export interface StorePlace extends Place {
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly through: Day | null
}
const placeColumns = `s.id as store, s.id as seat, s.time_zone as "timeZone", s.cut_off_minutes as "cutOffMinutes",
  to_char(s.opens_at, 'HH24:MI') as "opensAt", to_char(s.closes_at, 'HH24:MI') as "closesAt",
  s.opened_on as "openedOn", s.closed_on as "closedOn", r.through_day as through`

/** Stores, or every store, with how far their duties have been generated. */
export const storePlaces = (db: Db, stores?: readonly string[]): Promise<StorePlace[]> =>
  db.query<StorePlace>(
    `select ${placeColumns} from store s left join duty_reach r on r.store_id = s.id
     where $1::uuid[] is null or s.id = any($1::uuid[]) order by s.id`,
    [stores ?? null],
  )
/** Whether a store is open for business at all on a day; single closed days stand apart. */
export const trades = (place: StorePlace, day: Day): boolean =>
  place.openedOn <= day && (place.closedOn === null || place.closedOn >= day)

export async function placeOf(
  db: Db,
  seat: { store: string } | { area: string } | 'company',
): Promise<Place | undefined> {
  if (seat !== 'company' && 'store' in seat) {
    const [place] = await storePlaces(db, [seat.store])
    return place
  }
  const company = await companyPlace(db)
  return company && { ...company, seat: seat === 'company' ? companyWide : seat.area }
}

/** Headquarters' own clock; areas go by it. */
export async function companyPlace(db: Db): Promise<(Place & { through: Day | null }) | undefined> {
  const [row] = await db.query<{ timeZone: string; cutOffMinutes: number; through: Day | null }>(
    `select c.time_zone as "timeZone", c.cut_off_minutes as "cutOffMinutes", r.through_day as through
     from company c left join duty_reach r on r.store_id = $1`,
    [companyWide],
  )
  return row && { store: companyWide, seat: companyWide, opensAt: '09:00', closesAt: '18:00', ...row }
}

export interface Held {
  readonly seat: string
  readonly person: string
  readonly position: string
  readonly from: Day
  readonly to: Day | null
}
export const appointmentsIn = (db: Db, stores: readonly string[], from: Day, to: Day): Promise<Held[]> =>
  db.query<Held>(
    `select store_id as seat, person_id as person, position, from_day as "from", to_day as "to" from appointment
     where store_id = any($1::uuid[]) and from_day <= $3 and (to_day is null or to_day >= $2)`,
    [stores, from, to],
  )
/** Holders of areas and of headquarters' positions; the seat of the latter is the nil uuid. */
export const appointmentsAbove = (db: Db, from: Day, to: Day): Promise<Held[]> =>
  db.query<Held>(
    `select coalesce(area_id, $3::uuid) as seat, person_id as person, position, from_day as "from", to_day as "to" from appointment
     where store_id is null and from_day <= $2 and (to_day is null or to_day >= $1)`,
    [from, to, companyWide],
  )

/** Of these, who holds the position there on the day: 'seat person'. */
export async function holdersAt(
  db: Db,
  position: string,
  asked: readonly { seat: string; person: string; day: Day }[],
): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const rows = await db.query<{ seat: string; person: string }>(
    `select distinct n.seat, n.person from unnest($2::uuid[], $3::uuid[], $4::date[]) as n (seat, person, day)
     join appointment a on a.person_id = n.person and a.position = $1 and coalesce(a.store_id, a.area_id, $5::uuid) = n.seat
       and a.from_day <= n.day and (a.to_day is null or a.to_day >= n.day)`,
    [position, asked.map((a) => a.seat), asked.map((a) => a.person), asked.map((a) => a.day), companyWide],
  )
  return new Set(rows.map((r) => `${r.seat} ${r.person}`))
}

export const closedDaysOf = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
): Promise<{ store: string; day: Day }[]> =>
  db.query(
    'select store_id as store, day from store_closed_day where store_id = any($1::uuid[]) and day between $2 and $3',
    [stores, from, to],
  )
/** Who has a target of his own on which day. */
export const dayTargetsOf = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
): Promise<{ store: string; day: Day; person: string }[]> =>
  db.query(
    `select store_id as store, day, person_id as person from person_day_target
     where store_id = any($1::uuid[]) and day between $2 and $3 and amount > 0`,
    [stores, from, to],
  )

const most = 4_000
/** Keeps what is not there yet; the same instances again change nothing. */
export async function insertDue(db: Db, edition: string, all: readonly Due[], now: Date): Promise<void> {
  for (let i = 0; i < all.length; i += most) {
    const due = all.slice(i, i + most)
    await db.query(
      `insert into duty_instance (store_id, id, duty, edition_id, position, seat_id, holder_id, cadence, period, day, opens_at,
         due_at, missed_at, minutes, made_at)
       select s, id, duty, $1, position, seat, holder, cadence, period, day, opens, due, missed, minutes, $2
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::date[],
         $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::int[])
         as n (s, id, duty, position, seat, holder, cadence, period, day, opens, due, missed, minutes)
       on conflict (store_id, duty, seat_id, holder_id, period) do nothing`,
      [
        edition,
        now.toISOString(),
        due.map((d) => d.store),
        due.map(() => newId()),
        due.map((d) => d.duty),
        due.map((d) => d.position),
        due.map((d) => d.seat),
        due.map((d) => d.holder),
        due.map((d) => d.cadence),
        due.map((d) => d.period),
        due.map((d) => d.day),
        due.map((d) => d.opensAt.toISOString()),
        due.map((d) => d.dueAt.toISOString()),
        due.map((d) => d.missedAt?.toISOString() ?? null),
        due.map((d) => d.minutes),
      ],
    )
  }
}

export async function reachDay(
  db: Db,
  reached: readonly { store: string; through: Day }[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into duty_reach as r (store_id, through_day, at) select s, d, $3 from unnest($1::uuid[], $2::date[]) as n (s, d)
     on conflict (store_id) do update set through_day = greatest(r.through_day, excluded.through_day), at = excluded.at`,
    [reached.map((r) => r.store), reached.map((r) => r.through), now.toISOString()],
  )
}
/** Who holds what, or its targets, changed: the day is generated once more. Null: of every store. */
export async function reachAgain(db: Db, store: string | null): Promise<void> {
  await db.query(
    'update duty_reach set through_day = through_day - 1 where $1::uuid is null or store_id = $1 or store_id = $2',
    [store, companyWide],
  )
}
