-- A stocktake (盘点) while the store trades: of everything or of some categories, for the month whose stock it closes. Only one runs
-- in a store at a time. ended_at: approved or given up.
create table take (
  store_id uuid not null references stock_book (store_id),
  id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  categories text[] check (cardinality(categories) > 0),
  words text,
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  ended_at timestamptz,
  primary key (store_id, id)
);
create unique index take_one_running on take (store_id) where ended_at is null;
create index take_by_month on take (store_id, month);
create table take_zone (
  store_id uuid not null,
  take_id uuid not null,
  id uuid not null,
  line int not null check (line > 0),
  name text not null,
  people uuid[] not null,
  primary key (store_id, take_id, id),
  unique (store_id, take_id, line),
  foreign key (store_id, take_id) references take (store_id, id)
);

-- What a phone counted, under an id made on the phone: sent twice it is the same entry. Phones at one zone add up. What was scanned
-- by mistake is taken back by an entry of its own, once.
create table take_entry (
  store_id uuid not null,
  take_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  sku_id uuid not null references sku (id),
  pieces int not null check (pieces between -9999 and 9999 and pieces <> 0),
  undoes uuid,
  by uuid not null references person (id),
  at timestamptz not null,
  arrived_at timestamptz not null,
  primary key (store_id, take_id, id),
  unique (store_id, take_id, undoes),
  foreign key (store_id, take_id, zone_id) references take_zone (store_id, take_id, id),
  foreign key (store_id, take_id, undoes) references take_entry (store_id, take_id, id),
  constraint only_an_undo_takes_off check ((pieces < 0) = (undoes is not null))
);
create index take_entry_by_zone on take_entry (store_id, take_id, zone_id, at);
-- A sheet handed in: one person's count of one zone; counted further it is handed in anew.
create table take_sheet (
  store_id uuid not null,
  take_id uuid not null,
  zone_id uuid not null,
  by uuid not null references person (id),
  pieces int not null check (pieces >= 0),
  at timestamptz not null,
  primary key (store_id, take_id, zone_id, by),
  foreign key (store_id, take_id, zone_id) references take_zone (store_id, take_id, id)
);

-- Every line of a take once its first count is closed, unchanged ones too: they are the evidence that was sealed. expected is what
-- the books held at counted_at. unclear: the books moved while this SKU was being counted, so only a recount can tell.
create table take_line (
  store_id uuid not null,
  take_id uuid not null,
  sku_id uuid not null references sku (id),
  counted int not null check (counted >= 0),
  expected int not null,
  tag_price bigint not null check (tag_price >= 0),
  counted_at timestamptz not null,
  unclear boolean not null,
  recount_id uuid,
  cause text,
  person_id uuid references person (id),
  words text,
  primary key (store_id, take_id, sku_id),
  foreign key (store_id, take_id) references take (store_id, id),
  check (recount_id is null or not unclear)
);
create index take_line_differs on take_line (store_id, take_id) where counted <> expected or unclear;
create table take_recount (
  store_id uuid not null,
  take_id uuid not null,
  id uuid not null,
  sku_id uuid not null,
  counted int not null check (counted >= 0),
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, take_id, id),
  foreign key (store_id, take_id, sku_id) references take_line (store_id, take_id, sku_id)
);

-- What became of a take, step by step; submitted and approved carry the seal (SHA-256) of all its lines.
create table take_step (
  store_id uuid not null,
  take_id uuid not null,
  n int not null check (n > 0),
  step text not null check (step in ('closed', 'submitted', 'sentBack', 'approved', 'cancelled')),
  words text,
  seal text,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, take_id, n),
  foreign key (store_id, take_id) references take (store_id, id),
  check ((seal is not null) = (step in ('submitted', 'approved')))
);
-- An area's analysis of a month's takes, version by version, with the figures that it saw.
create table take_analysis (
  area_id uuid not null references area (id),
  id uuid not null,
  month text not null,
  version int not null check (version > 0),
  takes int not null check (takes > 0),
  short int not null check (short <= 0),
  over int not null check (over >= 0),
  value bigint not null,
  words text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, month, version)
);
-- Lines of a take were counted each at its own moment; else the count's moment is meant.
alter table stock_count_line add column counted_at timestamptz;
