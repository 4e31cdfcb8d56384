import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import type { Cause, Filed, KeptBooks, Matter, Overseen } from './shape.ts'

/** The list of a day in its last version. */
export const findList = (db: Db, area: string, day: Day): Promise<Filed | undefined> =>
  one<Filed>(
    db,
    `select l.id, l.day, l.version, coalesce(p.name, '') as "madeByName", l.made_at as "madeAt", l.matters, l.answered,
       case when l.stores is not null then json_build_object('stores', l.stores, 'tills', l.tills, 'books', l.books) end as kept
     from oversight_list l left join person p on p.id = l.made_by
     where l.store_id = $1 and l.area_id = $2 and l.day = $3 order by l.version desc limit 1`,
    [companyWide, area, day],
  )
/** The lines of a list as they were handed in. */
export const filedLines = (db: Db, list: string): Promise<Overseen[]> =>
  db.query<Overseen>(
    `select n.at_store as store, s.code, s.name as "storeName", s.name_en as "storeNameEn", n.kind, n.about, n.since, n.amount, n.pieces,
       n.subject, json_build_object('day', l.day, 'cause', n.cause, 'words', n.words) as said
     from oversight_line n join oversight_list l on l.store_id = n.store_id and l.id = n.list_id join store s on s.id = n.at_store
     where n.store_id = $1 and n.list_id = $2 order by n.since, s.code, n.kind, n.about`,
    [companyWide, list],
  )

/** What was said about matters of these stores in the last days and is open no more: oversight that had an effect. */
export const answeredLately = (db: Db, area: string, since: Day, day: Day): Promise<Overseen[]> =>
  db.query<Overseen>(
    `select distinct on (n.at_store, n.kind, n.about) n.at_store as store, s.code, s.name as "storeName", s.name_en as "storeNameEn",
       n.kind, n.about, n.since, n.amount, n.pieces, n.subject,
       json_build_object('day', l.day, 'cause', n.cause, 'words', n.words) as said
     from oversight_list l join oversight_line n on n.store_id = l.store_id and n.list_id = l.id join store s on s.id = n.at_store
     where l.store_id = $1 and l.area_id = $2 and l.day between $3 and $4
     order by n.at_store, n.kind, n.about, l.day desc, l.version desc`,
    [companyWide, area, since, day],
  )

export interface AreaList {
  readonly area: string
  readonly name: string
  readonly nameEn: string | null
  readonly filed: Pick<Filed, 'version' | 'madeByName' | 'madeAt' | 'matters' | 'answered'> | null
}
/** Every area with its list of a day. */
export const listsOn = (db: Db, day: Day): Promise<AreaList[]> =>
  db.query<AreaList>(
    `select a.id as area, a.name, a.name_en as "nameEn", l.filed from area a
     left join lateral (select json_build_object('version', l.version, 'madeByName', coalesce(p.name, ''), 'madeAt', l.made_at,
         'matters', l.matters, 'answered', l.answered) as filed
       from oversight_list l left join person p on p.id = l.made_by
       where l.store_id = $1 and l.area_id = a.id and l.day = $2 order by l.version desc limit 1) l on true
     where a.opened_on <= $2 and (a.closed_on is null or a.closed_on >= $2) order by a.code`,
    [companyWide, day],
  )

export interface NewList {
  readonly area: string
  readonly day: Day
  readonly version: number
  readonly by: string
  readonly at: Date
  readonly matters: number
  readonly kept: KeptBooks
  readonly lines: readonly (Matter & { cause: Cause; words: string | null })[]
}
/** Undefined when somebody else has handed in that version meanwhile. */
export async function recordList(db: Db, l: NewList): Promise<string | undefined> {
  const id = newId()
  const kept = await db.query(
    `insert into oversight_list (store_id, id, area_id, day, version, made_by, made_at, matters, answered, stores, tills, books)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (store_id, area_id, day, version) do nothing returning id`,
    [
      companyWide,
      id,
      l.area,
      l.day,
      l.version,
      l.by,
      l.at.toISOString(),
      l.matters,
      l.lines.length,
      l.kept.stores,
      l.kept.tills,
      l.kept.books,
    ],
  )
  if (kept.length === 0) return undefined
  if (l.lines.length > 0)
    await db.query(
      `insert into oversight_line (store_id, list_id, at_store, kind, about, since, amount, pieces, subject, cause, words)
       select $1, $2, store, kind, about, since, amount, pieces, subject, cause, words
       from jsonb_to_recordset($3::jsonb) as n (store uuid, kind text, about text, since date, amount int8, pieces int, subject jsonb,
         cause text, words text)`,
      [companyWide, id, JSON.stringify(l.lines)],
    )
  return id
}
