-- An associate's own report of a day, week or month (导购日报、周报、月报). Figures are frozen as they stood; a correction is a
-- new version. Read by the store manager, it is confirmed or asked back about.
create table own_report (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('day', 'week', 'month')),
  period text not null,
  version int not null check (version > 0),
  -- First and last day of the period.
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  figures jsonb not null,
  well text,
  missing text,
  wish text,
  -- What of the own figures is practised, and the step that is tried (一天练一项).
  practice text check (practice in ('unitsPerTransaction', 'averageTransactionValue', 'ahead')),
  step text,
  primary key (store_id, id),
  unique (store_id, person_id, kind, period, version),
  check ((practice is null) = (step is null))
);
create index own_report_by_person on own_report (person_id, to_day desc);
create index own_report_by_day on own_report (store_id, to_day);

create table own_report_review (
  store_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('opened', 'confirmed', 'askedBack')),
  by uuid not null,
  at timestamptz not null,
  words text,
  primary key (store_id, id),
  foreign key (store_id, report_id) references own_report (store_id, id),
  check ((kind = 'askedBack') = (words is not null))
);
create index own_report_review_by_report on own_report_review (store_id, report_id);
