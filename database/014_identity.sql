-- Browsers that are known again: somebody has signed in on them, or a store has enrolled them as its own device.
create table device (
  id uuid primary key,
  token_hash text not null unique,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  -- An enrolled device (店铺设备): whose it is, what it is called, who enrolled it.
  store_id uuid references store (id),
  name text,
  enrolled_by uuid,
  enrolled_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  check ((store_id is null) = (enrolled_at is null)),
  check ((store_id is null) = (name is null))
);
create index device_by_store on device (store_id) where store_id is not null;

-- Who has signed in on which browser: there, wrong passwords from elsewhere make nobody wait.
create table device_person (
  device_id uuid not null references device (id) on delete cascade,
  person_id uuid not null,
  last_at timestamptz not null,
  primary key (device_id, person_id)
);
create index device_person_by_person on device_person (person_id);

-- A session has an id of its own, so that its token can change while it lasts.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column kind text not null default 'password' check (kind in ('password', 'pin', 'passkey', 'company')),
  add column address text not null default '',
  -- Ends after so many seconds without use.
  add column idle_seconds int not null default 259200,
  -- When the person last proved who he is; null: at sign-in.
  add column proved_at timestamptz,
  -- The password was right, the second step is still to come.
  add column owes_factor boolean not null default false,
  add column device_id uuid,
  -- A session by PIN reaches this store only.
  add column store_id uuid,
  -- The appointments it was begun with; another set of them ends it. Null: not compared.
  add column seats uuid[];
create unique index session_by_id on session (id);
create index session_by_device on session (device_id) where ended_at is null;

alter table credential
  -- Given by somebody else: the person chooses another one at the first sign-in.
  add column must_change boolean not null default false,
  -- A one-time code (一次性登录码) does until then; null for a password.
  add column good_until timestamptz;

-- A PIN (4 to 6 digits) that opens a session on the store's enrolled devices.
create table pin (
  person_id uuid primary key,
  pin_hash text not null,
  changed_at timestamptz not null
);

-- Wrong passwords, PINs and codes, counted by what they were tried on. Keys are hashes: a login field may hold anything.
drop table sign_in_attempt;
create table wrong_try (
  kind text not null,
  key text not null,
  failures int not null check (failures >= 0),
  last_at timestamptz not null,
  primary key (kind, key)
);
create index wrong_try_by_age on wrong_try (last_at);
