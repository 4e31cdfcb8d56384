-- What a store has sold of a style-colour since it first came (累计销量), kept with the write beside the day's: a board that asks how much
-- of the goods is sold reads one row, however long they have been there.
create table sales_style (
  store_id uuid not null references store (id),
  style text not null,
  color text not null,
  net bigint not null default 0,
  units int not null default 0,
  primary key (store_id, style, color)
);
insert into sales_style (store_id, style, color, net, units)
  select store_id, style, color, sum(net)::bigint, sum(units)::int from sales_style_day group by 1, 2, 3;
-- What left or came on the books without having been bought, sold or sent: counted, damaged, missing, and that taken back.
create index stock_movement_corrected on stock_movement (store_id, sku_id) include (quantity)
  where kind in ('count', 'counted', 'damage', 'missing', 'undo');
