import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { mostOpensDays } from './calendar-rules.ts'
import type { Duties } from './catalogue/catalogue.ts'
import { excusing, owedAgain } from './excuse-tables.ts'
import type { SeatPlace } from './seat-tables.ts'

/** A seat that is looked at, with the earliest day that counts. */
export type Looked = Pick<SeatPlace, 'store' | 'seat' | 'againFrom'> & { readonly from: Day }

/**
 * Excuses what the calendar itself excuses, and takes back what it no longer does; never of what is done. Leave is asked
 * at every seat; who holds what, what trades and who has a target only where something of it changed.
 */
export async function excuseByCalendar(
  db: Db,
  duties: Duties,
  seats: readonly Looked[],
  now: Date,
): Promise<void> {
  const changed = seats.filter((s) => s.againFrom !== null)
  if (changed.length > 0) {
    const each = duties.live.flatMap((duty) => (duty.each ? [duty.id] : []))
    const reasons: readonly Reason[] = [storeClosed, notHolder, noTarget, onLeave]
    for (const reason of reasons) await take(db, reason.noLonger, changed, now, each)
    for (const reason of [storeClosed, notHolder, noTarget]) await take(db, reason.found, changed, now, each)
  }
  const left = await seatsLeft(db, seats, now)
  if (left.length > 0) await take(db, notHolder.found, left, now, [])
  await take(db, onLeave.found, seats, now, [])
  const needing = duties.live.flatMap((duty) => (duty.needs === 'associates' ? [duty.id] : []))
  await take(db, noAssociates.noLonger, seats, now, needing)
  await take(db, noAssociates.found, seats, now, needing)
  const displaying = duties.live.flatMap((duty) => (duty.needs === 'manual' ? [duty.id] : []))
  await take(db, noManual.noLonger, seats, now, displaying)
  await take(db, noManual.found, seats, now, displaying)
}

/** Debts of one's own older than this stay where they are when their holder goes. Days. */
const longestOwed = 62
/**
 * Seats where an appointment has just run out, or will while what is open now is due: what its holder owed himself goes
 * with it, whether the window opened before or after it was known.
 */
async function seatsLeft(db: Db, seats: readonly Looked[], now: Date): Promise<Looked[]> {
  const rows = await db.query<{ seat: string }>(
    `select distinct n.seat from unnest($1::uuid[], $2::date[]) as n (seat, from_day)
     join appointment a on coalesce(a.store_id, a.area_id, ${nobody}) = n.seat
     where a.to_day between n.from_day - 1 and ($3::timestamptz + interval '1 day')::date + $4::int`,
    [seats.map((s) => s.seat), seats.map((s) => s.from), now.toISOString(), mostOpensDays],
  )
  const left = new Set(rows.map((r) => r.seat))
  return seats.filter((s) => left.has(s.seat)).map((s) => ({ ...s, from: addDays(s.from, -longestOwed) }))
}

interface Reason {
  readonly found: string
  readonly noLonger: string
}
/** $1 … $3 are the seats with their days, $4 now, $5 the duties that each owes himself, those of the day only on days with a target. */
const take = (db: Db, sql: string, seats: readonly Looked[], now: Date, each: readonly string[]) =>
  db.query(sql, [
    seats.map((s) => s.store),
    seats.map((s) => s.seat),
    seats.map((s) => s.from),
    now.toISOString(),
    each,
  ])

const nobody = `'${companyWide}'::uuid`
const looked = `unnest($1::uuid[], $2::uuid[], $3::date[]) as n (store, seat, from_day),
  lateral (select $4::timestamptz as now, $5::text[] as each) g`
const mine = 'i.store_id = n.store and i.seat_id = n.seat and i.day >= n.from_day'
const notDone = `not exists (select from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)`
const of = (kind: string, why = `''`, by = 'null::uuid', leave = 'null::uuid'): string =>
  `select i.store_id, i.id, '${kind}', ${by}, g.now, ${why}, ${leave}`
/** A reason that reads only the instance: found where it holds, taken back where it does not. */
const reason = (kind: string, among: string, holds: string): Reason => ({
  found: excusing(
    `${of(kind)} from ${looked}, duty_instance i where ${mine} and ${among} and ${notDone} and ${holds}`,
  ),
  noLonger: owedAgain(
    `${looked}, duty_instance i`,
    `${mine} and e.store_id = i.store_id and e.instance_id = i.id and e.kind = '${kind}' and e.by is null and not (${holds})`,
  ),
})

const storeClosed: Reason = {
  ...reason(
    'storeClosed',
    `i.cadence = 'day'`,
    'exists (select from store_closed_day c where c.store_id = i.store_id and c.day = i.day)',
  ),
  found: excusing(`${of('storeClosed', 'c.reason')} from ${looked}, duty_instance i, store_closed_day c
    where ${mine} and i.cadence = 'day' and c.store_id = i.store_id and c.day = i.day and ${notDone}`),
}

