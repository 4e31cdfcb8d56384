-- Rosters (排班) of a store's weeks. Shifts and rules are dated; the draft of a week is worked on, what is released is a version
-- that nobody changes any more: who, when, and from the second on why.
create table roster_shifts (
  store_id uuid not null references store (id),
  id uuid not null,
  from_day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, from_day)
);
-- Minutes after midnight of the business day; a shift may end after the next midnight.
create table roster_shift (
  store_id uuid not null,
  set_id uuid not null,
  code text not null,
  no int not null,
  name text not null,
  name_en text,
  from_minute int not null check (from_minute between 0 and 1439),
  to_minute int not null check (to_minute > from_minute and to_minute <= 1800),
  break_minutes int not null check (break_minutes between 0 and 180),
  kind text not null check (kind in ('early', 'middle', 'late', 'short')),
  primary key (store_id, set_id, code),
  unique (store_id, set_id, no),
  foreign key (store_id, set_id) references roster_shifts (store_id, id),
  check (break_minutes < to_minute - from_minute)
);

-- A rule's value from a day on, for the whole company; before the first the shipped statutory ones hold.
create table roster_rule (
  id uuid primary key,
  code text not null,
  from_day date not null,
  value int not null check (value >= 0),
  source text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  unique (code, from_day)
);
-- Working hours counted over a period (综合计算工时制), as approved by the authority for these stores' employer.
create table roster_approval (
  store_id uuid not null references store (id),
  id uuid not null,
  period text not null check (period in ('month', 'quarter', 'year')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  number text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  ended_on date,
  primary key (store_id, id)
);
-- Why somebody may work less, or not at night. Only personnel reads the kind; a store sees what follows from it.
create table roster_limit (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('partTime', 'minor', 'pregnant', 'nursing')),
  from_day date not null,
  to_day date check (to_day >= from_day),
  week_minutes int check (week_minutes between 60 and 1440),
  by uuid not null references person (id),
  at timestamptz not null,
  ended_by uuid references person (id),
  ended_at timestamptz,
  check ((kind = 'partTime') = (week_minutes is not null)),
  check ((ended_by is null) = (ended_at is null))
);
create index roster_limit_by_person on roster_limit (person_id);

-- A wish (个人意愿) for one day; withdrawn it stands as withdrawn.
create table roster_wish (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  day date not null,
  kind text not null check (kind in ('off', 'early', 'late')),
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (store_id, id)
);
create unique index roster_wish_standing on roster_wish (store_id, person_id, day) where withdrawn_at is null;

-- The week that is being worked on. Every change counts the revision on: two phones do not overwrite each other.
create table roster_draft (
  store_id uuid not null references store (id),
  week date not null check (extract(isodow from week) = 1),
  revision int not null check (revision > 0),
  origin text not null check (origin in ('draft', 'solver', 'hand', 'swap')),
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, week)
);
create table roster_draft_cell (
  store_id uuid not null,
  week date not null,
  person_id uuid not null references person (id),
  day date not null check (day between week and week + 6),
  code text not null,
  zone text,
  primary key (store_id, week, person_id, day),
  foreign key (store_id, week) references roster_draft (store_id, week)
);

create table roster_version (
  store_id uuid not null references store (id),
  week date not null check (extract(isodow from week) = 1),
  version int not null check (version > 0),
  released_by uuid not null references person (id),
  released_at timestamptz not null,
  in_time boolean not null,
  why text,
  primary key (store_id, week, version),
  check (version = 1 or why is not null)
);
-- What each works, with the shift's times as they were: a later set of shifts changes no roster that was released.
create table roster_cell (
  store_id uuid not null,
  week date not null,
  version int not null,
  person_id uuid not null references person (id),
  day date not null check (day between week and week + 6),
  code text not null,
  name text not null,
  name_en text,
  kind text not null check (kind in ('early', 'middle', 'late', 'short')),
  from_minute int not null,
  to_minute int not null check (to_minute > from_minute),
  break_minutes int not null check (break_minutes >= 0),
  zone text,
  primary key (store_id, week, version, person_id, day),
  foreign key (store_id, week, version) references roster_version (store_id, week, version)
);
create index roster_cell_by_person on roster_cell (person_id, day);
-- The roster that holds.
create view roster_works as
  select c.* from roster_cell c
  where c.version = (select max(v.version) from roster_version v where v.store_id = c.store_id and v.week = c.week);

-- A swap (换班): asked of a colleague, taken or not by her, then decided by who leads the store.
create table roster_swap (
  store_id uuid not null references store (id),
  id uuid not null,
  week date not null,
  from_person uuid not null references person (id),
  from_day date not null,
  to_person uuid not null references person (id),
  to_day date not null,
  words text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  taken boolean,
  decided_by uuid references person (id),
  decided_at timestamptz,
  approved boolean,
  decided_words text,
  withdrawn_at timestamptz,
  version int,
  primary key (store_id, id),
  check (from_person <> to_person),
  check ((answered_at is null) = (taken is null)),
  check ((decided_at is null) = (approved is null) and (decided_by is null) = (approved is null)),
  check (approved is not true or (taken and version is not null))
);
create index roster_swap_by_week on roster_swap (store_id, week);

-- A search for a better roster, done beside the server; what it has found so far is shown while it runs.
create table roster_search (
  store_id uuid not null references store (id),
  id uuid not null,
  week date not null,
  revision int not null,
  seconds int not null check (seconds between 1 and 120),
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  holder uuid,
  held_until timestamptz,
  stop_asked_at timestamptz,
  first_cost double precision,
  cost double precision,
  bound double precision,
  elapsed double precision,
  people uuid[],
  grid text,
  ended_at timestamptz,
  ended_as text check (ended_as in ('proved', 'time', 'asked', 'noRoster', 'fault')),
  primary key (store_id, id),
  check ((ended_at is null) = (ended_as is null))
);
create index roster_search_by_week on roster_search (store_id, week, asked_at desc);
create index roster_search_open on roster_search (asked_at) where ended_at is null;
