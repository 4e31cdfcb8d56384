import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { openMinutesOf } from '../../organization/load/rules.ts'
import { seatOf } from '../../organization/shape.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { LoadSeat } from './load-rules.ts'
import { dutyPositions } from './shape.ts'

/** Days back over which events are counted. */
const eventDays = 30

export interface NamedSeat extends LoadSeat {
  readonly store: string | null
  readonly area: string | null
  readonly code: string | null
  readonly name: string | null
  readonly nameEn: string | null
}
interface SeatRow {
  readonly seat: string
  readonly store: string | null
  readonly area: string | null
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly opensAt: string | null
  readonly closesAt: string | null
}

/** Every seat of the four positions on a day, with who holds it and how often events have raised what. */
export async function loadSeats(db: Db, day: Day): Promise<NamedSeat[]> {
  const seats = await db.query<SeatRow>(
    `select s.id as seat, s.id as store, (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $1
         order by m.from_day desc limit 1) as area, s.code, s.name, s.name_en as "nameEn",
       to_char(s.opens_at, 'HH24:MI') as "opensAt", to_char(s.closes_at, 'HH24:MI') as "closesAt" from store s
     where s.opened_on <= $1 and (s.closed_on is null or s.closed_on >= $1)
     union all select a.id, null, a.id, a.code, a.name, a.name_en, null, null from area a
     where a.opened_on <= $1 and (a.closed_on is null or a.closed_on >= $1)
     order by 4`,
    [day],
  )
  const held = await db.query<{ seat: string; position: string; holders: number }>(
    `select coalesce(store_id, area_id, $2::uuid) as seat, position, count(distinct person_id)::int as holders from appointment
     where from_day <= $1 and (to_day is null or to_day >= $1) group by 1, 2`,
    [day, companyWide],
  )
  const raised = await db.query<{ seat: string; duty: string; count: number }>(
    `select seat_id as seat, duty, count(*)::int as count from duty_instance where cadence = 'event' and day between $1 and $2
     group by 1, 2`,
    [addDays(day, -eventDays), addDays(day, -1)],
  )
  const holders = new Map(held.map((h) => [`${h.seat} ${h.position}`, h.holders]))
  const events = new Map<string, Map<string, number>>()
  for (const { seat, duty, count } of raised)
    events.set(seat, (events.get(seat) ?? new Map<string, number>()).set(duty, count / eventDays))
  const seatOn = (position: DutyPosition, row: SeatRow | undefined): NamedSeat => {
    const seat = row?.seat ?? companyWide
    return {
      seat,
      position,
      store: row?.store ?? null,
      area: row?.area ?? null,
      code: row?.code ?? null,
      name: row?.name ?? null,
      nameEn: row?.nameEn ?? null,
      holders: holders.get(`${seat} ${position}`) ?? 0,
      openMinutes: row?.opensAt && row.closesAt ? openMinutesOf(row.opensAt, row.closesAt) : null,
      events: events.get(seat) ?? new Map(),
    }
  }
  return dutyPositions.flatMap((position): NamedSeat[] => {
    const level = seatOf[position]
    if (level === 'company') return [seatOn(position, undefined)]
    return seats
      .filter((row) => (level === 'store') === (row.store !== null))
      .map((row) => seatOn(position, row))
  })
}
