import { type Db, one } from '../../../platform/database/database.ts'
import { type Holder, LeaseLost } from './lease.ts'
import type { ControlTotals, ImportKind, ImportSettings, Rejection } from './shape.ts'
import type { KnownStore } from './stores-in-file.ts'

export const findStores = (db: Db): Promise<KnownStore[]> =>
  db.query<KnownStore>(
    `select id, code as key, name, name_en as "nameEn", time_zone as "timeZone", cut_off_minutes as "cutOffMinutes" from store`,
  )

export async function companyTimeZone(db: Db): Promise<string> {
  return (await one<{ zone: string }>(db, 'select time_zone as zone from company'))?.zone ?? 'Asia/Shanghai'
}
export async function companyCurrency(db: Db): Promise<string> {
  return (await one<{ currency: string }>(db, 'select currency from company'))?.currency ?? 'CNY'
}

/** People by what a file calls its associates: job number first, then a name that only one person in that store has. */
export async function findAssociates(
  db: Db,
  asked: readonly { text: string; store: string | null }[],
): Promise<Map<string, string>> {
  const rows = await db.query<{ text: string; person: string }>(
    `with asked as (select x.text, x.store from unnest($1::text[], $2::uuid[]) as x (text, store)), by_number as (
       select a.text, p.id from asked a join person p on p.job_number = a.text
     ), by_name as (
       select a.text, min(p.id::text)::uuid as id from asked a join person p on p.name = a.text
       where exists (select from appointment s where s.person_id = p.id and s.store_id = a.store)
       group by a.text having count(*) = 1
     )
     select text, id as person from by_number
     union all select text, id from by_name where text not in (select text from by_number)`,
    [asked.map((a) => a.text), asked.map((a) => a.store)],
  )
  return new Map(rows.map((r) => [r.text, r.person]))
}

export interface ImportRow {
  id: string
  kind: ImportKind
  fileName: string
  fileHash: string
  file: string | null
  settings: ImportSettings
  by: string
  byName: string | null
  at: string
  state: 'running' | 'done' | 'failed' | 'undone'
  progressRows: number
  progressOf: number | null
  rowsRead: number
  rowsAccepted: number
  rowsRejected: number
  rowsKnown: number
  control: Partial<ControlTotals> & {
    headers?: string[]
    madeStores?: number
    madePeople?: number
    /** The company's currency when the file came in. */
    currency?: string
    inBooks?: { tickets: number; units: number; amount: number }
  }
  failure: string | null
  finishedAt: string | null
  undoneBy: string | null
  undoneAt: string | null
}
const importColumns = `i.id, i.kind, i.file_name as "fileName", i.file_hash as "fileHash", i.file_id as file, i.settings, i.by,
  p.name as "byName", i.at, i.state, i.progress_rows as "progressRows", i.progress_of as "progressOf", i.rows_read as "rowsRead",
  i.rows_accepted as "rowsAccepted", i.rows_rejected as "rowsRejected", i.rows_known as "rowsKnown", i.control, i.failure,
  i.finished_at as "finishedAt", i.undone_by as "undoneBy", i.undone_at as "undoneAt"`

export const findImport = (db: Db, id: string): Promise<ImportRow | undefined> =>
  one<ImportRow>(
    db,
    `select ${importColumns} from import i left join person p on p.id = i.by where i.id = $1`,
    [id],
  )
export const listImports = (db: Db): Promise<ImportRow[]> =>
  db.query<ImportRow>(
    `select ${importColumns} from import i left join person p on p.id = i.by order by i.at desc, i.id desc limit 100`,
  )
export const earlierOf = (db: Db, hash: string): Promise<{ id: string; at: string; fileName: string }[]> =>
  db.query(
    `select id, at, file_name as "fileName" from import where file_hash = $1 and state in ('done', 'running') order by at desc limit 3`,
    [hash],
  )

