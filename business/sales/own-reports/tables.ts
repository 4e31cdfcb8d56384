import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { OwnFigures, OwnReport, Practice, ReportKind, ReviewKind, Span } from './shape.ts'

const reportSql = `
  select r.id, r.store_id as store, r.person_id as person, p.name, r.kind, r.period, r.version, r.from_day as "from", r.to_day as "to",
    r.submitted_at as "submittedAt", r.due_at as "dueAt", r.figures, r.well, r.missing, r.wish, r.practice, r.step,
    (select coalesce(json_agg(w.sku_id order by w.sku_id), '[]'::json) from own_report_wanted w where w.store_id = r.store_id and w.report_id = r.id) as wanted, (
      select coalesce(json_agg(json_build_object('kind', v.kind, 'by', v.by, 'byName', coalesce(q.name, ''),
        'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'words', v.words) order by v.at, v.id), '[]'::json)
      from own_report_review v left join person q on q.id = v.by where v.store_id = r.store_id and v.report_id = r.id) as reviews
  from own_report r join person p on p.id = r.person_id`
const isLatest = `not exists (select 1 from own_report n where n.store_id = r.store_id and n.person_id = r.person_id and n.kind = r.kind
  and n.period = r.period and n.version > r.version)`

export const findReport = (db: Db, store: string, id: string): Promise<OwnReport | undefined> =>
  one<OwnReport>(db, `${reportSql} where r.store_id = $1 and r.id = $2`, [store, id])

interface Key {
  readonly store: string
  readonly person: string
  readonly kind: ReportKind
  readonly period: string
}
/** The version that stands. */
export const latestOf = (db: Db, k: Key): Promise<OwnReport | undefined> =>
  one<OwnReport>(
    db,
    `${reportSql} where r.store_id = $1 and r.person_id = $2 and r.kind = $3 and r.period = $4 order by r.version desc limit 1`,
    [k.store, k.person, k.kind, k.period],
  )
/** One person's versions, and the reviews of one report, follow one another. */
export const holdReports = (db: Db, store: string, person: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301013, hashtext($1 || $2))', [store, person])

export const reportsOfStore = (
  db: Db,
  store: string,
  kind: ReportKind,
  period: string,
): Promise<OwnReport[]> =>
  db.query<OwnReport>(
    `${reportSql} where r.store_id = $1 and r.kind = $2 and r.period = $3 and ${isLatest} order by r.submitted_at`,
    [store, kind, period],
  )
export const reportsOfPerson = (db: Db, person: string, since: Day, most: number): Promise<OwnReport[]> =>
  db.query<OwnReport>(
    `${reportSql} where r.person_id = $1 and r.to_day >= $2 and ${isLatest} order by r.to_day desc, r.kind limit $3`,
    [person, since, most],
  )

export async function insertReport(
  db: Db,
  r: Key &
    Span & {
      id: string
      version: number
      at: Date
      dueAt: Date
      figures: OwnFigures
      well: string | null
      missing: string | null
      wish: string | null
      practice: { what: Practice; step: string } | null
    },
): Promise<boolean> {
  const rows = await db.query(
    `insert into own_report (store_id, id, person_id, kind, period, version, from_day, to_day, submitted_at, due_at, figures, well, missing, wish, practice, step)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13, $14, $15, $16) on conflict do nothing returning id`,
    [
      r.store,
      r.id,
      r.person,
      r.kind,
      r.period,
      r.version,
      r.from,
      r.to,
      r.at.toISOString(),
      r.dueAt.toISOString(),
      JSON.stringify(r.figures),
      r.well,
      r.missing,
      r.wish,
      r.practice?.what ?? null,
      r.practice?.step ?? null,
    ],
  )
  return rows.length === 1
}

export const recordReview = (
  db: Db,
  v: { store: string; report: string; kind: ReviewKind; by: string; at: Date; words: string | null },
): Promise<unknown> =>
  db.query(
    'insert into own_report_review (store_id, id, report_id, kind, by, at, words) values ($1, $2, $3, $4, $5, $6, $7)',
    [v.store, newId(), v.report, v.kind, v.by, v.at.toISOString(), v.words],
  )

