-- Steering sales: what a superior asks for, what is done about stores behind pace, and what a store changes.
-- store_id is the nil uuid where an area or the company is concerned.

-- A directive (指令) to the holder of a seat below: a store, an area, or the director. Never edited; what becomes of it is
-- written as steps. figures: the figure it is about, as it stood when it was given. closed_at repeats the step that ended
-- it, so that what still waits is found however long the history.
create table directive (
  store_id uuid not null,
  id uuid not null,
  level text not null check (level in ('store', 'area', 'company')),
  seat_id uuid not null,
  given_as text not null check (given_as in ('generalManager', 'operationsDirector', 'areaManager')),
  given_by uuid not null,
  given_at timestamptz not null,
  due_at timestamptz not null check (due_at > given_at),
  measure text,
  words text,
  month text check (month ~ '^\d{4}-\d{2}$'),
  factor text check (factor in ('traffic', 'conversionRate', 'saleTickets', 'unitsPerTransaction', 'averageUnitRetail')),
  figures jsonb,
  closed_at timestamptz check (closed_at >= given_at),
  primary key (store_id, id),
  check (measure is not null or words is not null),
  check (month is not null or (factor is null and figures is null)),
  check (case level when 'store' then store_id = seat_id and store_id <> '00000000-0000-0000-0000-000000000000'
    when 'area' then store_id = '00000000-0000-0000-0000-000000000000' and seat_id <> store_id
    else store_id = '00000000-0000-0000-0000-000000000000' and seat_id = store_id end),
  check (case given_as when 'generalManager' then true when 'operationsDirector' then level <> 'company' else level = 'store' end)
);
create index directive_open on directive (seat_id) where closed_at is null;
create index directive_by_closing on directive (closed_at) where closed_at is not null;

-- no: 1, 2, 3 … of one directive, so that of two who act on the same state one wins.
create table directive_step (
  store_id uuid not null,
  directive_id uuid not null,
  id uuid not null,
  no int not null check (no > 0),
  kind text not null check (kind in ('answered', 'accepted', 'returned', 'withdrawn')),
  by uuid not null,
  at timestamptz not null,
  words text,
  figures jsonb,
  due_at timestamptz,
  primary key (store_id, id),
  unique (store_id, directive_id, no),
  foreign key (store_id, directive_id) references directive (store_id, id),
  check (kind = 'accepted' or words is not null),
  check (due_at is null or kind = 'returned')
);

-- The chase list (追踪清单) of an area's manager, or with seat_id the nil uuid the director's over areas: one a day, corrected
-- by a new version. as_of: the day at whose close its figures stood; null while no day of the month is over.
create table chase_list (
  store_id uuid not null check (store_id = '00000000-0000-0000-0000-000000000000'),
  id uuid not null,
  seat_id uuid not null,
  day date not null,
  version int not null check (version > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  as_of date check (as_of < day),
  figures jsonb,
  seats int not null check (seats >= 0),
  behind int not null check (behind between 0 and seats),
  primary key (store_id, id),
  unique (store_id, seat_id, day, version)
);
-- seat_id: the store, or in the director's list the area. The directive given from the line, where there is one.
create table chase_line (
  store_id uuid not null,
  list_id uuid not null,
  seat_id uuid not null,
  place int not null check (place > 0),
  behind boolean not null,
  figures jsonb check (figures is not null or not behind),
  cause text check (cause in ('traffic', 'conversionRate', 'saleTickets', 'unitsPerTransaction', 'averageUnitRetail')),
  measure text,
  words text,
  directive_id uuid,
  primary key (store_id, list_id, seat_id),
  foreign key (store_id, list_id) references chase_list (store_id, id),
  check (measure is not null or words is not null)
);
create index chase_line_by_seat on chase_line (seat_id);

-- Which stores of an area reached a month that is over, with a word for each that did not.
create table month_close (
  store_id uuid not null check (store_id = '00000000-0000-0000-0000-000000000000'),
  id uuid not null,
  area_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  version int not null check (version > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  net bigint not null,
  target bigint not null check (target >= 0),
  stores int not null check (stores >= 0),
  reached int not null check (reached between 0 and stores),
  words text,
  primary key (store_id, id),
  unique (store_id, area_id, month, version)
);
create table month_close_line (
  store_id uuid not null,
  close_id uuid not null,
  seat_id uuid not null,
  place int not null check (place > 0),
  net bigint not null,
  target bigint not null check (target > 0),
  reached boolean not null,
  words text,
  primary key (store_id, close_id, seat_id),
  foreign key (store_id, close_id) references month_close (store_id, id),
  check (reached = (net >= target)),
  check (reached or words is not null)
);

-- A store's note on what it changes (调整), of the week that begins on a Monday: which factor, what, from when, and what is expected of it.
create table adjustment (
  store_id uuid not null references store (id),
  id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  day date not null check (day between week and week + 6),
  factor text not null check (factor in ('traffic', 'conversionRate', 'saleTickets', 'unitsPerTransaction', 'averageUnitRetail')),
  change text not null,
  from_day date not null check (from_day between day - 7 and day + 31),
  expected double precision not null check (expected > 0),
  figures jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (store_id, id)
);
create index adjustment_by_week on adjustment (store_id, week);
