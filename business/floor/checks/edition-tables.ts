import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { CheckEdition, CheckItem, CheckKind } from './shape.ts'
import { kinds } from './shape.ts'
import { shippedEdition } from './shipped.ts'

export interface KeptEdition extends CheckEdition {
  readonly words: string | null
  readonly byName: string | null
  readonly at: string
}
const columns = `e.id, e.kind, e.from_day as "from", e.words, p.name as "byName", e.at,
  case when e.first_hour is not null then json_build_object('first', e.first_hour, 'last', e.last_hour) end as hours,
  (select json_agg(json_build_object('code', i.code, 'zone', i.zone, 'says', i.says, 'saysEn', i.says_en,
      'number', case when i.unit is not null then json_build_object('unit', i.unit, 'low', i.low, 'high', i.high) end,
      'storeKinds', i.store_kinds) order by i.no)
    from check_item i where i.edition_id = e.id) as items`
const from = 'from check_edition e left join person p on p.id = e.by where e.withdrawn_at is null'

/** The edition of each kind in force on a day; where the company has none yet, the shipped one. */
export async function editionsOn(db: Db, day: Day): Promise<ReadonlyMap<CheckKind, CheckEdition>> {
  const found = await db.query<KeptEdition>(
    `select distinct on (e.kind) ${columns} ${from} and e.from_day <= $1 order by e.kind, e.from_day desc`,
    [day],
  )
  return new Map(
    kinds.map((kind) => [kind, found.find((e) => e.kind === kind) ?? shippedEdition(kind)] as const),
  )
}
export async function editionById(db: Db, id: string): Promise<KeptEdition | undefined> {
  const [found] = await db.query<KeptEdition>(`select ${columns} ${from} and e.id = $1`, [id])
  return found
}
/** What was published, newest first: planned ones, those in force and some before. */
export const editionsKept = (db: Db, most: number): Promise<KeptEdition[]> =>
  db.query<KeptEdition>(
    `select ${columns} ${from} and e.by is not null order by e.from_day desc, e.at desc limit $1`,
    [most],
  )

interface Made {
  readonly by: string | null
  readonly at: Date
  readonly words: string | null
}
/** False where somebody has published one for the same day just now. */
export async function insertEdition(db: Db, edition: CheckEdition, made: Made): Promise<boolean> {
  const rows = await db.query(
    `with e as (
       insert into check_edition (id, kind, from_day, first_hour, last_hour, words, by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id
     ), i as (
       insert into check_item (edition_id, code, no, zone, says, says_en, unit, low, high, store_kinds)
       select e.id, r.code, r.no, r.zone, r.says, r.says_en, r.unit, r.low, r.high, r.store_kinds
       from e cross join jsonb_to_recordset($9::jsonb) as r (code text, no int, zone text, says text, says_en text, unit text, low int,
         high int, store_kinds text[])
     ) select id from e`,
    [
      edition.id,
      edition.kind,
      edition.from,
      edition.hours?.first ?? null,
      edition.hours?.last ?? null,
      made.words,
      made.by,
      made.at.toISOString(),
      JSON.stringify(edition.items.map(rowOf)),
    ],
  )
  return rows.length > 0
}
const rowOf = (item: CheckItem, index: number) => ({
  code: item.code,
  no: index + 1,
  zone: item.zone,
  says: item.says,
  says_en: item.saysEn,
  unit: item.number?.unit ?? null,
  low: item.number?.low ?? null,
  high: item.number?.high ?? null,
  store_kinds: item.storeKinds,
})

/** Only one that has not begun. */
export const withdrawEdition = async (
  db: Db,
  w: { id: string; today: Day; by: string; at: Date },
): Promise<boolean> =>
  (
    await db.query(
      `update check_edition set withdrawn_by = $3, withdrawn_at = $4
       where id = $1 and from_day > $2 and withdrawn_at is null returning id`,
      [w.id, w.today, w.by, w.at.toISOString()],
    )
  ).length > 0
