-- A target that does not add up cannot be stored. Each line carries what stood before it and what stands
-- through it, as a ledger does; the last line's running total is, by foreign key, the parent's own months.
-- What holds now is chained in the same way: the areas in force stand on the company's version in force,
-- the store months in force on their area's. No trigger is needed, so it holds on every engine.

create function amounts_sum(amounts bigint[]) returns bigint immutable strict language sql as
  $$ select coalesce(sum(a), 0)::bigint from unnest(amounts) a $$;
create function amounts_add(a bigint[], b bigint[]) returns bigint[] immutable strict language sql as
  $$ select array_agg(x.a + x.b order by x.i) from rows from (unnest(a), unnest(b)) with ordinality as x (a, b, i) $$;
create function amounts_zero(size int) returns bigint[] immutable strict language sql as
  $$ select array_fill(0::bigint, array[size]) $$;
-- One row of whole, present, non-negative amounts of that length: what an array type alone does not promise.
create function amounts_plain(amounts bigint[], size int) returns boolean immutable language sql as
  $$ select coalesce(array_ndims(amounts) = 1 and array_lower(amounts, 1) = 1 and cardinality(amounts) = size
       and array_position(amounts, null) is null and 0 <= all (amounts), false) $$;

-- One version of a year's matrix: of the company (month × area) or of an area (month × store).
create table target_version (
  id uuid primary key,
  level text not null check (level in ('year', 'area')),
  year int not null check (year between 2000 and 2200),
  scope_id uuid not null,
  version int not null check (version > 0),
  parent_id uuid,
  size int not null check (size >= 1),
  months bigint[] not null check (amounts_plain(months, 12)),
  total bigint not null check (total = amounts_sum(months)),
  origin text not null check (origin in ('proposal', 'hand', 'cascade', 'import')),
  basis jsonb not null default '{}',
  reason text,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (level, year, scope_id, version),
  unique (id, size),
  unique (id, year, scope_id, months),
  check ((level = 'area') = (parent_id is not null)),
  check ((level = 'year') = (scope_id = '00000000-0000-0000-0000-000000000000'))
);

create table target_line (
  version_id uuid not null,
  position int not null check (position >= 0),
  previous int generated always as (nullif(position, 0) - 1) stored,
  -- The number of children; with the key below, no line can be added after the last one.
  size int not null check (position <= size),
  child_id uuid,
  before bigint[] not null check (cardinality(before) = 12),
  months bigint[] not null check (amounts_plain(months, 12)),
  through bigint[] not null check (through = amounts_add(before, months)),
  primary key (version_id, position),
  unique (version_id, position, through),
  unique (version_id, child_id, months),
  unique (version_id, child_id),
  check ((position = 0) = (child_id is null)),
  check (position > 0 or (months = amounts_zero(12) and through = amounts_zero(12))),
  foreign key (version_id, size) references target_version (id, size),
  foreign key (version_id, previous, before) references target_line (version_id, position, through)
);
alter table target_version add constraint target_children_sum_to_parent
  foreign key (id, size, months) references target_line (version_id, position, through) deferrable initially deferred;
-- An area's months are the months of its own line in the company's version.
alter table target_version add constraint target_area_equals_its_line
  foreign key (parent_id, scope_id, months) references target_line (version_id, child_id, months) deferrable initially deferred;
create index target_version_by_parent on target_version (parent_id) where parent_id is not null;

-- What became of a version: submitted, approved, returned, released; each with who, when and why.
create table target_decision (
  id uuid primary key,
  version_id uuid not null references target_version (id),
  kind text not null check (kind in ('submitted', 'approved', 'returned', 'released')),
  by uuid not null,
  at timestamptz not null,
  reason text
);
create index target_decision_by_version on target_decision (version_id);

