-- Visits of superiors (巡店): what is looked at, by dated editions. One in force is never edited: a later one replaces it.
create table visit_edition (
  id uuid primary key,
  kind text not null check (kind in ('full', 'quick')),
  from_day date not null,
  words text,
  -- null: as shipped with the product.
  by uuid references person (id),
  at timestamptz not null,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index visit_edition_by_day on visit_edition (kind, from_day) where withdrawn_at is null;

-- What counts how much of a hundred.
create table visit_section (
  edition_id uuid not null references visit_edition (id),
  code text not null,
  no int not null check (no > 0),
  says text not null,
  says_en text,
  weight int not null check (weight between 1 and 100),
  primary key (edition_id, code),
  unique (edition_id, no)
);
create table visit_item (
  edition_id uuid not null,
  -- The same thing to look at keeps its code from edition to edition.
  code text not null,
  no int not null check (no > 0),
  section text not null,
  says text not null,
  says_en text,
  -- Beside the other items of its section.
  weight int not null check (weight between 1 and 5),
  -- Only in stores of these kinds; null: in all.
  store_kinds text[],
  primary key (edition_id, code),
  unique (edition_id, no),
  foreign key (edition_id, section) references visit_section (edition_id, code)
);

create table visit (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  kind text not null,
  edition_id uuid not null references visit_edition (id),
  store_kind text not null,
  -- The area to which the store belonged then.
  area_id uuid references area (id),
  by uuid not null references person (id),
  -- In which position.
  acted_as text not null check (acted_as in ('areaManager', 'operationsDirector')),
  begun_at timestamptz not null,
  at timestamptz not null,
  -- Thousandths: 865 is 86.5 of 100.
  score int not null check (score between 0 and 1000),
  words text,
  primary key (store_id, id),
  check (at >= begun_at)
);
create index visit_by_day on visit (store_id, day desc, at desc);
create index visit_by_person on visit (by, day desc);

create table visit_score (
  store_id uuid not null,
  visit_id uuid not null,
  code text not null,
  -- 2 in order, 1 partly, 0 not; null: there is no such thing in this store.
  points int check (points between 0 and 2),
  words text,
  primary key (store_id, visit_id, code),
  foreign key (store_id, visit_id) references visit (store_id, id)
);

-- What a visit found (问题): who is to see to it, by when. `state` is what the last of its moves says.
create table visit_finding (
  store_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  code text not null,
  wrong text not null,
  person_id uuid not null references person (id),
  due_day date not null,
  due_at timestamptz not null,
  area_id uuid references area (id),
  by uuid not null references person (id),
  acted_as text not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'mended', 'verified', 'withdrawn')),
  moves int not null default 0 check (moves >= 0),
  primary key (store_id, id),
  foreign key (store_id, visit_id, code) references visit_score (store_id, visit_id, code),
  check (due_at >= at)
);
-- The same thing that is found again while it is not mended is one finding.
create unique index visit_finding_open on visit_finding (store_id, code) where state in ('open', 'mended');
create index visit_finding_by_store on visit_finding (store_id, at desc);

-- Mended (整改), sent back, verified, withdrawn: one after another.
create table visit_move (
  store_id uuid not null,
  finding_id uuid not null,
  no int not null check (no > 0),
  kind text not null check (kind in ('mended', 'sentBack', 'verified', 'withdrawn')),
  by uuid not null references person (id),
  at timestamptz not null,
  words text,
  primary key (store_id, finding_id, no),
  foreign key (store_id, finding_id) references visit_finding (store_id, id),
  check (words is not null or kind = 'verified')
);
create index visit_of_director on visit (day) where acted_as = 'operationsDirector';
-- A duty names the finding that raised it by its id alone.
create index visit_finding_by_id on visit_finding (id);
