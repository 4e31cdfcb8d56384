import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day, daysThrough } from '../../platform/kinds/day.ts'
import { excusing } from './excuse-tables.ts'
import type { Record30 } from './sampling-rules.ts'

export type Level = 'store' | 'area' | 'company'
/** A record that a superior may be given to look at, with what its seat made of the clause before. */
export interface Candidate extends Record30 {
  readonly byInstance: string
  readonly store: string
  readonly instance: string
  /** Uniform in [0, 1), by the database: the same from the same seed. */
  readonly u: number
}

/** Days on which a superior's instance that is still owed may fall due. */
const around = (today: Day): Day[] => daysThrough(addDays(today, -4), addDays(today, 40))

/** Which seats lie below a superior's (s), on the day before his own. */
const below: Readonly<Record<Level, string>> = {
  company: 'lower i on i.day = any(s.days)',
  area: `store_area m on m.area_id = s.seat_id and m.from_day < s.day
      and not exists (select from store_area n where n.store_id = m.store_id and n.from_day > m.from_day and n.from_day < s.day)
    join lower i on i.store_id = m.store_id and i.seat_id = m.store_id and i.day = any(s.days)`,
  store: 'lower i on i.store_id = s.store_id and i.seat_id = s.seat_id and i.day = any(s.days)',
}
/** Where the words of a clause's records stand: by store and day. */
const wordsOf: Readonly<Record<string, string>> = {
  'SM-1.5': `select r.store_id, r.day, r.why || ' ' || r.tomorrow as words from daily_report r`,
}
const noWords = 'select null::uuid as store_id, null::date as day, null::text as words where false'

/**
 * What may be drawn for superiors whose looking-after (`by`) is owed and has no sample yet: of what fell due below in the
 * `span` days before, what is done and nobody has looked at. Asked once every deadline of it has passed, or four hours
 * before the superior's own.
 */
export function candidates(
  db: Db,
  { by, of, level, span }: { by: string; of: string; level: Level; span: number },
  today: Day,
  now: Date,
): Promise<Candidate[]> {
  return db.query<Candidate>(
    `with superior as materialized (
       select s.store_id, s.id, s.seat_id, s.day, s.due_at, array(select s.day - g from generate_series(1, $4::int) g) as days
       from duty_instance s
       where s.duty = $1 and s.cadence <> 'event' and s.day = any($3::date[]) and s.settled_at is null and s.opens_at <= $5::timestamptz
         and (s.missed_at is null or s.missed_at > $5::timestamptz)
         and not exists (select from duty_check c where c.by_instance = s.id)
     ), lower as materialized (
       -- Read once by clause and day: joined place by place it would be read anew for each of ten thousand stores.
       select i.store_id, i.id, i.seat_id, i.holder_id, i.day, i.due_at from duty_instance i
       where i.duty = $2 and i.day in (select unnest(s.days) from superior s)
     ), theirs as materialized (
       select s.id as by_instance, s.due_at as by_due, i.store_id, i.id, i.seat_id, i.holder_id, i.day, i.due_at, d.instance_id is not null
           and not exists (select from duty_oversight v where v.store_id = i.store_id and v.instance_id = i.id and v.kind <> 'opened') as done,
         bool_or(i.due_at > $5::timestamptz) over (partition by s.id) as waits
       from superior s join ${below[level]}
       left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
     ), ready as materialized (
       select t.* from theirs t where t.done and (t.by_due - interval '4 hours' <= $5::timestamptz or not t.waits)
     ), past as materialized (
       select h.store_id, h.seat_id, h.holder_id, h.day, d.at, d.at > h.due_at as late,
         d.at is null and h.due_at <= $5::timestamptz and not exists (select from duty_excuse e where e.store_id = h.store_id and e.instance_id = h.id) as missing,
         w.words
       from duty_instance h left join duty_discharge d on d.store_id = h.store_id and d.instance_id = h.id
       left join (${wordsOf[of] ?? noWords}) w on w.store_id = h.store_id and w.day = h.day and d.at is not null
       where h.duty = $2 and h.day = any($6::date[]) and exists (select from ready) and h.seat_id in (select r.seat_id from ready r)
     ), habits as (
       select store_id, seat_id, holder_id, count(*) filter (where at is not null or missing)::int as of,
         count(*) filter (where late)::int as late, count(*) filter (where missing)::int as missing, count(words)::int as worded
       from past group by 1, 2, 3
     ), minutes as (
       select seat_id, holder_id, max(n)::int as n from (select seat_id, holder_id, count(*) as n from past where at is not null
         group by seat_id, holder_id, date_trunc('minute', at)::time) x group by 1, 2
     ), phrases as (
       select seat_id, holder_id, sum(n)::int as n from (select seat_id, holder_id, count(*) as n from past where words is not null
         group by seat_id, holder_id, words having count(*) > 1) x group by 1, 2
     ), together as (
       select r.by_instance, r.store_id, r.id, r.day, r.seat_id, r.holder_id, 0 as of, 0 as late, 0 as missing, 0 as worded, 0 as minutes, 0 as words from ready r
       union all select null, null, null, null, seat_id, holder_id, of, late, missing, worded, 0, 0 from habits
       union all select null, null, null, null, seat_id, holder_id, 0, 0, 0, 0, n, 0 from minutes
       union all select null, null, null, null, seat_id, holder_id, 0, 0, 0, 0, 0, n from phrases
     ), known as (
       -- What is known of a place stands beside what may be drawn of it by one sort: joined, it took the square of the stores.
       select t.by_instance, t.store_id, t.id, t.day, max(t.of) over w as of, max(t.late) over w as late, max(t.missing) over w as missing,
         max(t.minutes) over w as minutes, max(t.words) over w as words, max(t.worded) over w as worded
       from together t window w as (partition by t.seat_id, t.holder_id)
     )
     select x.*, random() as u from (
       select r.by_instance as "byInstance", r.store_id as store, r.id as instance, r.of, r.late, r.missing, r.minutes as "sameMinute",
         r.words as "sameWords", r.worded
       from known r left join store k on k.id = r.store_id where r.by_instance is not null
       order by r.by_instance, k.code, r.day, r.id) x`,
    [by, of, around(today), span, now.toISOString(), daysThrough(addDays(today, -30), addDays(today, -1))],
  )
}

export async function insertSamples(
  db: Db,
  drawn: readonly (Candidate & { risk: number })[],
  now: Date,
): Promise<void> {
  await db.query(
    `insert into duty_check (store_id, instance_id, by_instance, risk, chosen_at)
     select store, instance, by, risk, $5 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::float8[]) as n (store, instance, by, risk)
     on conflict do nothing`,
    [
      drawn.map((d) => d.store),
      drawn.map((d) => d.instance),
      drawn.map((d) => d.byInstance),
      drawn.map((d) => d.risk),
      now.toISOString(),
    ],
  )
}

/** Where nothing below was done there was nothing to look through: which is not the same as done. */
export const excuseWithoutSample = (db: Db, by: string, today: Day, now: Date): Promise<unknown> =>
  db.query(
    excusing(
      `select i.store_id, i.id, 'nothingToCheck', null::uuid, $3::timestamptz, '', null::uuid from duty_instance i
       where i.duty = $1 and i.cadence <> 'event' and i.day = any($2::date[]) and i.settled_at is null and i.due_at <= $3::timestamptz
         and not exists (select from duty_check c where c.by_instance = i.id)`,
    ),
    [by, around(today), now.toISOString()],
  )
