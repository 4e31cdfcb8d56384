import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { sumsOf } from '../../sales/boards/tables.ts'
import { assemble, bestOf, slowOf } from '../board/assemble.ts'
import { noFacts } from '../board/rules.ts'
import { stockAndSales } from '../board/views.ts'
import { type Span, spanBefore, stateOf } from './rules.ts'
import type { ReportFigures, ReportKind, ReportState, Traded } from './shape.ts'

/** Best and slow sellers that go with a report. */
const mostShades = 6

/** The figures of an area for a span that is over; its stock is today's, the books know no other. */
export async function figuresOf(
  db: Db,
  stores: readonly { readonly id: string; readonly name: string; readonly nameEn: string | null }[],
  kind: ReportKind,
  span: Span,
  today: Day,
): Promise<ReportFigures> {
  const ids = stores.map((s) => s.id)
  const { rows, known } = await stockAndSales(db, ids, today)
  const of = assemble(rows, known, today)
  const before = spanBefore(kind, span)
  const sums = await sumsOf(db, ids, [
    { key: 'now', from: span.from, to: span.until },
    { key: 'before', from: before.from, to: before.until },
  ])
  const traded = (store?: string): Traded => {
    const sum = (key: string, what: 'net' | 'units') =>
      sums
        .filter((s) => s.key === key && (store === undefined || s.store === store))
        .reduce((n, s) => n + s[what], 0)
    return {
      net: sum('now', 'net') as Traded['net'],
      units: sum('now', 'units'),
      netBefore: sum('before', 'net') as Traded['net'],
      unitsBefore: sum('before', 'units'),
    }
  }
  return {
    ...span,
    on: today,
    total: of.total,
    traded: traded(),
    stores: stores.map(({ id, name, nameEn }) => ({
      id,
      name,
      nameEn,
      facts: of.byStore.get(id) ?? noFacts,
      traded: traded(id),
    })),
    byCategory: of.byCategory,
    byAge: of.byAge,
    best: bestOf(of, mostShades),
    slow: slowOf(of, today, mostShades),
  }
}

export interface ReportKept {
  readonly id: string
  readonly area: string
  readonly kind: ReportKind
  readonly until: Day
  readonly version: number
  readonly figures: ReportFigures
  readonly words: string
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly reviews: readonly {
    readonly kind: 'opened' | 'confirmed' | 'questioned'
    readonly words: string | null
    readonly by: string
    readonly byName: string
    readonly at: string
  }[]
  readonly state: ReportState
}
const columns = `r.id, r.area_id as area, r.kind, r.until, r.version, r.figures, r.words, r.by, p.name as "byName", r.at,
  coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'words', v.words, 'by', v.by, 'byName', q.name, 'at', v.at) order by v.at, v.id)
    from stock_report_review v join person q on q.id = v.by where v.area_id = r.area_id and v.report_id = r.id), '[]') as reviews`
const tables = 'stock_report r join person p on p.id = r.by'
const seen = (row: Omit<ReportKept, 'state'>): ReportKept => ({ ...row, state: stateOf(row.reviews) })

export const latestOf = async (
  db: Db,
  areas: readonly string[],
  kind: ReportKind,
  until: Day,
): Promise<ReportKept[]> =>
  (
    await db.query<Omit<ReportKept, 'state'>>(
      `select distinct on (r.area_id) ${columns} from ${tables} where r.area_id = any($1::uuid[]) and r.kind = $2 and r.until = $3
       order by r.area_id, r.version desc`,
      [areas, kind, until],
    )
  ).map(seen)
export const reportById = async (db: Db, area: string, id: string): Promise<ReportKept | undefined> => {
  const row = await one<Omit<ReportKept, 'state'>>(
    db,
    `select ${columns} from ${tables} where r.area_id = $1 and r.id = $2`,
    [area, id],
  )
  return row && seen(row)
}
/** Reports of one area follow one another, and so do looks at them. */
export const holdReports = (db: Db, area: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301023, hashtext($1))', [area])

export const insertReport = (
  db: Db,
  r: {
    area: string
    id: string
    kind: ReportKind
    until: Day
    version: number
    figures: ReportFigures
    words: string
    by: string
    at: Date
  },
): Promise<unknown> =>
  db.query(
    `insert into stock_report (area_id, id, kind, until, version, figures, words, by, at) values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9)`,
    [r.area, r.id, r.kind, r.until, r.version, JSON.stringify(r.figures), r.words, r.by, r.at.toISOString()],
  )
export const insertReview = (
  db: Db,
  v: {
    area: string
    id: string
    report: string
    kind: 'opened' | 'confirmed' | 'questioned'
    words: string | null
    by: string
    at: Date
  },
): Promise<unknown> =>
  db.query(
    `insert into stock_report_review (area_id, id, report_id, kind, words, by, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [v.area, v.id, v.report, v.kind, v.words, v.by, v.at.toISOString()],
  )
export const areasOn = (db: Db, day: Day) =>
  db.query<{ id: string; name: string; nameEn: string | null; manager: string | null }>(
    `select a.id, a.name, a.name_en as "nameEn", (select p.name from appointment x join person p on p.id = x.person_id
       where x.area_id = a.id and x.position = 'areaManager' and x.from_day <= $1 and (x.to_day is null or x.to_day >= $1)
       order by x.from_day desc limit 1) as manager
     from area a where a.opened_on <= $1 and (a.closed_on is null or a.closed_on >= $1) order by a.code`,
    [day],
  )
