-- What is raised by something that happens may be withdrawn again: then nobody owes it any more, which is not done either.
-- by is who withdrew it.
alter table duty_excuse drop constraint duty_excuse_kind_check;
alter table duty_excuse add constraint duty_excuse_kind_check
  check (kind in ('leave', 'storeClosed', 'notHolder', 'nothingToCheck', 'withdrawn', 'other'));
alter table duty_excuse drop constraint duty_excuse_check;
alter table duty_excuse add constraint duty_excuse_check check ((kind in ('leave', 'withdrawn', 'other')) <= (by is not null));

-- The approved leave (请假) for which the calendar itself excused; null where a superior did. by is then who approved it.
alter table duty_excuse add column leave_id uuid check (leave_id is null or kind = 'leave');
