-- Which store a superior means to visit on which day. Planned otherwise it is withdrawn and made anew.
create table visit_plan (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  person_id uuid not null references person (id),
  acted_as text not null check (acted_as in ('areaManager', 'operationsDirector')),
  at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= at),
  primary key (store_id, id)
);
create unique index visit_plan_by_day on visit_plan (store_id, day, person_id) where withdrawn_at is null;
create index visit_plan_by_person on visit_plan (person_id, day) where withdrawn_at is null;
