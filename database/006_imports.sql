create table import (
  id uuid primary key,
  kind text not null check (kind in ('ticketLines', 'storeDays', 'stores', 'people')),
  file_name text not null,
  file_hash text not null,
  file_id uuid,
  settings jsonb not null,
  by uuid not null,
  at timestamptz not null,
  state text not null check (state in ('running', 'done', 'failed', 'undone')),
  progress_rows bigint not null default 0,
  progress_of bigint,
  rows_read bigint not null default 0,
  rows_accepted bigint not null default 0,
  rows_rejected bigint not null default 0,
  rows_known bigint not null default 0,
  control jsonb not null default '{}',
  failure text,
  finished_at timestamptz,
  undone_by uuid,
  undone_at timestamptz
);
create index import_by_time on import (at desc);

create table import_rejection (
  import_id uuid not null references import (id),
  row_number bigint not null,
  why text not null,
  facts jsonb not null default '{}',
  field text,
  cells jsonb not null,
  primary key (import_id, row_number)
);

-- What people chose for files with these headers before; the next such file starts from it.
create table import_mapping (
  signature text primary key,
  kind text not null,
  settings jsonb not null,
  used int not null default 1,
  by uuid not null,
  at timestamptz not null
);
