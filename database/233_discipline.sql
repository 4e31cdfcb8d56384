-- Discipline entries (奖惩记录): what happened, the person's own answer, that she has read it. Never edited; taken back with a reason it
-- still stands as taken back.
create table discipline_entry (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('praise', 'reminder', 'warning')),
  day date not null,
  words text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  answer text,
  read_at timestamptz,
  withdrawn_by uuid references person (id),
  withdrawn_at timestamptz,
  withdrawn_why text,
  primary key (store_id, id),
  check (by <> person_id),
  check (answer is null or read_at is not null),
  check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_why is null)),
  check (withdrawn_by is distinct from person_id)
);
create index discipline_entry_by_day on discipline_entry (store_id, day);
create index discipline_entry_by_person on discipline_entry (person_id);
-- As the month's sheet was frozen: how often praised, how often reminded or warned.
alter table attendance_line add column praised int not null default 0 check (praised >= 0);
alter table attendance_line add column warned int not null default 0 check (warned >= 0);
