-- Duties of the company's own (自有职责) have codes such as SM-C1: proved by one of the ways that the program knows
-- (proved_by), read from indicators, or still without a proof. `each`: every holder owes it himself.
alter table duty_clause drop constraint duty_clause_duty_check;
alter table duty_clause add constraint duty_clause_duty_check check (duty ~ '^[A-Z]{2}-(C[1-9]\d{0,2}|\d+(\.\d+)?)$');
alter table duty_clause add column proved_by text;
alter table duty_clause add column each_owes boolean not null default false;
alter table duty_clause add column indicators jsonb not null default '[]';
alter table duty_clause add constraint duty_clause_own_check
  check (duty ~ '^[A-Z]{2}-C' or (proved_by is null and not each_owes and indicators = '[]'::jsonb));

-- An edition may be withdrawn before its day; it stays in the history. overload: the stores that it was known to overload when
-- it was put in force, and why that was accepted.
alter table duty_edition add column replaces uuid references duty_edition (id);
alter table duty_edition add column overload jsonb;
alter table duty_edition add column withdrawn_at timestamptz;
alter table duty_edition add column withdrawn_by uuid;
alter table duty_edition add column withdrawn_why text;
alter table duty_edition add constraint duty_edition_withdrawn_check
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null));
alter table duty_edition drop constraint duty_edition_from_day_key;
create unique index duty_edition_by_day on duty_edition (from_day) where withdrawn_at is null;

-- An edition that is being written (草稿). Every clause is saved by itself, on top of the revision that its writer saw.
create table duty_draft (
  id uuid primary key,
  name text not null,
  begun_from uuid references duty_edition (id),
  import_id uuid,
  made_by uuid not null,
  made_at timestamptz not null
);
create table duty_draft_clause (
  draft_id uuid not null references duty_draft (id),
  duty text not null,
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
  proved_by text,
  each_owes boolean not null default false,
  indicators jsonb not null default '[]',
  dropped boolean not null default false,
  revision int not null default 0,
  saved_by uuid,
  saved_at timestamptz,
  primary key (draft_id, duty),
  unique (draft_id, place)
);
create table duty_draft_profile (
  draft_id uuid not null references duty_draft (id),
  position text not null,
  requirements jsonb not null,
  revision int not null default 0,
  saved_by uuid,
  saved_at timestamptz,
  primary key (draft_id, position)
);
-- What became of a draft, in order: handed in, returned, put in force, given up.
create table duty_draft_step (
  id uuid primary key,
  draft_id uuid not null references duty_draft (id),
  kind text not null check (kind in ('submitted', 'returned', 'inForce', 'dropped')),
  by uuid not null,
  at timestamptz not null,
  words text,
  edition_id uuid references duty_edition (id),
  check ((kind = 'inForce') = (edition_id is not null)),
  check (kind <> 'returned' or words is not null)
);
create index duty_draft_step_by_draft on duty_draft_step (draft_id, at);

-- A job description from elsewhere (导入的职责), cut into lines, with what was decided for each.
create table duty_import (
  id uuid primary key,
  name text not null,
  source text not null check (source in ('text', 'docx')),
  keep_unnamed boolean not null default true,
  made_by uuid not null,
  made_at timestamptz not null
);
create table duty_import_line (
  import_id uuid not null references duty_import (id),
  line int not null,
  read jsonb not null,
  decision jsonb,
  revision int not null default 0,
  saved_by uuid,
  saved_at timestamptz,
  primary key (import_id, line)
);
alter table duty_draft add constraint duty_draft_import_fkey foreign key (import_id) references duty_import (id);
