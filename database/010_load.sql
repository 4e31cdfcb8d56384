-- How much of a shift there is for duties besides customers (职责工时): each change with who and when; the latest holds.
create table load_setting (
  id uuid primary key,
  shift_minutes int not null check (shift_minutes between 60 and 960),
  work_days double precision not null check (work_days between 1 and 7),
  shares jsonb not null,
  by uuid not null,
  at timestamptz not null
);

-- What the duties in force ask of a position in a store on an average day, as worked out on `day`: shared by who holds it,
-- and of each of them. An estimate for whoever is about to send stores more work; worked out anew every day.
create table store_load (
  store_id uuid not null references store (id),
  position text not null check (position in ('storeManager', 'salesAssociate')),
  day date not null,
  holders int not null check (holders >= 0),
  open_minutes int not null check (open_minutes between 1 and 1440),
  shared_minutes double precision not null check (shared_minutes >= 0),
  each_minutes double precision not null check (each_minutes >= 0),
  primary key (store_id, position)
);
