-- A visit corrected by a superior of who made it: a version beside the one before. What holds stands in visit_score and visit.score; what
-- each correction changed, and from what, stands here, so that the visit as it was handed in can be read at any time.
create table visit_correction (
  store_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  no int not null check (no > 0),
  by uuid not null references person (id),
  acted_as text not null check (acted_as in ('operationsDirector', 'generalManager')),
  at timestamptz not null,
  reason text not null,
  score_before int not null check (score_before between 0 and 1000),
  score_after int not null check (score_after between 0 and 1000),
  primary key (store_id, id),
  unique (store_id, visit_id, no),
  foreign key (store_id, visit_id) references visit (store_id, id)
);
create table visit_corrected_score (
  store_id uuid not null,
  correction_id uuid not null,
  code text not null,
  points_before int check (points_before between 0 and 2),
  points_after int check (points_after between 0 and 2),
  primary key (store_id, correction_id, code),
  foreign key (store_id, correction_id) references visit_correction (store_id, id),
  check (points_before is distinct from points_after)
);
