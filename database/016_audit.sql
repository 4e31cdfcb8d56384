-- Daily anchor of the audit (审计锚): the heads of all chains that moved since the anchor before, under one hash that
-- follows from the anchor before it. Written down elsewhere too, it shows that nobody has cut or rewritten a chain since.
create table audit_anchor (
  day date primary key,
  at timestamptz not null,
  chains int not null check (chains >= 0),
  lines bigint not null check (lines >= 0),
  heads bytea not null,
  previous bytea not null,
  hash bytea not null
);
create table audit_anchor_head (
  store_id uuid not null,
  day date not null,
  seq bigint not null check (seq > 0),
  hash bytea not null,
  primary key (store_id, day)
);
create index audit_anchor_head_by_day on audit_anchor_head (day);

-- The bytes that an anchor's hash is taken over. One definition, used by the insert and by verify.
create function audit_anchor_hash(previous bytea, day date, chains int, lines bigint, heads bytea)
returns bytea immutable language sql as $$
  select sha256(previous || convert_to(concat_ws(E'\x1f', day - date '1970-01-01', chains, lines), 'UTF8') || heads)
$$;

-- Lines are appended in time's order, so a few bytes a range of pages find a day among years.
create index audit_line_by_time on audit_line using brin (at) with (pages_per_range = 32);
