import { type Db, one } from '../../../platform/database/database.ts'
import { type Day, firstDay, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Coming } from '../open-to-buy/shape.ts'
import type { NewLine, OrderLine } from './shape.ts'

const asMonth = (day: string) => `to_char(${day}, 'YYYY-MM')`

/** What is ordered of makers and still to come, at the tag price of the day or the one planned; what is overdue is still to come now. */
export const comingFromMakers = (db: Db, today: Day): Promise<Coming[]> =>
  db.query<Coming>(
    `select l.category, ${asMonth(`greatest(o.due_month, date_trunc('month', $1::date)::date)`)} as month,
       sum(l.open * coalesce((select p.tag_price from style_price p where p.style_id = l.style_id and p.from_day <= $1
         order by p.from_day desc limit 1), l.tag))::int8 as amount
     from purchase_line l join purchase_order o on o.id = l.order_id where l.open > 0 group by 1, 2 order by 1, 2`,
    [today],
  )

/** Category and tag price of styles, and their colours. */
export const stylesOrdered = (db: Db, styles: readonly string[], today: Day) =>
  db.query<{ style: string; category: string; colors: string[]; tag: Money | null }>(
    `select y.id as style, y.category, array(select distinct k.color from sku k where k.style_id = y.id) as colors,
       (select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= $2 order by p.from_day desc limit 1) as tag
     from style y where y.id = any($1::uuid[])`,
    [styles, today],
  )
export const skusNamed = (db: Db, skus: readonly string[]) =>
  db.query<{ sku: string; style: string; color: string; category: string }>(
    `select k.id as sku, k.style_id as style, k.color, y.category from sku k join style y on y.id = k.style_id where k.id = any($1::uuid[])`,
    [skus],
  )

/** False when this very order is there already. */
export async function recordOrder(
  db: Db,
  o: {
    id: string
    number: string
    maker: string
    due: Month
    words: string | null
    beyond: Money
    day: Day
    by: string
    at: Date
    lines: readonly NewLine[]
  },
): Promise<boolean> {
  const made = await db.query(
    `with made as (
       insert into purchase_order (id, number, maker, due_month, words, beyond, day, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do nothing returning id
     )
     insert into purchase_line (order_id, line, category, style_id, color, pieces, cost, tag, open)
     select m.id, l.line, l.category, l.style, l.color, l.pieces, l.cost, l.tag, l.pieces
     from made m, jsonb_to_recordset($10::jsonb) as l (line int, category text, style uuid, color text, pieces int, cost int8, tag int8)
     returning 1`,
    [
      o.id,
      o.number,
      o.maker,
      firstDay(o.due),
      o.words,
      o.beyond,
      o.day,
      o.by,
      o.at.toISOString(),
      JSON.stringify(o.lines.map((l, i) => ({ ...l, line: i + 1 }))),
    ],
  )
  return made.length > 0
}

/** An order's lines, held until the transaction ends: what comes and what is cancelled follow one another. */
export async function holdLines(db: Db, order: string): Promise<OrderLine[]> {
  await db.query('select 1 from purchase_order where id = $1 for update', [order])
  return db.query<OrderLine>(
    `select line, category, style_id as style, color, pieces, open, came, cancelled from purchase_line where order_id = $1 order by line`,
    [order],
  )
}
export const arrivalKnown = (db: Db, id: string) =>
  one<{ order: string }>(db, 'select order_id as "order" from purchase_arrival where id = $1', [id])
export const cancellationKnown = async (db: Db, order: string, id: string): Promise<boolean> =>
  (await db.query('select 1 from purchase_cancellation where order_id = $1 and id = $2', [order, id]))
    .length > 0

/** What a maker delivered: taken off what is open, and into the warehouse. */
export async function recordArrival(
  db: Db,
  a: {
    id: string
    order: string
    note: string | null
    day: Day
    by: string
    at: Date
    lines: readonly { readonly line: number; readonly sku: string; readonly pieces: number }[]
  },
): Promise<void> {
  const lines = JSON.stringify(a.lines)
  const at = a.at.toISOString()
  await db.query(
    `insert into purchase_arrival (id, order_id, note, day, by, at) values ($1, $2, $3, $4, $5, $6)`,
    [a.id, a.order, a.note, a.day, a.by, at],
  )
  await db.query(
    `with came as (
       insert into purchase_arrival_line (arrival_id, order_id, line, sku_id, pieces)
       select $1, $2, x.line, x.sku, sum(x.pieces)::int from jsonb_to_recordset($3::jsonb) as x (line int, sku uuid, pieces int) group by 3, 4
       returning line, pieces
     )
     update purchase_line l set open = l.open - c.pieces, came = l.came + c.pieces
     from (select line, sum(pieces)::int as pieces from came group by 1) c where l.order_id = $2 and l.line = c.line`,
    [a.id, a.order, lines],
  )
  // Of a SKU that nobody had told of, the warehouse is known to hold what came.
  await db.query(
    `insert into depot_stock as d (sku_id, told, told_at, by)
     select x.sku, sum(x.pieces)::int, $2, $3 from jsonb_to_recordset($1::jsonb) as x (sku uuid, pieces int) group by 1 order by 1
     on conflict (sku_id) do update set told = d.told + excluded.told`,
    [lines, at, a.by],
  )
}
export const recordCancellation = (
  db: Db,
  c: { id: string; order: string; line: number | null; words: string; day: Day; by: string; at: Date },
): Promise<{ line: number; pieces: number }[]> =>
  db.query<{ line: number; pieces: number }>(
    `with off as (
       insert into purchase_cancellation (id, order_id, line, pieces, words, day, by, at)
       select $1, l.order_id, l.line, l.open, $4, $5, $6, $7 from purchase_line l
       where l.order_id = $2 and l.open > 0 and ($3::int is null or l.line = $3) returning line, pieces
     )
     update purchase_line l set open = 0, cancelled = l.cancelled + o.pieces from off o
     where l.order_id = $2 and l.line = o.line returning l.line, o.pieces`,
    [c.id, c.order, c.line, c.words, c.day, c.by, c.at.toISOString()],
  )
