-- What a superior's page is red with, told from the instances alone: what is owed, and what was missed of late (settled in the
-- instant at which it was missed). Few rows at any time, however long the history.
create index duty_instance_missed on duty_instance (missed_at) where settled_at = missed_at;
drop index duty_instance_owed;
create index duty_instance_owed on duty_instance (due_at) include (seat_id, store_id, position, duty, missed_at) where settled_at is null;

-- Who leads a store or an area: one of six people.
create index appointment_leading on appointment (position, coalesce(store_id, area_id, '00000000-0000-0000-0000-000000000000'::uuid), from_day, to_day)
  where position in ('storeManager', 'areaManager');
