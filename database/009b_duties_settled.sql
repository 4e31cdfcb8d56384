-- Since when nobody owes it any more: done, excused, or missed for good; null while it is owed. Kept with discharge, excuse
-- and lapse in the same transaction, so that a page reads what is owed now and not ten years of history.
alter table duty_instance add column settled_at timestamptz;
update duty_instance i set settled_at = coalesce(
  (select d.at from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id),
  (select e.at from duty_excuse e where e.store_id = i.store_id and e.instance_id = i.id),
  (select l.at from duty_lapse l where l.store_id = i.store_id and l.instance_id = i.id and l.kind = 'missed'));
create index duty_instance_by_settling on duty_instance (seat_id, settled_at);
create index duty_instance_owed on duty_instance (due_at) where settled_at is null;
drop index duty_instance_by_holder;
create index duty_lapse_missed on duty_lapse (at) where kind = 'missed';

-- A day without a target asks for no result.
alter table duty_excuse drop constraint duty_excuse_kind_check;
alter table duty_excuse add constraint duty_excuse_kind_check
  check (kind in ('leave', 'storeClosed', 'notHolder', 'noTarget', 'nothingToCheck', 'withdrawn', 'other'));

-- How far duties have been generated, by seat: a store, an area, or headquarters (the nil uuid). turn counts the changes of
-- who holds what, what trades and who has a target; again_from is the earliest day to be looked at once more because of them.
alter table duty_reach add column seat_id uuid;
update duty_reach set seat_id = store_id;
alter table duty_reach drop constraint duty_reach_pkey;
alter table duty_reach add primary key (store_id, seat_id);
alter table duty_reach alter column through_day drop not null;
alter table duty_reach add column turn int not null default 0;
alter table duty_reach add column again_from date;
insert into duty_reach (store_id, seat_id, through_day, at)
  select r.store_id, a.id, r.through_day, r.at from duty_reach r, area a where r.store_id = '00000000-0000-0000-0000-000000000000';

-- Who holds a seat: a store, an area, or headquarters (the nil uuid).
create index appointment_by_seat on appointment (coalesce(store_id, area_id, '00000000-0000-0000-0000-000000000000'::uuid), position);

-- Counted up whenever the clauses of an edition change: what was read once need not be read again.
alter table duty_edition add column revision int not null default 0;
