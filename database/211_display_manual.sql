-- The display manual (陈列手册): pages with a picture each, as dated editions. One in force is never edited: a later one replaces it.
create table display_edition (
  id uuid primary key,
  kind text not null check (kind = 'manual'),
  from_day date not null,
  title text not null,
  title_en text,
  words text,
  by uuid not null references person (id),
  at timestamptz not null,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index display_edition_by_day on display_edition (kind, from_day) where withdrawn_at is null;

create table display_page (
  edition_id uuid not null references display_edition (id),
  -- The same page keeps its code from edition to edition.
  code text not null,
  no int not null check (no > 0),
  zone text,
  says text not null,
  says_en text,
  -- A photograph of headquarters: of the nil store.
  picture_id uuid not null,
  -- Only for stores of these kinds; null: for all.
  store_kinds text[],
  primary key (edition_id, code),
  unique (edition_id, no)
);
-- What is to be seen on it.
create table display_point (
  edition_id uuid not null,
  page text not null,
  code text not null,
  no int not null check (no > 0),
  says text not null,
  says_en text,
  primary key (edition_id, page, code),
  unique (edition_id, page, no),
  foreign key (edition_id, page) references display_page (edition_id, code)
);

-- A store held against the manual, page by page.
create table display_check (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  edition_id uuid not null references display_edition (id),
  store_kind text not null,
  by uuid not null references person (id),
  begun_at timestamptz not null,
  at timestamptz not null,
  -- Thousandths: 865 is 86.5 of 100.
  score int not null check (score between 0 and 1000),
  words text,
  primary key (store_id, id),
  check (at >= begun_at)
);
create index display_check_by_day on display_check (store_id, day desc, at desc);

create table display_photo (
  store_id uuid not null,
  check_id uuid not null,
  page text not null,
  photo_id uuid not null,
  primary key (store_id, check_id, page),
  foreign key (store_id, check_id) references display_check (store_id, id),
  foreign key (store_id, photo_id) references photo (store_id, id)
);
create table display_score (
  store_id uuid not null,
  check_id uuid not null,
  page text not null,
  point text not null,
  -- 2 as the manual shows it, 1 partly, 0 not.
  points int not null check (points between 0 and 2),
  wrong text,
  primary key (store_id, check_id, page, point),
  foreign key (store_id, check_id, page) references display_photo (store_id, check_id, page),
  check ((points = 2) = (wrong is null))
);

-- What deviates from the manual stays open until it is shown mended (整改), or the manual changes.
create table display_finding (
  store_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  edition_id uuid not null,
  page text not null,
  point text not null,
  wrong text not null,
  at timestamptz not null,
  mended_by uuid references person (id),
  mended_at timestamptz,
  mended_words text,
  mended_photo_id uuid,
  primary key (store_id, id),
  foreign key (store_id, check_id, page, point) references display_score (store_id, check_id, page, point),
  foreign key (store_id, mended_photo_id) references photo (store_id, id),
  check ((mended_by is null) = (mended_at is null) and (mended_by is null) = (mended_words is null)
    and (mended_by is null) = (mended_photo_id is null)),
  check (mended_at >= at)
);
create unique index display_finding_open on display_finding (store_id, edition_id, page, point) where mended_at is null;

-- What the superior made of a check.
create table display_review (
  store_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  kind text not null check (kind in ('confirmed', 'sentBack')),
  by uuid not null references person (id),
  at timestamptz not null,
  words text,
  primary key (store_id, id),
  foreign key (store_id, check_id) references display_check (store_id, id),
  check ((kind = 'sentBack') = (words is not null))
);
create index display_review_by_check on display_review (store_id, check_id);
