-- Each person (later: each customer) has a key of his own, wrapped by the master key; destroyed, his data is gone.
create table subject_key (
  subject_id uuid primary key,
  key_id text not null,
  wrapped bytea not null,
  made_at timestamptz not null
);

-- Whether area managers and above must have a second step (二次验证), or are only offered one.
alter table company
  add column second_step text not null default 'offered' check (second_step in ('offered', 'required'));

create table second_factor (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('totp', 'passkey')),
  name text not null,
  made_at timestamptz not null,
  -- A one-time password (TOTP) counts once its first code was right.
  confirmed_at timestamptz,
  used_at timestamptz,
  -- TOTP: the shared secret, sealed under the person's key; the last time step that was used, so that no code does twice.
  secret bytea,
  last_step bigint,
  -- Passkey (通行密钥)
  credential_id text unique,
  public_key bytea,
  sign_count bigint,
  transports text[],
  check ((kind = 'totp') = (secret is not null and last_step is not null)),
  check ((kind = 'passkey') = (credential_id is not null and public_key is not null and sign_count is not null and transports is not null)),
  check (kind = 'totp' or confirmed_at is not null)
);
create index second_factor_by_person on second_factor (person_id);

-- For the day the phone is lost (恢复码); each does once.
create table recovery_code (
  person_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- What passkeys have signed: a challenge does once. Open ones are not kept: they travel sealed with the page that asks.
create table used_challenge (
  challenge text primary key,
  used_at timestamptz not null
);
create index used_challenge_by_age on used_challenge (used_at);
