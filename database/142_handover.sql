-- Shift handover (交接班): a balance that both sides sign. What the giver counted, what the taker counted without seeing it, and
-- what the books say stand side by side; a difference is a record, never smoothed away.
create table handover (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  given_by uuid not null references person (id),
  given_at timestamptz not null,
  taker uuid not null references person (id),
  cash bigint not null check (cash >= 0),
  -- What the till's books say just then; null where the store keeps none.
  books bigint,
  keys int not null check (keys between 0 and 99),
  words text,
  taken_at timestamptz,
  taken_cash bigint check (taken_cash >= 0),
  taken_keys int check (taken_keys between 0 and 99),
  taken_words text,
  withdrawn_at timestamptz,
  primary key (store_id, id),
  check (taker <> given_by),
  check ((taken_at is null) = (taken_cash is null) and (taken_at is null) = (taken_keys is null)),
  check (taken_at is null or withdrawn_at is null),
  check (taken_at is null or (taken_cash = cash and taken_keys = keys) or taken_words is not null)
);
create index handover_by_day on handover (store_id, day);
-- What goes with it: pieces on hold, promises to customers, what is still to be done.
create table handover_line (
  store_id uuid not null,
  handover_id uuid not null,
  no int not null,
  kind text not null check (kind in ('hold', 'promise', 'debt')),
  words text not null,
  until_day date,
  primary key (store_id, handover_id, no),
  foreign key (store_id, handover_id) references handover (store_id, id)
);
