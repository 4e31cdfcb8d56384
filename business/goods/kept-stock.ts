/**
 * Stock on hand (库存) kept with its movements: the end of one statement that has inserted into stock_movement and returns its
 * rows (store_id, sku_id, quantity, at) under the name given. Rows are locked in the order of SKUs, everywhere. Whatever falls below nothing is flagged with the
 * moment, and stays so until something brings it up again; the table itself refuses a figure below nothing without its flag.
 * Read by tickets, by files and by the stock books, which stand after one another: so it lies here, before all of them.
 */
export const keepStock = (moved: string): string => `
  insert into stock as s (store_id, sku_id, on_hand, negative_since)
  select store_id, sku_id, sum(quantity)::int, case when sum(quantity) < 0 then max(at) end
  from ${moved} group by store_id, sku_id order by store_id, sku_id
  on conflict (store_id, sku_id) do update set on_hand = s.on_hand + excluded.on_hand,
    negative_since = case when s.on_hand + excluded.on_hand < 0 then coalesce(s.negative_since, excluded.negative_since, now()) end`

/**
 * The same for what tickets sold, after `${moved} as (…)` that also returns cause, line, day and by: a ticket may arrive hours
 * late, from a phone that had no network or from a file. If its SKU was counted meanwhile, the count has missed those pieces
 * already and taken them off; they would be taken off twice. So the earliest count after the sale gives them back, as of its own
 * moment: books of before it know the sale, those of after it stand as they were counted.
 */
export const keepSold = (moved: string): string => `, counted_before as (
  insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, day, by, at)
  select m.store_id, m.cause, -m.line, m.sku_id, 'counted', -m.quantity, m.day, m.by, c.counted_at
  from ${moved} m cross join lateral (select coalesce(l.counted_at, k.counted_at) as counted_at from stock_count_line l
    join stock_count k on k.store_id = l.store_id and k.id = l.count_id
    where l.store_id = m.store_id and l.sku_id = m.sku_id and not l.superseded and coalesce(l.counted_at, k.counted_at) >= m.at
    order by 1 limit 1) c
  returning store_id, sku_id, quantity, at
), all_moved as (
  select store_id, sku_id, quantity, at from ${moved} union all select store_id, sku_id, quantity, at from counted_before
)`
