-- Each associate looks through the samples (样衣) before the doors open: who looked, at how many, and what was noted in doing so.
create table sample_check (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  by uuid not null,
  samples int not null check (samples >= 0),
  matters int not null check (matters >= 0),
  words text,
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, day, by)
);
create index stock_held on stock (store_id) where held > 0;
create index stock_event_by_sku on stock_event (store_id, sku_id);
-- A difference that waits for its answer is named by its shipment alone.
create index shipment_by_id on shipment (id);
