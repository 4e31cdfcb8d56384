import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { grouped } from './grouping.ts'
import type { Due } from './shape.ts'

export interface Held {
  readonly seat: string
  readonly person: string
  readonly position: string
  readonly from: Day
  readonly to: Day | null
}
/** Who holds what at these seats on some day of the span; headquarters are the nil uuid. */
export const appointmentsAt = (db: Db, seats: readonly string[], from: Day, to: Day): Promise<Held[]> =>
  db.query<Held>(
    `select ${seatHeld} as seat, person_id as person, position, from_day as "from", to_day as "to" from appointment
     where ${seatHeld} = any($1::uuid[]) and from_day <= $3 and (to_day is null or to_day >= $2)`,
    [seats, from, to],
  )
const seatHeld = `coalesce(store_id, area_id, '${companyWide}'::uuid)`

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

const most = 5_000
/**
 * Keeps what is not there yet. Made again, what is still to come keeps the hours that hold now (a store shuts earlier
 * today); what has fallen due, or is settled, stays as it was. Those of one clause and period go together, so
 * that a day of ten thousand stores is a handful of statements that each send little more than the stores.
 */
export async function insertDue(db: Db, edition: string, all: readonly Due[], now: Date): Promise<void> {
  const alike = grouped(all, (d) => `${d.duty} ${d.period} ${d.day} ${+d.opensAt} ${+d.dueAt}`)
  // Everybody inserts in one order: two who make the same day never wait for each other in a circle.
  const inOrder = [...alike].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, same] of inOrder) {
    const due = [...new Map(same.map((d) => [`${d.seat} ${d.holder}`, d])).values()]
    for (let i = 0; i < due.length; i += most)
      await insertAlike(db, edition, due.slice(i, i + most) as [Due, ...Due[]], now)
  }
}

function insertAlike(db: Db, edition: string, due: readonly [Due, ...Due[]], now: Date): Promise<unknown> {
  const [one] = due
  return db.query(
    `insert into duty_instance as i (store_id, id, duty, edition_id, position, seat_id, holder_id, cadence, period, day, opens_at,
       due_at, missed_at, minutes, made_at)
     select s, id, $1, $2, $3, seat, holder, $4, $5, $6, $7, $8, $9, $10, $11
     from unnest($12::uuid[], $13::uuid[], $14::uuid[], $15::uuid[]) as n (s, id, seat, holder)
     on conflict (store_id, duty, seat_id, holder_id, period) do update
       set opens_at = excluded.opens_at, due_at = excluded.due_at, missed_at = excluded.missed_at
       where i.settled_at is null and i.cadence <> 'event' and i.edition_id = excluded.edition_id
         and least(i.due_at, excluded.due_at) > excluded.made_at and i.due_at <> excluded.due_at`,
    [
      one.duty,
      edition,
      one.position,
      one.cadence,
      one.period,
      one.day,
      one.opensAt.toISOString(),
      one.dueAt.toISOString(),
      one.missedAt?.toISOString() ?? null,
      one.minutes,
      now.toISOString(),
      due.map((d) => d.store),
      due.map(() => newId()),
      due.map((d) => d.seat),
      due.map((d) => d.holder),
    ],
  )
}
