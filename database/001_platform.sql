-- Audit: one hash chain a store (the nil uuid is the company's own), append-only.
create table audit_head (
  store_id uuid primary key,
  seq bigint not null,
  previous bytea not null,
  hash bytea not null
);

create table audit_line (
  store_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  day date not null,
  actor_id uuid,
  on_behalf_of uuid,
  device text not null,
  action text not null,
  record text,
  detail jsonb not null,
  previous bytea not null,
  hash bytea not null,
  primary key (store_id, seq)
);
create index audit_line_by_record on audit_line (store_id, record);

-- The bytes that a line's hash is taken over. One definition, used by the insert and by verify.
create function audit_hash(
  previous bytea, store_id uuid, seq bigint, at timestamptz, day date, actor_id uuid, on_behalf_of uuid,
  device text, action text, record text, detail jsonb
) returns bytea immutable language sql as $$
  select sha256(previous || convert_to(
    concat_ws(E'\x1f', store_id, seq, (extract(epoch from at) * 1000000)::bigint, day - date '1970-01-01',
      coalesce(actor_id::text, '-'), coalesce(on_behalf_of::text, '-'), device, action, coalesce(record, '-'), detail),
    'UTF8'))
$$;

create table idempotency_key (
  actor_id uuid not null,
  key text not null,
  action text not null,
  body_hash text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index idempotency_key_by_age on idempotency_key (at);

create table session (
  token_hash text primary key,
  person_id uuid not null,
  device text not null,
  signed_in_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_why text
);
create index session_by_person on session (person_id) where ended_at is null;

create table credential (
  person_id uuid primary key,
  password_hash text not null,
  changed_at timestamptz not null
);

-- Failed attempts are counted for the pair of login and address, so that nobody can lock out somebody else.
create table sign_in_attempt (
  login text not null,
  address text not null,
  failures int not null,
  last_at timestamptz not null,
  primary key (login, address)
);

create table api_token (
  id uuid primary key,
  token_hash text not null unique,
  name text not null,
  store_id uuid,
  person_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid
);
