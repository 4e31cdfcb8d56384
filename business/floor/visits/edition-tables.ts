import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { editionTables, type Made } from '../editions/tables.ts'
import type { VisitEdition, VisitKind } from './shape.ts'
import { shippedEdition } from './shipped.ts'

export const visitEditions = editionTables<VisitEdition>(
  'visit_edition',
  `(select json_agg(json_build_object('code', s.code, 'says', s.says, 'saysEn', s.says_en, 'weight', s.weight) order by s.no)
     from visit_section s where s.edition_id = e.id) as sections,
   (select json_agg(json_build_object('code', i.code, 'section', i.section, 'says', i.says, 'saysEn', i.says_en, 'weight', i.weight,
       'photo', i.photo, 'storeKinds', i.store_kinds) order by i.no) from visit_item i where i.edition_id = e.id) as items`,
)

/** The edition of a kind in force on a day; where the company has none yet, the shipped one. */
export async function editionOn(db: Db, kind: VisitKind, day: Day): Promise<VisitEdition> {
  const [found] = await visitEditions.inForce(db, [kind], day)
  return found ?? shippedEdition(kind)
}

/** False where there is one of the same kind and day. */
export async function insertEdition(db: Db, edition: VisitEdition, made: Made): Promise<boolean> {
  const rows = await db.query(
    `with e as (
       insert into visit_edition (id, kind, from_day, words, by, at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning id
     ), s as (
       insert into visit_section (edition_id, code, no, says, says_en, weight)
       select e.id, r.code, r.no, r.says, r.says_en, r.weight from e
       cross join jsonb_to_recordset($7::jsonb) as r (code text, no int, says text, says_en text, weight int)
     ), i as (
       insert into visit_item (edition_id, code, no, section, says, says_en, weight, photo, store_kinds)
       select e.id, r.code, r.no, r.section, r.says, r.says_en, r.weight, r.photo, r.store_kinds from e
       cross join jsonb_to_recordset($8::jsonb)
         as r (code text, no int, section text, says text, says_en text, weight int, photo boolean, store_kinds text[])
     ) select id from e`,
    [
      edition.id,
      edition.kind,
      edition.from,
      made.words,
      made.by,
      made.at.toISOString(),
      JSON.stringify(edition.sections.map((s, i) => ({ ...s, no: i + 1, says_en: s.saysEn }))),
      JSON.stringify(
        edition.items.map((item, i) => ({
          ...item,
          no: i + 1,
          says_en: item.saysEn,
          store_kinds: item.storeKinds,
        })),
      ),
    ],
  )
  return rows.length > 0
}
