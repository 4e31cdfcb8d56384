-- A campaign that asks work of stores (布置、换标、拍照) says how many minutes of the store manager's day.
alter table calendar_event add column minutes int not null default 0 check (minutes between 0 and 480);
create index calendar_event_asking on calendar_event (to_day) where minutes > 0;

-- What stores are asked for beside their own duties, by record: campaigns (of all stores where store_id is null) on each of
-- their days, notices on the day by which they are passed on.
create view store_asked as
  select store_id, id as record, from_day, to_day, minutes from calendar_event where minutes > 0
  union all
  select x.store_id, n.id, n.relay_by, n.relay_by, n.minutes from notice n join notice_store x on x.notice_id = n.id
  where n.minutes > 0 and n.relay_by is not null and n.superseded_by is null and n.withdrawn_at is null;

-- What a store's duties come to is worked out in one place (store_load).
drop view store_duty_minutes;
