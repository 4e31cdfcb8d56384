import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { editionTables, type Made } from '../editions/tables.ts'
import { kinds, type Manual } from './shape.ts'

export const manualEditions = editionTables<Manual>(
  'display_edition',
  `e.title, e.title_en as "titleEn",
   (select json_agg(json_build_object('code', i.code, 'zone', i.zone, 'says', i.says, 'saysEn', i.says_en, 'picture', i.picture_id,
       'storeKinds', i.store_kinds, 'points', (select json_agg(json_build_object('code', o.code, 'says', o.says, 'saysEn', o.says_en)
         order by o.no) from display_point o where o.edition_id = i.edition_id and o.page = i.code)) order by i.no)
     from display_page i where i.edition_id = e.id) as items`,
)

/** Before headquarters have published one, there is no page to look at. */
export const noManual: Manual = {
  id: '00000000-0000-7000-8000-00000000d150',
  kind: 'manual',
  from: '2000-01-01' as Day,
  title: '',
  titleEn: null,
  items: [],
}
export async function manualOn(db: Db, day: Day): Promise<Manual | undefined> {
  const [found] = await manualEditions.inForce(db, kinds, day)
  return found
}
/** The next one that is published for a day to come. */
export const nextManual = (
  db: Db,
  today: Day,
): Promise<{ title: string; titleEn: string | null; from: Day } | undefined> =>
  one(
    db,
    `select title, title_en as "titleEn", from_day as "from" from display_edition where withdrawn_at is null and from_day > $1
     order by from_day limit 1`,
    [today],
  )

/** False where somebody has published one for the same day just now. */
export async function insertManual(db: Db, m: Manual, made: Made): Promise<boolean> {
  const pages = m.items.map((p, i) => ({
    ...p,
    no: i + 1,
    says_en: p.saysEn,
    store_kinds: p.storeKinds,
    points: undefined,
  }))
  const points = m.items.flatMap((p) =>
    p.points.map((o, i) => ({ ...o, page: p.code, no: i + 1, says_en: o.saysEn })),
  )
  const rows = await db.query(
    `with e as (
       insert into display_edition (id, kind, from_day, title, title_en, words, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict do nothing returning id
     ), p as (
       insert into display_page (edition_id, code, no, zone, says, says_en, picture_id, store_kinds)
       select e.id, r.code, r.no, r.zone, r.says, r.says_en, r.picture, r.store_kinds from e
       cross join jsonb_to_recordset($9::jsonb)
         as r (code text, no int, zone text, says text, says_en text, picture uuid, store_kinds text[])
     ), o as (
       insert into display_point (edition_id, page, code, no, says, says_en)
       select e.id, r.page, r.code, r.no, r.says, r.says_en from e
       cross join jsonb_to_recordset($10::jsonb) as r (page text, code text, no int, says text, says_en text)
     ) select id from e`,
    [
      m.id,
      m.kind,
      m.from,
      m.title,
      m.titleEn,
      made.words,
      made.by,
      made.at.toISOString(),
      JSON.stringify(pages),
      JSON.stringify(points),
    ],
  )
  return rows.length > 0
}
