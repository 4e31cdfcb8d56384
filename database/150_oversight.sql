-- The oversight list (督查清单) of an area's day: what of goods and money did not add up in its stores, each with its cause. One a
-- day, corrected by a new version. matters: all that was open; lines: those that were answered on this day, the others had been lately.
create table oversight_list (
  store_id uuid not null check (store_id = '00000000-0000-0000-0000-000000000000'),
  id uuid not null,
  area_id uuid not null references area (id),
  day date not null,
  version int not null check (version > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  matters int not null check (matters >= 0),
  answered int not null check (answered between 0 and matters),
  primary key (store_id, id),
  unique (store_id, area_id, day, version)
);
-- at_store: where it is; kind and about name the matter, since the day from which it is open.
create table oversight_line (
  store_id uuid not null,
  list_id uuid not null,
  at_store uuid not null references store (id),
  kind text not null check (kind in ('negativeStock', 'overShort', 'statement', 'cashOwed', 'notCounted', 'notArrived', 'notShipped')),
  about text not null,
  since date not null,
  amount bigint,
  pieces int,
  subject jsonb not null,
  cause text not null,
  words text,
  primary key (store_id, list_id, at_store, kind, about),
  foreign key (store_id, list_id) references oversight_list (store_id, id),
  check ((amount is null) <> (pieces is null) or (amount is null and kind = 'notCounted')),
  check (cause <> 'other' or words is not null)
);
create index oversight_line_of_matter on oversight_line (at_store, kind, about);