/** The first day of an instance's window, by the clock of its seat. */
const opensOn = `case when i.cadence = 'day' then i.day else (i.opens_at at time zone coalesce(
  (select time_zone from store where id = i.seat_id), (select time_zone from company)))::date end`
/** The business day that it is now at an instance's seat. */
const todayThere = `coalesce(
  (select ((g.now at time zone s.time_zone) - interval '1 minute' * s.cut_off_minutes)::date from store s where s.id = i.seat_id),
  (select (g.now at time zone c.time_zone)::date from company c))`
const atSeat = (a: string): string =>
  `coalesce(${a}.store_id, ${a}.area_id, ${nobody}) = i.seat_id and ${a}.position = i.position`

/**
 * Nobody held the position on any day of the window; where each owes it himself, he did not on the day, or, of a debt,
 * does not hold it any more. What was raised at a seat waits there for whoever comes.
 */
const notHolder = reason(
  'notHolder',
  `(i.cadence <> 'event' or i.holder_id <> ${nobody})`,
  `not exists (select from appointment a where ${atSeat('a')} and (i.holder_id = ${nobody} or a.person_id = i.holder_id)
    and a.from_day <= i.day and coalesce(a.to_day, 'infinity') >= case when i.holder_id = ${nobody} then ${opensOn}
      when i.missed_at is null then least(i.day, ${todayThere}) else i.day end
    and (i.missed_at is not null or i.holder_id = ${nobody} or coalesce(a.to_day, 'infinity') >= ${todayThere}))`,
)

const noTarget = reason(
  'noTarget',
  `i.duty = any(g.each) and i.cadence = 'day'`,
  `i.duty = any(g.each) and i.cadence = 'day' and not exists (select from person_day_target t where t.store_id = i.store_id and t.day = i.day
    and t.person_id = i.holder_id and t.amount > 0)`,
)

const isAway = (person: string, day: string): string =>
  `exists (select from person_away w where w.person_id = ${person} and ${day} between w.from_day and w.to_day)`
/** What is owed of associates, in a store where none was there on any day of its week or month up to the deadline. */
const noAssociates = reason(
  'noAssociates',
  'i.duty = any(g.each)',
  `i.duty = any(g.each) and not exists (
    select from generate_series(case i.cadence when 'week' then date_trunc('week', i.day) when 'month' then date_trunc('month', i.day) else i.day end,
        i.day, interval '1 day') w (at), lateral (select w.at::date as day) x, appointment h
    where h.store_id = i.store_id and h.position = 'salesAssociate' and x.day between h.from_day and coalesce(h.to_day, 'infinity')
      and not ${isAway('h.person_id', 'x.day')})`,
)

/** What is held against the display manual, in a week in which none was in force yet. */
const noManual = reason(
  'noManual',
  `i.duty = any(g.each) and i.cadence = 'week'`,
  `i.duty = any(g.each) and i.cadence = 'week' and not exists (
    select from display_edition m where m.withdrawn_at is null and m.from_day <= i.day)`,
)

/** On some day of the window somebody is there for it: a holder, or who stands in for one by delegation. */
const somebodyIsThere = `exists (
  select from generate_series(${opensOn}, i.day, interval '1 day') w (at), lateral (select w.at::date as day) x, appointment h
  where ${atSeat('h')} and x.day between h.from_day and coalesce(h.to_day, 'infinity') and (i.holder_id = ${nobody} or h.person_id = i.holder_id)
    and (not ${isAway('h.person_id', 'x.day')} or i.holder_id = ${nobody} and exists (
      select from delegation b where b.appointment_id = h.id and x.day between b.from_day and b.to_day
        and (b.ended_at is null or b.ended_at::date > x.day) and not ${isAway('b.to_person', 'x.day')})))`

/**
 * Everybody who holds the position is on approved leave through the whole window and nobody stands in; with who approved.
 * What somebody raised is never excused by leave: it waits, and the superior sees it.
 */
const onLeave: Reason = {
  found:
    excusing(`select distinct on (i.store_id, i.id) i.store_id, i.id, 'leave', l.decided_by, g.now, '', l.id
    from ${looked}, leave l, appointment a, duty_instance i
    where ${mine} and l.approved and (l.withdrawn_at is null or l.kept_until is not null)
      and coalesce(l.kept_until, l.to_day) >= n.from_day and a.person_id = l.person_id and ${atSeat('a')}
      and i.day between l.from_day and coalesce(l.kept_until, l.to_day) and i.day between a.from_day and coalesce(a.to_day, 'infinity')
      and i.cadence <> 'event' and (i.holder_id = ${nobody} or i.holder_id = l.person_id) and ${notDone} and not ${somebodyIsThere}
    order by i.store_id, i.id, l.decided_at, l.id`),
  noLonger: owedAgain(
    `${looked}, duty_instance i, leave l`,
    `${mine} and e.store_id = i.store_id and e.instance_id = i.id and e.leave_id = l.id
     and (not coalesce(l.approved, false) or l.withdrawn_at is not null and l.kept_until is null
       or not i.day between l.from_day and coalesce(l.kept_until, l.to_day) or ${somebodyIsThere})`,
  ),
}
