-- Attendance (考勤): what was pressed when, never edited. The server's time decides; the phone's is kept beside it.
create table attendance_punch (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  day date not null,
  kind text not null check (kind in ('in', 'out')),
  at timestamptz not null,
  phone_at timestamptz,
  primary key (store_id, id)
);
create index attendance_punch_by_day on attendance_punch (store_id, day, person_id);

-- A day that is not as rostered: what the person says of it, and what whoever leads the store makes of that.
create table attendance_exception (
  store_id uuid not null references store (id),
  person_id uuid not null references person (id),
  day date not null,
  words text not null,
  at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  accepted boolean,
  decided_words text,
  primary key (store_id, person_id, day),
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (accepted is null)),
  check (accepted is distinct from false or decided_words is not null)
);

create table attendance_overtime (
  store_id uuid not null references store (id),
  id uuid not null,
  person_id uuid not null references person (id),
  day date not null,
  minutes int not null check (minutes between 15 and 180),
  words text not null,
  at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  approved boolean,
  decided_words text,
  primary key (store_id, id),
  unique (store_id, person_id, day),
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (approved is null)),
  check (person_id is distinct from decided_by)
);

-- Who has looked through a day's clock-ins, and how they stood then.
create table attendance_review (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  there int not null,
  wrong int not null,
  primary key (store_id, id)
);
create index attendance_review_by_day on attendance_review (store_id, day);

-- A month's sheet (考勤表): figures frozen when the store manager confirms; locked for pay once the area manager does.
create table attendance_month (
  store_id uuid not null references store (id),
  month text not null,
  confirmed_by uuid not null references person (id),
  confirmed_at timestamptz not null,
  locked_by uuid references person (id),
  locked_at timestamptz,
  primary key (store_id, month),
  check ((locked_by is null) = (locked_at is null)),
  check (locked_by is distinct from confirmed_by)
);
create table attendance_line (
  store_id uuid not null,
  month text not null,
  person_id uuid not null references person (id),
  rostered int not null,
  worked int not null,
  minutes int not null,
  late int not null,
  late_minutes int not null,
  early int not null,
  missing int not null,
  away int not null,
  overtime int not null,
  net bigint not null,
  primary key (store_id, month, person_id),
  foreign key (store_id, month) references attendance_month (store_id, month)
);