/** Everybody's sums in a store over a span: for one's own figures and one's rank. */
export const sumsOfPeople = (
  db: Db,
  store: string,
  { from, to }: Span,
): Promise<{ person: string; net: Money; saleTickets: number; units: number }[]> =>
  db.query(
    `select person_id as person, sum(net)::int8 as net, (sum(sale_ticket_millionths) / 1000000.0)::float8 as "saleTickets",
       (sum(unit_millionths) / 1000000.0)::float8 as units
     from sales_person_day where store_id = $1 and day between $2 and $3 group by 1`,
    [store, from, to],
  )
export async function ownTarget(
  db: Db,
  store: string,
  person: string,
  { from, to }: Span,
): Promise<Money | null> {
  const row = await one<{ target: Money | null }>(
    db,
    'select sum(amount)::int8 as target from person_day_target where store_id = $1 and person_id = $2 and day between $3 and $4',
    [store, person, from, to],
  )
  return row?.target ?? null
}
/** Own part of what came back, and the styles that one sold most of; a joint sale counts with the share credited. */
export async function ownReturned(db: Db, store: string, person: string, { from, to }: Span): Promise<Money> {
  const row = await one<{ returned: Money }>(
    db,
    `select coalesce(round(sum(t.returned::numeric * c.share_millionths / 1000000)), 0)::int8 as returned
     from ticket t join ticket_credit c on c.store_id = t.store_id and c.ticket_id = t.id
     where t.store_id = $1 and t.day between $3 and $4 and c.person_id = $2 and t.returned <> 0`,
    [store, person, from, to],
  )
  return row?.returned ?? (0 as Money)
}
export const ownStyles = (
  db: Db,
  store: string,
  person: string,
  { from, to }: Span,
  most: number,
): Promise<OwnFigures['styles'][number][]> =>
  db.query(
    `with mine as (
       select l.style, coalesce(l.color, '') as color, sum(l.quantity)::int4 as units,
         round(sum(l.net::numeric * c.share_millionths / 1000000))::int8 as net
       from ticket t join ticket_credit c on c.store_id = t.store_id and c.ticket_id = t.id and c.person_id = $2
       join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id
       where t.store_id = $1 and t.day between $3 and $4 group by 1, 2 having sum(l.quantity) > 0 order by 4 desc, 1, 2 limit $5
     )
     select m.style, coalesce(s.name, m.style) as name, s.name_en as "nameEn", m.color, k.color_en as "colorEn", m.units, m.net
     from mine m left join style s on s.code = m.style
     left join lateral (select color_en from sku where style_id = s.id and color = m.color limit 1) k on true order by m.net desc, m.style, m.color`,
    [store, person, from, to, most],
  )

/** Associates of a store in a span, whether each had a day target in it, and whether leave covers all of it. */
export const associatesIn = (
  db: Db,
  store: string,
  { from, to }: Span,
): Promise<{ person: string; name: string; hasTarget: boolean; isAway: boolean }[]> =>
  db.query(
    `select p.id as person, p.name,
       exists (select 1 from person_day_target t where t.store_id = $1 and t.person_id = p.id and t.day between $2 and $3) as "hasTarget",
       exists (select 1 from person_away w where w.person_id = p.id and w.from_day <= $2 and w.to_day >= $3) as "isAway"
     from (select distinct a.person_id from appointment a where a.store_id = $1 and a.position = 'salesAssociate'
       and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3)) h join person p on p.id = h.person_id
     order by p.pinyin, p.id`,
    [store, from, to],
  )
/** Days of a span on which somebody had a target, handed in or not. */
export const ownTargetDays = async (
  db: Db,
  store: string,
  person: string,
  from: Day,
  to: Day,
): Promise<Day[]> =>
  (
    await db.query<{ day: Day }>(
      'select day from person_day_target where store_id = $1 and person_id = $2 and day between $3 and $4 and amount > 0 order by day',
      [store, person, from, to],
    )
  ).map((r) => r.day)
