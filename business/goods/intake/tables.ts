import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { takeTurns } from '../../organization/lock.ts'
import { sizeOrder } from '../rules.ts'
import { styleSearch } from '../tables.ts'
import { shadeOf } from './cells.ts'
import type { GoodsIntake, KnownGoods, KnownSku, KnownStyle } from './shape.ts'

/** What the books hold of these styles (codes in capitals) and barcodes. */
export async function findKnownGoods(
  db: Db,
  codes: readonly string[],
  barcodes: readonly string[],
  day: Day,
): Promise<KnownGoods> {
  const styles = await db.query<KnownStyle>(
    `select s.id, s.code, s.name, s.name_en as "nameEn", s.brand, s.category, s.season, s.wave, s.launched_on as "launchedOn",
       (select p.tag_price from style_price p where p.style_id = s.id and p.from_day <= greatest($2::date, s.launched_on)
        order by p.from_day desc limit 1) as "tagPrice",
       (select c.cost from style_cost c where c.style_id = s.id and c.from_day <= greatest($2::date, s.launched_on)
        order by c.from_day desc limit 1) as cost
     from style s where upper(s.code) = any($1::text[])`,
    [codes, day],
  )
  return {
    styles,
    skus: await db.query<KnownSku>(
      'select id, style_id as style, color, size, barcode from sku where style_id = any($1::uuid[])',
      [styles.map((s) => s.id)],
    ),
    barcodes: await db.query<KnownGoods['barcodes'][number]>(
      `select k.barcode, k.id as sku, s.code as style from sku k join style s on s.id = k.style_id where k.barcode = any($1::text[])`,
      [barcodes],
    ),
    brands: (
      await db.query<{ brand: string }>(
        'select distinct brand from style where brand is not null order by brand',
      )
    ).map((s) => s.brand),
  }
}

const atOnce = 2_000

/** Writes what was decided, some thousands at a time. Call inside a transaction. */
export async function applyGoods(db: Db, intake: GoodsIntake): Promise<void> {
  await takeTurns(db)
  for (const styles of chunks(intake.styles)) {
    await db.query(
      `with said as (
         select * from jsonb_to_recordset($1::jsonb) as x (id uuid, code text, name text, "nameEn" text, search text, brand text,
           category text, season text, wave text, "launchedOn" date, "priceFrom" date, "tagPrice" int8, "costFrom" date, cost int8)
       ), kept as (
         insert into style as s (id, code, name, name_en, search, brand, category, season, wave, launched_on)
         select id, code, name, "nameEn", search, brand, category, season, wave, "launchedOn" from said
         on conflict (id) do update set name = excluded.name, name_en = excluded.name_en, search = excluded.search,
           brand = excluded.brand, category = excluded.category, season = excluded.season, wave = excluded.wave
         returning s.id
       ), priced as (
         insert into style_price (style_id, from_day, tag_price)
         select kept.id, said."priceFrom", said."tagPrice" from kept join said on said.id = kept.id where said."tagPrice" is not null
         on conflict (style_id, from_day) do update set tag_price = excluded.tag_price
       )
       insert into style_cost (style_id, from_day, cost)
       select kept.id, said."costFrom", said.cost from kept join said on said.id = kept.id where said.cost is not null
       on conflict (style_id, from_day) do update set cost = excluded.cost`,
      [
        JSON.stringify(
          styles.map(({ tagPrice, cost, ...s }) => ({
            ...s,
            search: styleSearch(s),
            priceFrom: tagPrice?.from ?? null,
            tagPrice: tagPrice?.amount ?? null,
            costFrom: cost?.from ?? null,
            cost: cost?.amount ?? null,
          })),
        ),
      ],
    )
  }
  for (const skus of chunks(intake.skus)) {
    await db.query(
      `insert into sku as old (id, style_id, color, swatch, size, size_order, barcode)
       select id, style, color, swatch, size, "sizeOrder", barcode from jsonb_to_recordset($1::jsonb) as x
         (id uuid, style uuid, color text, swatch text, size text, "sizeOrder" int, barcode text)
       on conflict (id) do update set barcode = excluded.barcode`,
      [JSON.stringify(skus.map((k) => ({ ...k, swatch: shadeOf(k.color), sizeOrder: sizeOrder(k.size) })))],
    )
  }
}
function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += atOnce) yield all.slice(i, i + atOnce)
}
