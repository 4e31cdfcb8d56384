-- What the engine proposed to move between the stores of an area in a week (区域调配方案), with what it was made from.
create table rebalance_round (
  id uuid primary key,
  area_id uuid not null references area (id),
  week date not null check (extract(isodow from week) = 1),
  engine text not null,
  inputs jsonb not null,
  made_at timestamptz not null
);
create index rebalance_round_by_week on rebalance_round (area_id, week, made_at);
-- The whole round decided at once, by whom.
create table rebalance_decision (
  round_id uuid primary key references rebalance_round (id),
  words text,
  day date not null,
  by uuid not null,
  at timestamptz not null
);
-- What belongs together: all or nothing. runs: the size runs of the stores concerned, before and after, as they were seen then.
create table rebalance_bundle (
  round_id uuid not null references rebalance_round (id),
  n int not null check (n > 0),
  style_id uuid not null references style (id),
  color text not null,
  aim text not null check (aim in ('completes', 'clears')),
  target uuid not null references store (id),
  cells int not null check (cells > 0),
  runs jsonb not null,
  accepted boolean,
  why text,
  primary key (round_id, n),
  constraint refused_for_a_reason check (accepted is distinct from false or why is not null)
);
-- transfer_id: the transfer of from_store that carries the pieces, once accepted.
create table rebalance_line (
  round_id uuid not null,
  n int not null,
  sku_id uuid not null references sku (id),
  from_store uuid not null references store (id),
  to_store uuid not null references store (id),
  pieces int not null check (pieces > 0),
  transfer_id uuid,
  primary key (round_id, n, sku_id, from_store, to_store),
  foreign key (round_id, n) references rebalance_bundle (round_id, n),
  check (from_store <> to_store)
);
create index rebalance_line_by_transfer on rebalance_line (transfer_id) where transfer_id is not null;
