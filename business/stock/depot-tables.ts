import type { Db } from '../../platform/database/database.ts'

/** What headquarters' warehouse holds of SKUs of which anybody has told, held until the transaction ends. */
export async function holdDepot(db: Db, skus: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.query<{ sku: string; pieces: number }>(
    'select sku_id as sku, told - sent as pieces from depot_stock where sku_id = any($1::uuid[]) order by sku_id for update',
    [skus],
  )
  return new Map(rows.map((r) => [r.sku, r.pieces]))
}
/** Pieces that leave the warehouse for stores; SKUs that nobody has told of stay unknown. */
export const leaveDepot = (
  db: Db,
  lines: readonly { readonly sku: string; readonly quantity: number }[],
  at: Date,
): Promise<unknown> =>
  db.query(
    `with left_now as (select sku, sum(quantity)::int as pieces from jsonb_to_recordset($1::jsonb) as x (sku uuid, quantity int)
       group by 1), held as (select d.sku_id from depot_stock d join left_now l on l.sku = d.sku_id
       where d.told_at < $2 order by d.sku_id for update)
     update depot_stock d set sent = d.sent + l.pieces from left_now l, held h where h.sku_id = l.sku and d.sku_id = l.sku`,
    [JSON.stringify(lines), at.toISOString()],
  )
/** Told anew: what was sent before is in the figure. */
export async function tellDepot(
  db: Db,
  lines: readonly { readonly barcode: string; readonly pieces: number }[],
  by: string,
  at: Date,
): Promise<string[]> {
  const rows = await db.query<{ barcode: string }>(
    `with told as (select x.barcode, sum(x.pieces)::int as pieces from jsonb_to_recordset($1::jsonb) as x (barcode text, pieces int)
       group by 1)
     insert into depot_stock (sku_id, told, told_at, by)
     select k.id, t.pieces, $3, $2 from told t join sku k on k.barcode = t.barcode order by k.id
     on conflict (sku_id) do update set told = excluded.told, sent = 0, told_at = excluded.told_at, by = excluded.by
     returning (select barcode from sku where id = sku_id) as barcode`,
    [JSON.stringify(lines), by, at.toISOString()],
  )
  return rows.map((r) => r.barcode)
}
