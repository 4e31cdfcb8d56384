import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import { searchPattern, searchText } from '../../platform/kinds/pinyin.ts'
import { type Standing, sizeOrder } from './rules.ts'
import type { PriceStep, Style, StyleInput } from './shape.ts'

const columns = `s.id, s.code, s.name, s.name_en as "nameEn", s.category, s.season, s.brand, s.wave, s.launched_on as "launchedOn", s.picture,
  (select p.tag_price from style_price p where p.style_id = s.id and p.from_day <= $1 order by p.from_day desc limit 1) as "tagPrice",
  (select m.price from style_markdown m where m.style_id = s.id and m.from_day <= $1 order by m.from_day desc limit 1) as "markdownPrice",
  (select coalesce(json_agg(json_build_object('color', c.color, 'colorEn', c.color_en, 'swatch', c.swatch, 'sizes', c.sizes)
     order by c.first, c.color), '[]')
   from (select k.color, max(k.color_en) as color_en, min(k.swatch) as swatch, min(k.id::text) as first,
       json_agg(json_build_object('sku', k.id, 'size', k.size, 'barcode', k.barcode) order by k.size_order, k.size) as sizes
     from sku k where k.style_id = s.id group by k.color) c) as colors`

/** The style that a barcode belongs to, with the SKU; an exact look-up by index. */
export async function findByBarcode(
  db: Db,
  barcode: string,
  day: Day,
): Promise<{ style: Style; sku: string } | undefined> {
  const [found] = await db.query<Style & { sku: string }>(
    `select ${columns}, b.id as sku from sku b join style s on s.id = b.style_id where b.barcode = $2`,
    [day, barcode],
  )
  if (!found) return undefined
  const { sku, ...style } = found
  return { style, sku }
}

/** Styles by code, name or pinyin: exact codes first, then codes that begin so, then the newest. */
export function findStyles(db: Db, typed: string, day: Day, limit: number): Promise<Style[]> {
  const plain = typed.normalize('NFKC').trim().toUpperCase()
  return db.query<Style>(
    `select ${columns} from style s
     where s.search like $2
     order by upper(s.code) = $3 desc, starts_with(upper(s.code), $3) desc, s.launched_on desc, s.code limit $4`,
    [day, searchPattern(typed), plain, limit],
  )
}

export async function findStyle(db: Db, id: string, day: Day): Promise<Style | undefined> {
  const [style] = await db.query<Style>(`select ${columns} from style s where s.id = $2`, [day, id])
  return style
}

export const findPrices = (db: Db, style: string): Promise<PriceStep[]> =>
  db.query<PriceStep>(
    'select from_day as "fromDay", tag_price as "tagPrice" from style_price where style_id = $1 order by from_day',
    [style],
  )

/** What a piece costs on a day; null where no file or person has said. */
export const findCost = async (db: Db, style: string, day: Day): Promise<Money | null> =>
  (
    await one<{ cost: Money }>(
      db,
      'select cost from style_cost where style_id = $1 and from_day <= $2 order by from_day desc limit 1',
      [style, day],
    )
  )?.cost ?? null

/** What an associate says of a style. */
export const findPoints = async (db: Db, style: string) =>
  (await one<{ zh: string | null; en: string | null }>(
    db,
    'select points as zh, points_en as en from style where id = $1',
    [style],
  )) ?? { zh: null, en: null }
export const writePoints = async (
  db: Db,
  { style, zh, en }: { style: string; zh: string | null; en: string | null },
): Promise<boolean> =>
  (await db.query('update style set points = $2, points_en = $3 where id = $1 returning 1', [style, zh, en]))
    .length > 0

export async function findStanding(db: Db, input: StyleInput): Promise<Standing> {
  const [codeHolder] = await db.query<{ id: string }>('select id from style where code = $1', [input.code])
  const barcodeHolders = await db.query<{ sku: string; barcode: string; style: string }>(
    'select k.id as sku, k.barcode, s.code as style from sku k join style s on s.id = k.style_id where k.barcode = any($1::text[])',
    [input.skus.flatMap((k) => k.barcode ?? [])],
  )
  const skus = await db.query<{ id: string; color: string; size: string }>(
    'select id, color, size from sku where style_id = $1',
    [input.id],
  )
  return { prices: await findPrices(db, input.id), skus, codeHolder: codeHolder?.id, barcodeHolders }
}

/** Writes the style, its SKUs and price steps in one statement; answers how many SKUs were written. */
export async function writeStyle(db: Db, input: StyleInput, steps: readonly PriceStep[]): Promise<number> {
  const skus = input.skus.map((k) => ({ ...k, sizeOrder: sizeOrder(k.size) }))
  const [wrote] = await db.query<{ skus: number }>(
    `with kept as (
       insert into style as s (id, code, name, name_en, search, category, season, launched_on, picture)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do update set code = excluded.code, name = excluded.name, name_en = excluded.name_en,
         search = excluded.search, category = excluded.category, season = excluded.season,
         launched_on = excluded.launched_on, picture = excluded.picture
       returning s.id
     ), priced as (
       insert into style_price (style_id, from_day, tag_price)
       select kept.id, p."fromDay", p."tagPrice"
       from kept, jsonb_to_recordset($10::jsonb) as p ("fromDay" date, "tagPrice" bigint)
       on conflict (style_id, from_day) do update set tag_price = excluded.tag_price
     ), pieces as (
       insert into sku as old (id, style_id, color, color_en, swatch, size, size_order, barcode)
       select k.id, kept.id, k.color, k."colorEn", k.swatch, k.size, k."sizeOrder", k.barcode
       from kept, jsonb_to_recordset($11::jsonb)
         as k (id uuid, color text, "colorEn" text, swatch text, size text, "sizeOrder" int, barcode text)
       on conflict (id) do update set color = excluded.color, color_en = excluded.color_en, swatch = excluded.swatch,
         size = excluded.size, size_order = excluded.size_order, barcode = excluded.barcode
       where old.style_id = excluded.style_id
       returning 1
     )
     select count(*) as skus from pieces`,
    [
      input.id,
      input.code,
      input.name,
      input.nameEn,
      styleSearch(input),
      input.category,
      input.season,
      input.launchedOn,
      input.picture,
      JSON.stringify(steps),
      JSON.stringify(skus),
    ],
  )
  return wrote!.skus
}

/** What a style is found by: its code, its names in both languages and the pinyin of the Chinese one. */
export const styleSearch = (style: { code: string; name: string; nameEn?: string | null }): string =>
  [searchText(style.code), searchText(style.name), style.nameEn ? searchText(style.nameEn) : '']
    .filter(Boolean)
    .join(' ')
