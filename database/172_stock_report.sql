-- An area's stock-and-sales report (进销存报表) of a week or month that is over, version by version, with the figures that stood when it
-- was submitted.
create table stock_report (
  area_id uuid not null references area (id),
  id uuid not null,
  kind text not null check (kind in ('week', 'month')),
  -- The last day of the week or month that it is about.
  until date not null,
  version int not null check (version > 0),
  figures jsonb not null,
  words text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (area_id, id),
  unique (area_id, kind, until, version)
);
create index stock_report_by_period on stock_report (kind, until);
-- What the director made of it.
create table stock_report_review (
  area_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('opened', 'confirmed', 'questioned')),
  words text,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (area_id, id),
  foreign key (area_id, report_id) references stock_report (area_id, id),
  check ((kind = 'questioned') = (words is not null))
);
create index stock_report_review_of on stock_report_review (area_id, report_id, at);
