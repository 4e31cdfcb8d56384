import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Deed } from './catalogue/proofs.ts'
import type { Place } from './shape.ts'

/** A seat where duties are held, its clock, and how far its duties have been made. */
export interface SeatPlace extends Place {
  readonly level: 'store' | 'area' | 'company'
  readonly openedOn: Day | null
  readonly closedOn: Day | null
  /** Made up to this day; null: never. */
  readonly through: Day | null
  /** Changes of who holds what, what trades and who has a target, counted. */
  readonly turn: number
  /** The earliest day to be looked at once more because of them. */
  readonly againFrom: Day | null
}
const reached = `r.through_day as through, coalesce(r.turn, 0) as turn, r.again_from as "againFrom"`
const headquarters = `c.time_zone as "timeZone", c.cut_off_minutes as "cutOffMinutes", '09:00' as "opensAt", '18:00' as "closesAt"`

/** Every store, area and headquarters, or these of them. Areas and headquarters go by the company's clock. */
export const seatPlaces = (db: Db, seats?: readonly string[]): Promise<SeatPlace[]> =>
  seats
    ? db.query<SeatPlace>(
        placesSql((id) => `where ${id} = any($2::uuid[])`),
        [companyWide, seats],
      )
    : db.query<SeatPlace>(
        placesSql(() => ''),
        [companyWide],
      )

const placesSql = (among: (id: string) => string): string => `
  select s.id as store, s.id as seat, 'store' as level, s.time_zone as "timeZone", s.cut_off_minutes as "cutOffMinutes",
    to_char(s.opens_at, 'HH24:MI') as "opensAt", to_char(s.closes_at, 'HH24:MI') as "closesAt",
    s.opened_on as "openedOn", s.closed_on as "closedOn", ${reached}
  from store s left join duty_reach r on r.store_id = s.id and r.seat_id = s.id ${among('s.id')}
  union all
  select $1::uuid, a.id, 'area', ${headquarters}, a.opened_on, a.closed_on, ${reached}
  from area a cross join company c left join duty_reach r on r.store_id = $1::uuid and r.seat_id = a.id ${among('a.id')}
  union all
  select $1::uuid, $1::uuid, 'company', ${headquarters}, null, null, ${reached}
  from company c left join duty_reach r on r.store_id = $1::uuid and r.seat_id = $1::uuid ${among('$1::uuid')}
  order by 2`

/** Whether a seat exists at all on a day; the single days on which a store is shut stand apart. */
export const isThere = (place: SeatPlace, day: Day): boolean =>
  (place.openedOn === null || place.openedOn <= day) && (place.closedOn === null || place.closedOn >= day)

export function seatIn(seat: Deed['seat']): { store: string; seat: string } {
  if (seat === 'company') return { store: companyWide, seat: companyWide }
  return 'store' in seat ? { store: seat.store, seat: seat.store } : { store: companyWide, seat: seat.area }
}

/** Of these, who holds the position there on the day: 'seat person'. */
export async function holdersAt(
  db: Db,
  position: string,
  asked: readonly { seat: string; person: string; day: Day }[],
): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const rows = await db.query<{ seat: string; person: string }>(
    `select distinct n.seat, n.person from unnest($2::uuid[], $3::uuid[], $4::date[]) as n (seat, person, day)
     join appointment a on a.person_id = n.person and a.position = $1 and coalesce(a.store_id, a.area_id, '${companyWide}'::uuid) = n.seat
       and a.from_day <= n.day and (a.to_day is null or a.to_day >= n.day)`,
    [position, asked.map((a) => a.seat), asked.map((a) => a.person), asked.map((a) => a.day)],
  )
  return new Set(rows.map((r) => `${r.seat} ${r.person}`))
}

/** How far a seat's duties were made, unless something changed meanwhile: then it is looked at once more. */
export async function reachDay(
  db: Db,
  reached: readonly { place: SeatPlace; through: Day }[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into duty_reach as r (store_id, seat_id, through_day, turn, at)
     select store, seat, through, turn, $5 from unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[]) as n (store, seat, through, turn)
     on conflict (store_id, seat_id) do update set through_day = greatest(r.through_day, excluded.through_day), at = excluded.at,
       again_from = case when r.turn = excluded.turn then null else r.again_from end`,
    [
      reached.map((r) => r.place.store),
      reached.map((r) => r.place.seat),
      reached.map((r) => r.through),
      reached.map((r) => r.place.turn),
      now.toISOString(),
    ],
  )
}

/** Something changed at these seats from a day on: they are looked at once more. */
export async function reachAgain(
  db: Db,
  seats: readonly { store: string; seat: string }[],
  from: Day,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into duty_reach as r (store_id, seat_id, turn, again_from, at)
     select store, seat, 1, $3, $4 from unnest($1::uuid[], $2::uuid[]) as n (store, seat) order by store, seat
     on conflict (store_id, seat_id) do update set turn = r.turn + 1, again_from = least(r.again_from, excluded.again_from)`,
    [seats.map((s) => s.store), seats.map((s) => s.seat), from, now.toISOString()],
  )
}
