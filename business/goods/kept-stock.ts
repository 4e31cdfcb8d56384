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
