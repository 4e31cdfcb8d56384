-- A week without a display manual in force owes no check by it.
alter table duty_excuse drop constraint duty_excuse_kind_check;
alter table duty_excuse add constraint duty_excuse_kind_check
  check (kind in ('leave', 'storeClosed', 'notHolder', 'noTarget', 'nothingToCheck', 'noAssociates', 'noManual', 'withdrawn', 'other'));
