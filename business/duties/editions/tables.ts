import { type Db, one } from '../../../platform/database/database.ts'
import { businessDayAt, type Day } from '../../../platform/kinds/day.ts'
import type { PositionName } from '../../organization/shape.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import { dutyPositions } from './shape.ts'

export interface HoldersCount {
  readonly position: PositionName
  readonly people: number
  readonly seats: number
}
/** How many people hold each position on a day, over how many stores or areas. */
export const holdersOn = (db: Db, day: Day): Promise<HoldersCount[]> =>
  db.query<HoldersCount>(
    `select position, count(distinct person_id)::int as people, count(distinct coalesce(store_id, area_id))::int as seats from appointment
     where from_day <= $1 and (to_day is null or to_day >= $1) group by position`,
    [day],
  )

export const areaOfStore = async (db: Db, store: string, day: Day): Promise<string | undefined> =>
  (
    await one<{ area: string }>(
      db,
      'select area_id as area from store_area where store_id = $1 and from_day <= $2 order by from_day desc limit 1',
      [store, day],
    )
  )?.area

/** The latest business day that it is anywhere: up to it duties have been given out. */
export async function latestToday(db: Db, now: Date): Promise<Day> {
  const clocks = await db.query<{ zone: string; cutOff: number }>(
    `select distinct time_zone as zone, cut_off_minutes as "cutOff" from store where closed_on is null
     union select time_zone, cut_off_minutes from company`,
  )
  return clocks.map(({ zone, cutOff }) => businessDayAt(now, zone, cutOff)).reduce((a, b) => (a > b ? a : b))
}

export interface Concerned {
  readonly position: DutyPosition
  readonly people: number
  readonly seats: number
}
/** Who holds the four positions on a day: how many people, in how many stores or areas. */
export const concernedOn = async (db: Db, day: Day): Promise<Concerned[]> =>
  (await holdersOn(db, day)).filter((h): h is HoldersCount & Concerned =>
    (dutyPositions as readonly PositionName[]).includes(h.position),
  )

export interface ConcernedPerson {
  readonly person: string
  readonly name: string
  readonly jobNumber: string
  readonly seat: string | null
  readonly seatName: string | null
  readonly seatNameEn: string | null
}
/** By name, stores in the order of their codes. */
export const peopleConcerned = (db: Db, position: DutyPosition, day: Day): Promise<ConcernedPerson[]> =>
  db.query<ConcernedPerson>(
    `select p.id as person, p.name, p.job_number as "jobNumber", coalesce(a.store_id, a.area_id) as seat,
       coalesce(s.name, r.name) as "seatName", coalesce(s.name_en, r.name_en) as "seatNameEn" from appointment a
     join person p on p.id = a.person_id left join store s on s.id = a.store_id left join area r on r.id = a.area_id
     where a.position = $1 and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2)
     order by coalesce(s.code, r.code), p.pinyin, p.id`,
    [position, day],
  )
