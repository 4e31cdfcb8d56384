import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Report, ReportFigures, ReviewKind } from './shape.ts'

const reportSql = `
  select r.id, r.store_id as store, r.day, r.submitted_by as "submittedBy", coalesce(p.name, '') as "submittedByName",
    r.submitted_at as "submittedAt", r.due_at as "dueAt", r.figures, r.why, r.tomorrow, (
      select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'by', v.by, 'byName', coalesce(q.name, ''),
        'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'words', v.words) order by v.at, v.id), '[]'::json)
      from report_review v left join person q on q.id = v.by where v.store_id = r.store_id and v.day = r.day) as reviews
  from daily_report r left join person p on p.id = r.submitted_by`

export const findReport = (db: Db, store: string, day: Day): Promise<Report | undefined> =>
  one<Report>(db, `${reportSql} where r.store_id = $1 and r.day = $2`, [store, day])

export const reportsOn = (db: Db, stores: readonly string[], day: Day): Promise<Report[]> =>
  db.query<Report>(`${reportSql} where r.store_id = any($1::uuid[]) and r.day = $2`, [stores, day])

export const reportsBetween = (db: Db, store: string, from: Day, to: Day): Promise<Report[]> =>
  db.query<Report>(`${reportSql} where r.store_id = $1 and r.day between $2 and $3 order by r.day desc`, [
    store,
    from,
    to,
  ])

export interface NewReport {
  readonly id: string
  readonly store: string
  readonly day: Day
  readonly by: string
  readonly at: Date
  readonly dueAt: Date
  readonly figures: ReportFigures
  readonly why: string
  readonly tomorrow: string
}
/** False when somebody else has submitted that day's report meanwhile. */
export async function recordReport(db: Db, r: NewReport): Promise<boolean> {
  const rows = await db.query(
    `insert into daily_report (store_id, day, id, submitted_by, submitted_at, due_at, figures, why, tomorrow)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) on conflict do nothing returning id`,
    [
      r.store,
      r.day,
      r.id,
      r.by,
      r.at.toISOString(),
      r.dueAt.toISOString(),
      JSON.stringify(r.figures),
      r.why,
      r.tomorrow,
    ],
  )
  return rows.length === 1
}

/** Reviews of one report follow one another: whoever reviews holds the report until he is done. */
export const holdReport = (db: Db, store: string, day: Day): Promise<unknown> =>
  db.query('select id from daily_report where store_id = $1 and day = $2 for update', [store, day])

export async function recordReview(
  db: Db,
  review: { store: string; day: Day; kind: ReviewKind; by: string; at: Date; words: string | null },
): Promise<string> {
  const id = newId()
  await db.query(
    'insert into report_review (store_id, day, id, kind, by, at, words) values ($1, $2, $3, $4, $5, $6, $7)',
    [review.store, review.day, id, review.kind, review.by, review.at.toISOString(), review.words],
  )
  return id
}

/** Which of the stores were closed that day, with the reason. */
export const closuresOn = (
  db: Db,
  stores: readonly string[],
  day: Day,
): Promise<{ store: string; reason: string }[]> =>
  db.query(
    'select store_id as store, reason from store_closed_day where store_id = any($1::uuid[]) and day = $2',
    [stores, day],
  )
export const closuresBetween = (
  db: Db,
  store: string,
  from: Day,
  to: Day,
): Promise<{ day: Day; reason: string }[]> =>
  db.query('select day, reason from store_closed_day where store_id = $1 and day between $2 and $3', [
    store,
    from,
    to,
  ])

/** Who holds each store on the day. */
export const managersOf = (
  db: Db,
  stores: readonly string[],
  day: Day,
): Promise<{ store: string; name: string }[]> =>
  db.query(
    `select distinct on (a.store_id) a.store_id as store, p.name from appointment a join person p on p.id = a.person_id
     where a.position = 'storeManager' and a.store_id = any($1::uuid[]) and a.from_day <= $2
       and (a.to_day is null or a.to_day >= $2) order by a.store_id, a.from_day desc`,
    [stores, day],
  )

/** Net of one store's days from its totals. */
export const netByDay = (db: Db, store: string, from: Day, to: Day) =>
  db.query<{ day: Day; net: Money; target: Money | null; closed: boolean }>(
    `select coalesce(d.day, t.day) as day, coalesce(d.net, 0)::int8 as net, t.amount as target, coalesce(d.closed, false) as closed
     from (select * from sales_store_day where store_id = $1 and day between $2 and $3) d
     full join (select * from store_day_target where store_id = $1 and day between $2 and $3) t on t.store_id = d.store_id and t.day = d.day
     order by 1 desc`,
    [store, from, to],
  )
