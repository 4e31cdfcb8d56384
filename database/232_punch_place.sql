-- Where a press came from: a device that the store has enrolled, or the person's own phone.
-- No foreign key: devices long revoked are swept, and the press stays what it was.
alter table attendance_punch add column device_id uuid;
-- Of the days worked, those with a press on one's own phone: as the month's sheet was frozen.
alter table attendance_line add column own_phone int not null default 0 check (own_phone >= 0);

-- Where one may clock in (打卡地点), from a day on: the company's rule, and a store's own where the company leaves it to the store.
create table attendance_place_rule (
  id uuid primary key,
  -- Null: the company's.
  store_id uuid references store (id),
  from_day date not null,
  rule text not null check (rule in ('anywhere', 'enrolled', 'asCompany')),
  by uuid not null references person (id),
  at timestamptz not null,
  check (store_id is not null or rule <> 'asCompany')
);
create unique index attendance_place_rule_of_store on attendance_place_rule (store_id, from_day) where store_id is not null;
create unique index attendance_place_rule_of_company on attendance_place_rule (from_day) where store_id is null;
