-- The company's terms (缴存规则): by when a day's cash must be paid in, and up to which amount a difference needs no closing by finance.
create table cash_setting (
  id int primary key default 1 check (id = 1),
  working_days int not null default 1 check (working_days between 0 and 5),
  pay_in_by text not null default '16:00' check (pay_in_by ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  weekends boolean not null default false,
  tolerance bigint not null default 1000 check (tolerance >= 0)
);
insert into cash_setting default values;

-- The till of a store: whoever writes in its books holds this row, so that entries follow one another.
create table cash_till (
  store_id uuid primary key references store (id),
  begun_on date not null,
  float bigint not null check (float >= 0),
  last_seq bigint not null default 0,
  head bytea not null default '\x'
);

-- Every movement of money in whole cents, from one place to another; never changed, never removed: what was wrong is entered back.
create table cash_entry (
  store_id uuid not null references cash_till (store_id),
  seq bigint not null check (seq > 0),
  day date not null,
  tender text not null check (tender in ('cash', 'card', 'wechat', 'alipay', 'mallTill', 'voucher', 'storedValue', 'other')),
  from_place text not null,
  to_place text not null,
  amount bigint not null check (amount > 0),
  kind text not null,
  cause uuid not null,
  by uuid not null,
  at timestamptz not null,
  hash bytea not null,
  primary key (store_id, seq),
  check (from_place <> to_place),
  check (from_place in ('company', 'sales', 'till', 'safe', 'transit', 'acquirer', 'mall', 'bank', 'difference', 'outside')),
  check (to_place in ('company', 'sales', 'till', 'safe', 'transit', 'acquirer', 'mall', 'bank', 'difference', 'outside'))
);
create index cash_entry_by_cause on cash_entry (store_id, cause);
create index cash_entry_takings on cash_entry (store_id, day) where kind = 'takings';

-- The bytes that an entry's hash is taken over. One definition, used by the insert and by verify.
create function cash_entry_hash(
  previous bytea, store_id uuid, seq bigint, day date, tender text, from_place text, to_place text, amount bigint,
  kind text, cause uuid, by uuid, at timestamptz
) returns bytea immutable language sql as $$
  select sha256(previous || convert_to(
    concat_ws(E'\x1f', store_id, seq, day - date '1970-01-01', tender, from_place, to_place, amount, kind, cause, by,
      (extract(epoch from at) * 1000000)::bigint), 'UTF8'))
$$;

-- The float set, money paid into and out of the till, change between till and safe; each with its reason and its receipt.
create table cash_movement (
  store_id uuid not null references cash_till (store_id),
  id uuid not null,
  day date not null,
  kind text not null check (kind in ('float', 'payIn', 'payOut', 'toTill', 'toSafe')),
  amount bigint not null,
  why text not null,
  words text,
  receipt text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id)
);
create index cash_movement_by_day on cash_movement (store_id, day);

-- The till count (点款) of a day. A recount is a new version; the earlier ones stay.
-- last_seq: the books as they stood when it was entered. moved: its cash put into the safe; due_at: when that must be paid in.
create table cash_count (
  store_id uuid not null references cash_till (store_id),
  id uuid not null,
  day date not null,
  version int not null check (version > 0),
  last_seq bigint not null,
  moved bigint not null check (moved >= 0),
  due_day date not null,
  due_at timestamptz not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, day, version)
);
create table cash_count_line (
  store_id uuid not null,
  count_id uuid not null,
  tender text not null,
  expected bigint not null,
  counted bigint not null,
  primary key (store_id, count_id, tender),
  foreign key (store_id, count_id) references cash_count (store_id, id)
);
create table cash_count_piece (
  store_id uuid not null,
  count_id uuid not null,
  denomination bigint not null check (denomination > 0),
  pieces int not null check (pieces > 0),
  primary key (store_id, count_id, denomination),
  foreign key (store_id, count_id) references cash_count (store_id, id)
);
-- Why a tender of a count is over or short, said in the store.
create table cash_explanation (
  store_id uuid not null,
  count_id uuid not null,
  tender text not null,
  why text not null,
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, count_id, tender),
  foreign key (store_id, count_id, tender) references cash_count_line (store_id, count_id, tender)
);
create view cash_latest_count as
  select c.* from cash_count c
  where not exists (select from cash_count n where n.store_id = c.store_id and n.day = c.day and n.version > c.version);

-- Cash paid in (缴存) at a bank or a mall's counter, for one day or several.
create table cash_deposit (
  store_id uuid not null references cash_till (store_id),
  id uuid not null,
  day date not null,
  amount bigint not null check (amount > 0),
  asked bigint not null,
  slip text not null,
  paid_to text not null check (paid_to in ('bank', 'mall')),
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id)
);
create index cash_deposit_by_day on cash_deposit (store_id, day);
create table cash_deposit_day (
  store_id uuid not null,
  deposit_id uuid not null,
  day date not null,
  amount bigint not null,
  due_at timestamptz not null,
  primary key (store_id, deposit_id, day),
  foreign key (store_id, deposit_id) references cash_deposit (store_id, id)
);
create table cash_deposit_taken_back (
  store_id uuid not null,
  deposit_id uuid not null,
  words text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, deposit_id),
  foreign key (store_id, deposit_id) references cash_deposit (store_id, id)
);
create view cash_standing_deposit as
  select d.* from cash_deposit d
  where not exists (select from cash_deposit_taken_back b where b.store_id = d.store_id and b.deposit_id = d.id);

-- What banks, payment services and malls say they received (对账单).
create table cash_statement (
  id uuid primary key,
  name text not null,
  by uuid not null,
  at timestamptz not null
);
create table cash_statement_line (
  store_id uuid not null references store (id),
  id uuid not null,
  statement_id uuid not null references cash_statement (id),
  tender text not null check (tender in ('cash', 'card', 'wechat', 'alipay', 'mallTill')),
  day date not null,
  amount bigint not null check (amount > 0),
  reference text,
  primary key (store_id, id)
);
create index cash_statement_line_by_day on cash_statement_line (store_id, day);

-- A statement line and what of ours it is: a deposit, or a tender of a count. by null: matched by the rule.
create table cash_match (
  store_id uuid not null references cash_till (store_id),
  id uuid not null,
  line_id uuid not null,
  deposit_id uuid,
  day date,
  ours bigint not null,
  theirs bigint not null,
  words text,
  by uuid,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, line_id) references cash_statement_line (store_id, id),
  foreign key (store_id, deposit_id) references cash_deposit (store_id, id),
  check ((deposit_id is null) <> (day is null))
);
create table cash_unmatch (
  store_id uuid not null,
  match_id uuid not null,
  words text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, match_id),
  foreign key (store_id, match_id) references cash_match (store_id, id)
);
create view cash_standing_match as
  select m.* from cash_match m
  where not exists (select from cash_unmatch u where u.store_id = m.store_id and u.match_id = m.id);

-- A difference closed (差异了结): who, why and in which words. about: the count, deposit, line or match.
create table cash_closing (
  store_id uuid not null references store (id),
  id uuid not null,
  kind text not null check (kind in ('variance', 'match', 'deposit', 'line')),
  about uuid not null,
  tender text not null,
  amount bigint not null,
  why text not null,
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, kind, about, tender)
);
