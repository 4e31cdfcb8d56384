-- Checklists of the floor (检查表): by kind, as dated editions. One in force is never edited: a later one replaces it.
create table check_edition (
  id uuid primary key,
  kind text not null check (kind in ('opening', 'hygiene', 'fitting', 'display', 'closing', 'safety')),
  from_day date not null,
  -- Fitting rooms are looked at every hour from the first to the last of these; null for the other kinds.
  first_hour int check (first_hour between 0 and 23),
  last_hour int check (last_hour between 0 and 23),
  words text,
  -- null: as shipped with the product.
  by uuid references person (id),
  at timestamptz not null,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  check ((kind = 'fitting') = (first_hour is not null) and (first_hour is null) = (last_hour is null) and last_hour >= first_hour),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index check_edition_by_day on check_edition (kind, from_day) where withdrawn_at is null;

create table check_item (
  edition_id uuid not null references check_edition (id),
  -- The same thing to look at keeps its code from edition to edition.
  code text not null,
  no int not null check (no > 0),
  zone text,
  says text not null,
  says_en text,
  -- Asks for a number: in what, and between which bounds it is in order.
  unit text check (unit in ('celsius', 'pieces')),
  low int,
  high int,
  -- Only for stores of these kinds; null: for all.
  store_kinds text[],
  primary key (edition_id, code),
  unique (edition_id, no),
  check (unit is not null or (low is null and high is null)),
  check (low is null or high is null or high >= low)
);

-- One sheet handed in. A correction is a new version, the earlier ones stay. zone: the own zone whose display it is, else '';
-- round: the hour of the fitting rooms, else 0; keeper: whose own sheet it is, else the nil uuid.
create table check_sheet (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  kind text not null,
  zone text not null default '',
  round int not null default 0,
  keeper uuid not null,
  version int not null check (version > 0),
  edition_id uuid not null references check_edition (id),
  store_kind text not null,
  by uuid not null references person (id),
  begun_at timestamptz not null,
  at timestamptz not null,
  seconds int not null check (seconds >= 0),
  -- Less than this nobody needs who looks.
  least_seconds int not null check (least_seconds > 0),
  due_at timestamptz not null,
  items int not null check (items > 0),
  wrong int not null check (wrong between 0 and items),
  flags text[] not null default '{}',
  primary key (store_id, id),
  unique (store_id, day, kind, zone, round, keeper, version)
);
create index check_sheet_by_kind on check_sheet (store_id, kind, day desc);

create table check_answer (
  store_id uuid not null,
  sheet_id uuid not null,
  code text not null,
  in_order boolean not null,
  -- Answered by itself, or together with all others that were in order.
  how text not null check (how in ('one', 'rest')),
  value int,
  wrong text,
  done text,
  primary key (store_id, sheet_id, code),
  foreign key (store_id, sheet_id) references check_sheet (store_id, id),
  check (in_order = (wrong is null)),
  check (in_order or how = 'one')
);

-- What was not in order stays open until it is mended (整改).
create table check_finding (
  store_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  kind text not null,
  zone text not null,
  code text not null,
  day date not null,
  wrong text not null,
  at timestamptz not null,
  mended_by uuid references person (id),
  mended_at timestamptz,
  mended_words text,
  primary key (store_id, id),
  foreign key (store_id, sheet_id, code) references check_answer (store_id, sheet_id, code),
  check ((mended_by is null) = (mended_at is null) and (mended_by is null) = (mended_words is null)),
  check (mended_at >= at)
);
-- The same thing that is found again while it is open is one finding.
create unique index check_finding_open on check_finding (store_id, kind, zone, code) where mended_at is null;
create index check_finding_by_day on check_finding (store_id, day desc);

-- What the superior made of a sheet.
create table check_review (
  store_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  kind text not null check (kind in ('opened', 'confirmed', 'sentBack')),
  by uuid not null references person (id),
  at timestamptz not null,
  words text,
  primary key (store_id, id),
  foreign key (store_id, sheet_id) references check_sheet (store_id, id),
  check ((kind = 'sentBack') = (words is not null))
);
create index check_review_by_sheet on check_review (store_id, sheet_id);

create view check_standing_sheet as
  select s.* from check_sheet s
  where not exists (select from check_sheet n where n.store_id = s.store_id and n.day = s.day and n.kind = s.kind and n.zone = s.zone
    and n.round = s.round and n.keeper = s.keeper and n.version > s.version);
