-- An approval of hours counted over a period names the positions that it covers; null: all of the store's. One document may cover many
-- stores: it has the same id in each. It ends early in one store or in all, with who and why.
alter table roster_approval add column positions text[];
alter table roster_approval add column ended_by uuid references person (id);
alter table roster_approval add column ended_at timestamptz;
alter table roster_approval add column ended_why text;
alter table roster_approval add constraint roster_approval_ended check ((ended_on is null) = (ended_why is null) and (ended_on is null) = (ended_by is null)
  and (ended_on is null) = (ended_at is null));
create index roster_approval_by_document on roster_approval (id);
