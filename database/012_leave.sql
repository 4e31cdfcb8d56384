-- Leave (请假): asked, decided by a superior, withdrawn; never edited. kept_until: withdrawn only from the day after,
-- the days before stay leave (somebody came back early).
create table leave (
  id uuid primary key,
  person_id uuid not null references person (id),
  from_day date not null,
  to_day date not null,
  kind text not null check (kind in ('annual', 'sick', 'personal', 'marriage', 'maternity', 'paternity', 'bereavement', 'other')),
  why text not null,
  -- Who acts meanwhile (代办), made a delegation when the leave is approved.
  stand_in uuid references person (id),
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  approved boolean,
  words text,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  withdrawn_why text,
  kept_until date,
  check (to_day >= from_day),
  check ((decided_at is null) = (approved is null) and (decided_by is null) = (approved is null)),
  check (approved is distinct from false or words is not null),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (kept_until is null or (withdrawn_at is not null and approved and kept_until >= from_day and kept_until < to_day))
);
create index leave_by_person on leave (person_id, from_day);
create index leave_by_days on leave (to_day, from_day);
create index leave_to_decide on leave (from_day) where decided_at is null and withdrawn_at is null;

create table leave_delegation (
  leave_id uuid not null references leave (id),
  delegation_id uuid not null references delegation (id),
  primary key (leave_id, delegation_id)
);

-- Who is away, from the first to the last day: all that areas which stand before leave need of it.
create view person_away as
  select person_id, from_day, coalesce(kept_until, to_day) as to_day from leave
  where approved and (withdrawn_at is null or kept_until is not null);
