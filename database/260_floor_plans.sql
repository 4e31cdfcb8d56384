-- Plans of a store's floor (店铺平面图): zones as rectangles on a grid, as dated editions. One is never edited: a later one replaces it.
create table floor_plan (
  store_id uuid not null references store (id),
  id uuid not null,
  -- Counts on from plan to plan of the store; of two for the same day the later holds.
  no int not null check (no > 0),
  from_day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, no)
);
create index floor_plan_by_day on floor_plan (store_id, from_day desc, no desc);

-- Cells from the left and from the back of the shop.
create table floor_plan_zone (
  store_id uuid not null,
  plan_id uuid not null,
  zone text not null,
  x int not null,
  y int not null,
  wide int not null,
  deep int not null,
  primary key (store_id, plan_id, zone),
  foreign key (store_id, plan_id) references floor_plan (store_id, id),
  check (x >= 0 and wide >= 2 and x + wide <= 12),
  check (y >= 0 and deep >= 2 and y + deep <= 10)
);
