-- Notices (通知): what headquarters or an area asks of stores. Never edited: a correction is a new version, read again.
create table notice (
  id uuid primary key,
  root_id uuid not null references notice (id),
  version int not null check (version > 0),
  corrects uuid references notice (id),
  title text not null,
  title_en text,
  body text not null,
  body_en text,
  kind text not null check (kind in ('requirement', 'target', 'promotion', 'safety', 'other')),
  positions text[] not null check (cardinality(positions) > 0),
  -- Published by an area manager for this area; null: by headquarters.
  area_id uuid references area (id),
  -- Whom it reaches; both null: the whole company.
  areas uuid[],
  stores uuid[],
  valid_from date not null,
  valid_to date not null,
  -- Minutes of work that it asks of each store; 0: only reading.
  minutes int not null check (minutes between 0 and 480),
  -- The day by whose end of shift it is passed on; null: there is nobody to pass it on to.
  relay_by date,
  published_by uuid not null references person (id),
  published_at timestamptz not null,
  superseded_by uuid references notice (id),
  superseded_at timestamptz,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (valid_to >= valid_from),
  check ((version = 1) = (corrects is null) and (version = 1) = (root_id = id)),
  check ((superseded_by is null) = (superseded_at is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_why is null)),
  unique (root_id, version)
);
-- What is in force is few; counting what somebody has not read looks at nothing else.
create index notice_in_force on notice (valid_to) where superseded_by is null and withdrawn_at is null;
create index notice_by_time on notice (published_at desc);

-- The stores that it concerns, and how far each has come: relayed, and read by each of its associates.
create table notice_store (
  store_id uuid not null references store (id),
  notice_id uuid not null references notice (id),
  due_at timestamptz,
  relayed_at timestamptz,
  complete_at timestamptz,
  primary key (store_id, notice_id),
  check (complete_at is null or complete_at >= relayed_at)
);
create index notice_store_by_notice on notice_store (notice_id);

-- Passed on by the store manager: at which briefing, and to whom.
create table notice_relay (
  store_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  day date not null,
  briefing text not null check (briefing in ('morning', 'handover', 'evening', 'single')),
  by uuid not null,
  on_behalf_of uuid,
  at timestamptz not null,
  words text,
  primary key (store_id, id),
  foreign key (store_id, notice_id) references notice_store (store_id, notice_id)
);
create index notice_relay_by_notice on notice_relay (store_id, notice_id);
create table notice_told (
  store_id uuid not null,
  relay_id uuid not null,
  person_id uuid not null references person (id),
  primary key (store_id, relay_id, person_id),
  foreign key (store_id, relay_id) references notice_relay (store_id, id)
);

-- Each person's own receipt. store_id is the nil uuid for people of areas and headquarters.
create table notice_reading (
  store_id uuid not null,
  notice_id uuid not null references notice (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, notice_id, person_id)
);
create index notice_reading_by_person on notice_reading (person_id, at desc);
create index notice_reading_by_notice on notice_reading (notice_id);

create table notice_reminder (
  store_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, notice_id) references notice_store (store_id, notice_id)
);
create index notice_reminder_by_notice on notice_reminder (store_id, notice_id, at);

-- Minutes that a store manager's duties ask of a store day: all that areas which stand before duties need of them.
create view store_duty_minutes as
  select store_id, day, sum(minutes)::int as minutes from duty_instance
  where position = 'storeManager' and cadence <> 'event' group by store_id, day;
