-- Who does an import, and until when that holds if he falls silent; then another process takes it over. By the database's
-- own clock: those of two servers may differ.
alter table import add column holder uuid, add column held_until timestamptz, add column tries int not null default 0;
create index import_running on import (at) where state = 'running';
