-- The daily sales report (销售日报). Figures are frozen as they stood when it was submitted.
create table daily_report (
  store_id uuid not null references store (id),
  day date not null,
  id uuid not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  figures jsonb not null,
  why text not null,
  tomorrow text not null,
  primary key (store_id, day),
  unique (store_id, id)
);
create index daily_report_by_day on daily_report (day);

create table report_review (
  store_id uuid not null,
  day date not null,
  id uuid not null,
  kind text not null check (kind in ('opened', 'confirmed', 'askedBack', 'answered')),
  by uuid not null,
  at timestamptz not null,
  words text,
  primary key (store_id, id),
  foreign key (store_id, day) references daily_report (store_id, day)
);
create index report_review_by_report on report_review (store_id, day);
