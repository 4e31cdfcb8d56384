-- A store's planned day (日计划): the few things that matter, told at the morning briefing with each person's target, help given in
-- the afternoon, and in the evening what became of it. Each is a version of its own; figures are frozen as they stood.
create table day_plan (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  version int not null check (version > 0),
  things text[] not null check (cardinality(things) between 1 and 3),
  push text,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, day, version)
);

create table day_briefing (
  store_id uuid not null,
  id uuid not null,
  day date not null,
  version int not null check (version > 0),
  plan_id uuid not null,
  target bigint check (target >= 0),
  held_by uuid not null references person (id),
  held_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, day, version),
  foreign key (store_id, plan_id) references day_plan (store_id, id)
);
-- Who was told what he is to sell; who was not there has it on his own page.
create table day_briefing_person (
  store_id uuid not null,
  briefing_id uuid not null,
  person_id uuid not null references person (id),
  target bigint check (target >= 0),
  present boolean not null,
  primary key (store_id, briefing_id, person_id),
  foreign key (store_id, briefing_id) references day_briefing (store_id, id)
);

create table day_closing (
  store_id uuid not null,
  id uuid not null,
  day date not null,
  version int not null check (version > 0),
  plan_id uuid not null,
  done boolean[] not null,
  words text,
  net bigint not null,
  target bigint check (target >= 0),
  closed_by uuid not null references person (id),
  closed_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, day, version),
  foreign key (store_id, plan_id) references day_plan (store_id, id)
);

-- Help on the floor (帮扶): whom, how, and where she stood then; without a person nobody lagged just then.
create table help_note (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  person_id uuid references person (id),
  how text check (how in ('together', 'fitting', 'zone', 'pieces', 'invite', 'other')),
  words text,
  net bigint not null,
  target bigint,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, id),
  check ((person_id is null) = (how is null)),
  check (how is distinct from 'other' or words is not null)
);
create index help_note_by_day on help_note (store_id, day);

-- Coaching (带教): one skill at a time, what was seen, the next step; the associate reads it herself.
create table coaching (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  day date not null,
  skill text not null check (skill in ('greet', 'need', 'fitting', 'outfit', 'product', 'close', 'display', 'followUp')),
  observed text not null,
  next_step text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  seen_at timestamptz check (seen_at >= at),
  seen_words text,
  primary key (store_id, id),
  check (person_id <> by),
  check (seen_words is null or seen_at is not null)
);
create index coaching_by_person on coaching (person_id, day desc);
create index coaching_by_day on coaching (store_id, day);
