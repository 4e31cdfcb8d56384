create table company (
  id int primary key default 1 check (id = 1),
  name text not null,
  name_en text,
  currency text not null default 'CNY',
  time_zone text not null default 'Asia/Shanghai',
  -- Headquarters' own day begins when the stores' does: this many minutes after midnight.
  cut_off_minutes int not null default 0 check (cut_off_minutes between 0 and 719),
  rise_colour text not null default 'red' check (rise_colour in ('red', 'green')),
  demo boolean not null default false,
  made_at timestamptz not null default now()
);

create table area (
  id uuid primary key,
  code text not null unique,
  name text not null,
  name_en text,
  search text not null,
  pinyin text not null,
  opened_on date not null,
  closed_on date
);

create table mall (
  id uuid primary key,
  name text not null,
  name_en text,
  city text not null,
  search text not null,
  unique (name, city)
);

create table store (
  id uuid primary key,
  code text not null unique,
  name text not null,
  name_en text,
  search text not null,
  pinyin text not null,
  kind text not null check (kind in ('concession', 'leased', 'street', 'outlet')),
  mall_id uuid references mall (id),
  city text,
  country text,
  currency text,
  time_zone text not null,
  cut_off_minutes int not null default 0 check (cut_off_minutes between 0 and 719),
  opens_at time not null default '10:00',
  closes_at time not null default '22:00',
  opened_on date not null,
  closed_on date,
  check (closed_on is null or closed_on >= opened_on)
);

-- Which area a store belongs to, and its selling area (卖场面积), by effective date; a later row ends the earlier one.
create table store_area (
  store_id uuid not null references store (id),
  from_day date not null,
  area_id uuid not null references area (id),
  primary key (store_id, from_day)
);
create index store_area_by_area on store_area (area_id);

create table store_selling_area (
  store_id uuid not null references store (id),
  from_day date not null,
  square_centimetres bigint not null check (square_centimetres > 0),
  primary key (store_id, from_day)
);

create table store_closed_day (
  store_id uuid not null references store (id),
  day date not null,
  reason text not null,
  primary key (store_id, day)
);

create table person (
  id uuid primary key,
  job_number text not null unique,
  name text not null,
  search text not null,
  pinyin text not null,
  phone text,
  language text not null default 'zh' check (language in ('zh', 'en')),
  hired_on date not null,
  left_on date
);
create unique index person_by_phone on person (phone) where phone is not null;

-- A position held by a person for a time (岗位). to_day is the last day, null while it lasts.
create table appointment (
  id uuid primary key,
  person_id uuid not null references person (id),
  position text not null check (position in ('generalManager', 'operationsDirector', 'areaManager', 'storeManager',
    'salesAssociate', 'finance', 'merchandising', 'personnel', 'training', 'administrator')),
  area_id uuid references area (id),
  store_id uuid references store (id),
  title text,
  from_day date not null,
  to_day date,
  check (to_day is null or to_day >= from_day),
  check ((position = 'areaManager') = (area_id is not null)),
  check ((position in ('storeManager', 'salesAssociate')) = (store_id is not null))
);
create index appointment_by_person on appointment (person_id);
create index appointment_by_store on appointment (store_id) where store_id is not null;
create index appointment_by_area on appointment (area_id) where area_id is not null;

-- Somebody acts for an absent holder from one day to another (代办).
create table delegation (
  id uuid primary key,
  appointment_id uuid not null references appointment (id),
  to_person uuid not null references person (id),
  from_day date not null,
  to_day date not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (to_day >= from_day)
);
create index delegation_by_person on delegation (to_person);

-- Public holidays and make-up workdays, edited by headquarters.
create table calendar_day (
  day date primary key,
  kind text not null check (kind in ('holiday', 'makeUpWorkday')),
  name text not null,
  name_en text not null
);

-- Trade events that targets and comparisons know of: campaigns of the whole chain or of one store.
create table calendar_event (
  id uuid primary key,
  name text not null,
  name_en text,
  from_day date not null,
  to_day date not null,
  store_id uuid references store (id),
  check (to_day >= from_day)
);
