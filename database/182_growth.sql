-- Development plans (成长计划): somebody promising, one skill, a goal, the next step and by when; looked at once a month.
create table growth_plan (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  skill text not null,
  goal text not null,
  next_step text not null,
  by_day date not null,
  by uuid not null references person (id),
  day date not null,
  at timestamptz not null,
  -- By the associate herself; again after each review.
  seen_at timestamptz,
  seen_words text,
  outcome text check (outcome in ('reached', 'stopped')),
  ended_on date,
  primary key (store_id, id),
  check (person_id <> by),
  check ((outcome is null) = (ended_on is null))
);
create unique index growth_plan_open on growth_plan (store_id, person_id) where outcome is null;
create index growth_plan_by_person on growth_plan (person_id, day desc);

-- What became of a plan by a day, and what comes next; next_step and by_day of the plan are those of the last review.
create table growth_review (
  store_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  day date not null,
  words text not null,
  next_step text,
  by_day date,
  outcome text check (outcome in ('reached', 'stopped')),
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, plan_id) references growth_plan (store_id, id),
  check ((outcome is null) = (next_step is not null) and (next_step is null) = (by_day is null))
);
create index growth_review_by_plan on growth_review (store_id, plan_id, day);

-- Nobody is promising just now, and why the store manager thinks so.
create table growth_nobody (
  store_id uuid not null references store (id),
  month text not null check (month ~ '^\d{4}-\d\d$'),
  words text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, month)
);

-- What is owed of associates is not owed where there are none.
alter table duty_excuse drop constraint duty_excuse_kind_check;
alter table duty_excuse add constraint duty_excuse_kind_check
  check (kind in ('leave', 'storeClosed', 'notHolder', 'noTarget', 'nothingToCheck', 'noAssociates', 'withdrawn', 'other'));
