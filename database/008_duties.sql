-- The company's own edition of the job descriptions (岗位职责): copied from the shipped catalogue, in force from a day on.
-- What proves a clause stays with the program: an edition words it, times it and weighs it.
create table duty_edition (
  id uuid primary key,
  from_day date not null unique,
  reason text,
  made_by uuid,
  made_at timestamptz not null
);
create table duty_clause (
  edition_id uuid not null references duty_edition (id),
  duty text not null check (duty ~ '^[A-Z]{2}-\d'),
  place int not null,
  position text not null,
  title_zh text not null,
  title_en text not null,
  help_zh text not null,
  help_en text not null,
  kind text not null check (kind in ('perishable', 'debt', 'standing')),
  calendar jsonb not null,
  minutes int not null check (minutes >= 0),
  weight int not null check (weight between 1 and 5),
  looked_after jsonb not null,
  stand_ins text[] not null,
  primary key (edition_id, duty),
  unique (edition_id, place)
);
create table duty_profile (
  edition_id uuid not null references duty_edition (id),
  position text not null,
  requirements jsonb not null,
  primary key (edition_id, position)
);

-- How far duties have been generated, by store (the nil uuid: areas and headquarters): what a server that was down
-- has to catch up with.
create table duty_reach (
  store_id uuid primary key,
  through_day date not null,
  at timestamptz not null
);

-- One due occurrence (职责实例). store_id is the nil uuid for duties of areas and headquarters; seat_id is the store, the
-- area or the nil uuid; holder_id is a person only where each holder of the position owes the duty himself.
-- missed_at: from then on it can no longer be made good (null: a debt, which stays due and ages).
create table duty_instance (
  store_id uuid not null,
  id uuid not null,
  duty text not null,
  edition_id uuid not null references duty_edition (id),
  position text not null,
  seat_id uuid not null,
  holder_id uuid not null default '00000000-0000-0000-0000-000000000000',
  cadence text not null check (cadence in ('day', 'week', 'month', 'quarter', 'year', 'event')),
  period text not null,
  day date not null,
  opens_at timestamptz not null,
  due_at timestamptz not null check (due_at >= opens_at),
  missed_at timestamptz check (missed_at >= due_at),
  minutes int not null check (minutes >= 0),
  made_at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, duty, seat_id, holder_id, period)
);
create index duty_instance_by_seat on duty_instance (seat_id, day);
create index duty_instance_by_holder on duty_instance (holder_id, day) where holder_id <> '00000000-0000-0000-0000-000000000000';
create index duty_instance_by_day on duty_instance (day, duty);

-- What made it done: the audit line of the act that left the proving record. One an instance.
create table duty_discharge (
  store_id uuid not null,
  instance_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  on_behalf_of uuid,
  role text not null check (role in ('holder', 'delegate', 'substitute')),
  action text not null,
  record text,
  proof_store uuid not null,
  proof_seq bigint not null check (proof_seq > 0),
  primary key (store_id, instance_id),
  foreign key (store_id, instance_id) references duty_instance (store_id, id),
  check ((role = 'delegate') = (on_behalf_of is not null))
);
create index duty_discharge_by_record on duty_discharge (record) where record is not null;

-- A discharge taken back because its record was reversed or sent back; the discharge is kept as it stood.
create table duty_reopening (
  store_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  action text not null,
  why text,
  was jsonb not null,
  primary key (store_id, id),
  foreign key (store_id, instance_id) references duty_instance (store_id, id)
);
create index duty_reopening_by_instance on duty_reopening (store_id, instance_id);

-- Excused (免除) is not done: shown apart, with who and why. by is null where the calendar itself excuses.
create table duty_excuse (
  store_id uuid not null,
  instance_id uuid not null,
  kind text not null check (kind in ('leave', 'storeClosed', 'notHolder', 'nothingToCheck', 'other')),
  by uuid,
  at timestamptz not null,
  why text not null,
  primary key (store_id, instance_id),
  foreign key (store_id, instance_id) references duty_instance (store_id, id),
  check ((kind in ('leave', 'other')) <= (by is not null))
);

-- Marked once when a deadline passes without proof, and once when it can no longer be made good.
create table duty_lapse (
  store_id uuid not null,
  instance_id uuid not null,
  kind text not null check (kind in ('overdue', 'missed')),
  at timestamptz not null,
  primary key (store_id, instance_id, kind),
  foreign key (store_id, instance_id) references duty_instance (store_id, id)
);

-- The stated sample that a superior's duty of looking after asks for: these instances, chosen at random by risk.
create table duty_check (
  store_id uuid not null,
  instance_id uuid not null,
  by_instance uuid not null,
  risk double precision not null check (risk > 0),
  chosen_at timestamptz not null,
  primary key (store_id, instance_id, by_instance),
  foreign key (store_id, instance_id) references duty_instance (store_id, id)
);
create index duty_check_by_superior on duty_check (by_instance);

-- What a superior did with what a subordinate has done.
create table duty_oversight (
  store_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  kind text not null check (kind in ('opened', 'confirmed', 'questioned', 'sentBack')),
  by uuid not null,
  at timestamptz not null,
  words text,
  primary key (store_id, id),
  foreign key (store_id, instance_id) references duty_instance (store_id, id),
  check (kind not in ('questioned', 'sentBack') or words is not null)
);
create index duty_oversight_by_instance on duty_oversight (store_id, instance_id);