-- Which version holds now; scope is the nil uuid for the company, else the area. An area's stands on the
-- company's version that holds now, and has exactly the months of its line there.
create table target_in_force (
  year int not null,
  scope_id uuid not null,
  version_id uuid not null,
  months bigint[] not null,
  company uuid not null default '00000000-0000-0000-0000-000000000000' check (company = '00000000-0000-0000-0000-000000000000'),
  company_version uuid,
  since timestamptz not null,
  primary key (year, scope_id),
  unique (year, scope_id, version_id),
  check ((scope_id = company) = (company_version is null)),
  foreign key (version_id, year, scope_id, months) references target_version (id, year, scope_id, months),
  constraint target_area_in_force_on_company foreign key (year, company, company_version)
    references target_in_force (year, scope_id, version_id) deferrable initially deferred,
  constraint target_area_in_force_equals_line foreign key (company_version, scope_id, months)
    references target_line (version_id, child_id, months) deferrable initially deferred
);

-- A store's month, split to days and, when the manager has done it, to people × days.
create table store_target (
  store_id uuid not null references store (id),
  id uuid not null,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version int not null check (version > 0),
  area_version_id uuid not null,
  area_months bigint[] not null,
  total bigint not null check (total = area_months[substr(month, 6, 2)::int]),
  days bigint[] not null
    check (amounts_plain(days, extract(day from (month || '-01')::date + interval '1 month' - interval '1 day')::int)),
  people int check (people >= 1),
  origin text not null check (origin in ('proposal', 'hand', 'cascade', 'roster', 'import')),
  basis jsonb not null default '{}',
  reason text,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, month, version),
  unique (store_id, id, people),
  unique (store_id, id, month, total),
  check (total = amounts_sum(days)),
  foreign key (area_version_id, store_id, area_months) references target_line (version_id, child_id, months)
);

create table person_target (
  store_id uuid not null,
  target_id uuid not null,
  position int not null check (position >= 0),
  previous int generated always as (nullif(position, 0) - 1) stored,
  people int not null check (position <= people),
  person_id uuid references person (id),
  before bigint[] not null,
  days bigint[] not null check (amounts_plain(days, cardinality(before))),
  through bigint[] not null check (through = amounts_add(before, days)),
  primary key (store_id, target_id, position),
  unique (store_id, target_id, position, through),
  unique (store_id, target_id, person_id),
  check ((position = 0) = (person_id is null)),
  check (position > 0 or (days = amounts_zero(cardinality(days)) and through = days)),
  foreign key (store_id, target_id, people) references store_target (store_id, id, people),
  foreign key (store_id, target_id, previous, before) references person_target (store_id, target_id, position, through)
);
alter table store_target add constraint person_targets_sum_to_days
  foreign key (store_id, id, people, days) references person_target (store_id, target_id, position, through) deferrable initially deferred;

-- The store's month that holds now stands on its area's version that holds now, with the amount of its line there.
create table store_target_in_force (
  store_id uuid not null,
  month text not null,
  target_id uuid not null,
  total bigint not null check (total = area_months[substr(month, 6, 2)::int]),
  year int not null generated always as (substr(month, 1, 4)::int) stored,
  area_id uuid not null,
  area_version_id uuid not null,
  area_months bigint[] not null,
  since timestamptz not null,
  primary key (store_id, month),
  foreign key (store_id, target_id, month, total) references store_target (store_id, id, month, total),
  constraint store_target_in_force_on_area foreign key (year, area_id, area_version_id)
    references target_in_force (year, scope_id, version_id) deferrable initially deferred,
  constraint store_target_in_force_equals_line foreign key (area_version_id, store_id, area_months)
    references target_line (version_id, child_id, months) deferrable initially deferred
);
create index store_target_in_force_by_area on store_target_in_force (area_id, year);

-- The targets in force, unrolled for the boards: written with the version, recomputed by verify. No foreign keys: the
-- versions they are unrolled from have them, and a release of 1,000 stores writes 365,000 rows at once.
create table store_day_target (
  store_id uuid not null,
  day date not null,
  amount bigint not null,
  month_to_date bigint not null,
  month_total bigint not null,
  primary key (store_id, day)
);
create index store_day_target_by_day on store_day_target (day);
create table person_day_target (
  store_id uuid not null,
  day date not null,
  person_id uuid not null,
  amount bigint not null,
  month_to_date bigint not null,
  month_total bigint not null,
  primary key (store_id, day, person_id)
);
create index person_day_target_by_person on person_day_target (person_id, day);