export async function insertImport(
  db: Db,
  i: {
    id: string
    kind: ImportKind
    fileName: string
    fileHash: string
    file: string | null
    settings: ImportSettings
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into import (id, kind, file_name, file_hash, file_id, settings, by, at, state) values ($1, $2, $3, $4, $5, $6, $7, $8, 'running')`,
    [i.id, i.kind, i.fileName, i.fileHash, i.file, JSON.stringify(i.settings), i.by, i.at.toISOString()],
  )
}
export async function noteProgress(db: Db, id: string, rows: number, of: number): Promise<void> {
  await db.query(
    `update import set progress_rows = $2, progress_of = $3 where id = $1 and state = 'running'`,
    [id, rows, of],
  )
}
export async function finishImport(
  db: Db,
  held: Holder,
  totals: ControlTotals,
  more: object,
  at: Date,
): Promise<void> {
  const done = await db.query(
    `update import set state = 'done', rows_read = $2, rows_accepted = $3, rows_rejected = $4, rows_known = $5, control = $6,
       finished_at = $7, progress_rows = $2, progress_of = $2 where id = $1 and holder = $8 and state = 'running' returning 1`,
    [
      held.import,
      totals.rowsRead,
      totals.rowsAccepted,
      totals.rowsRejected,
      totals.rowsKnown,
      JSON.stringify({ ...totals, ...more }),
      at.toISOString(),
      held.holder,
    ],
  )
  if (done.length === 0) throw new LeaseLost(held)
}
/** What an import has made of stores and people, kept for a process that takes it over. */
export async function noteMade(
  db: Db,
  id: string,
  made: { madeStores: number; madePeople: number },
): Promise<void> {
  await db.query('update import set control = control || $2 where id = $1', [id, JSON.stringify(made)])
}
export async function findMade(
  db: Db,
  id: string,
): Promise<{ madeStores: number; madePeople: number } | undefined> {
  const control = (await findImport(db, id))?.control
  return control?.madeStores === undefined
    ? undefined
    : { madeStores: control.madeStores, madePeople: control.madePeople ?? 0 }
}
export async function failImport(db: Db, held: Holder, failure: string, at: Date): Promise<void> {
  await db.query(
    `update import set state = 'failed', failure = $2, finished_at = $4 where id = $1 and holder = $3 and state = 'running'`,
    [held.import, failure.slice(0, 500), held.holder, at.toISOString()],
  )
}
export async function insertRejections(db: Db, id: string, all: readonly Rejection[]): Promise<void> {
  await db.query(
    `insert into import_rejection (import_id, row_number, why, facts, field, cells)
     select $1, x.row, x.why, x.facts, x.field, x.cells
     from jsonb_to_recordset($2::jsonb) as x (row bigint, why text, facts jsonb, field text, cells jsonb) on conflict do nothing`,
    [id, JSON.stringify(all)],
  )
}
/** Rejected rows in the order of the file, from after a row number. */
export const findRejections = (db: Db, id: string, after: number, most: number): Promise<Rejection[]> =>
  db.query<Rejection>(
    `select row_number as row, why, facts, field, cells from import_rejection where import_id = $1 and row_number > $2
     order by row_number limit $3`,
    [id, after, most],
  )
export const countRejections = (db: Db, id: string): Promise<{ why: string; count: number }[]> =>
  db.query(
    'select why, count(*)::int as count from import_rejection where import_id = $1 group by why order by 2 desc',
    [id],
  )

/** What the books hold of an import: the after of the control totals. */
export async function bookedOf(
  db: Db,
  id: string,
): Promise<{ tickets: number; units: number; amount: number }> {
  const row = await one<{ tickets: number; units: number; amount: number }>(
    db,
    `select coalesce(sum(case when kind = 'dayTotal' then sale_tickets else 1 end), 0)::bigint as tickets,
       coalesce(sum(units), 0)::bigint as units, coalesce(sum(net), 0)::bigint as amount from ticket where import_id = $1`,
    [id],
  )
  return row!
}

export async function findLearnt(db: Db, signature: string): Promise<ImportSettings | undefined> {
  return (
    await one<{ settings: ImportSettings }>(db, 'select settings from import_mapping where signature = $1', [
      signature,
    ])
  )?.settings
}
/**
 * Keeps how such files are read. What belongs to one file alone is not kept: its store, its day, its rates, and the
 * leave to make stores; the next store's export has the same headers.
 */
export async function learn(
  db: Db,
  signature: string,
  settings: ImportSettings,
  by: string,
  at: Date,
): Promise<void> {
  const fixed = { ...settings.fixed, store: undefined, day: undefined }
  const kept: ImportSettings = { ...settings, fixed, createMissing: false, currencies: {} }
  await db.query(
    `insert into import_mapping as m (signature, kind, settings, by, at) values ($1, $2, $3, $4, $5)
     on conflict (signature) do update set kind = excluded.kind, settings = excluded.settings, by = excluded.by, at = excluded.at, used = m.used + 1`,
    [signature, settings.kind, JSON.stringify(kept), by, at.toISOString()],
  )
}
