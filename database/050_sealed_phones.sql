-- A phone number is kept sealed under its person's own key. phone_index, keyed too, finds who has a number; phone itself
-- is what people see of it from then on: 138****1003. Numbers of before are sealed when the server starts.
alter table person
  add column phone_sealed bytea,
  add column phone_index bytea,
  add constraint person_phone_sealed check ((phone_sealed is null) = (phone_index is null));
drop index person_by_phone;
create unique index person_by_phone on person (phone_index) where phone_index is not null;

-- So long after somebody has left, his phone number and his key are destroyed.
alter table company add column leavers_kept_days int not null default 730 check (leavers_kept_days between 30 and 3650);
