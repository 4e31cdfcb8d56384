import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { editionTables, type Made } from '../editions/tables.ts'
import { type CheckEdition, type CheckItem, type CheckKind, kinds } from './shape.ts'
import { shippedEdition } from './shipped.ts'

export const checkEditions = editionTables<CheckEdition>(
  'check_edition',
  `case when e.first_hour is not null then json_build_object('first', e.first_hour, 'last', e.last_hour) end as hours,
   (select json_agg(json_build_object('code', i.code, 'zone', i.zone, 'says', i.says, 'saysEn', i.says_en, 'photo', i.photo,
       'number', case when i.unit is not null then json_build_object('unit', i.unit, 'low', i.low, 'high', i.high) end,
       'storeKinds', i.store_kinds) order by i.no)
     from check_item i where i.edition_id = e.id) as items`,
)

/** The edition of each kind in force on a day; where the company has none yet, the shipped one. */
export async function editionsOn(db: Db, day: Day): Promise<ReadonlyMap<CheckKind, CheckEdition>> {
  const found = await checkEditions.inForce(db, kinds, day)
  return new Map(
    kinds.map((kind) => [kind, found.find((e) => e.kind === kind) ?? shippedEdition(kind)] as const),
  )
}

/** False where somebody has published one for the same day just now. */
export async function insertEdition(db: Db, edition: CheckEdition, made: Made): Promise<boolean> {
  const rows = await db.query(
    `with e as (
       insert into check_edition (id, kind, from_day, first_hour, last_hour, words, by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id
     ), i as (
       insert into check_item (edition_id, code, no, zone, says, says_en, unit, low, high, photo, store_kinds)
       select e.id, r.code, r.no, r.zone, r.says, r.says_en, r.unit, r.low, r.high, r.photo, r.store_kinds
       from e cross join jsonb_to_recordset($9::jsonb) as r (code text, no int, zone text, says text, says_en text, unit text, low int,
         high int, photo boolean, store_kinds text[])
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
  photo: item.photo,
  store_kinds: item.storeKinds,
})
