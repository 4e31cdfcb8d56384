-- What a style is sold for from a day on (降价后的售价), below its tag price; kept with the approval of a plan, taken back where it is stopped.
create table style_markdown (
  style_id uuid not null references style (id),
  from_day date not null,
  percent int not null check (percent between 10 and 95),
  price bigint not null check (price > 0),
  plan_id uuid not null,
  primary key (style_id, from_day)
);
-- A plan to sell a season's slow styles out by a day (降价方案): handed in by merchandising, with what a piece left over is worth then.
create table markdown_plan (
  id uuid primary key,
  season text not null,
  from_day date not null,
  ends_on date not null,
  left_percent int not null check (left_percent between 0 and 60),
  words text,
  day date not null,
  submitted_by uuid not null references person (id),
  submitted_at timestamptz not null,
  check (ends_on - from_day between 7 and 112)
);
create index markdown_plan_by_day on markdown_plan (submitted_at desc);
-- A style of a plan with all that its expectation was worked out from; kept_*: what would be sold at the price it has.
create table markdown_line (
  plan_id uuid not null references markdown_plan (id),
  style_id uuid not null references style (id),
  tag_price bigint not null check (tag_price > 0),
  cost bigint check (cost >= 0),
  percent int not null check (percent between 10 and 100),
  pieces int not null check (pieces > 0),
  pace_thousandths int not null check (pace_thousandths >= 0),
  elasticity_thousandths int not null check (elasticity_thousandths > 0),
  decay_thousandths int not null check (decay_thousandths between 1 and 1000),
  kept_sold int not null check (kept_sold between 0 and pieces),
  kept_net bigint not null check (kept_net >= 0),
  expected_sold int not null check (expected_sold between 0 and pieces),
  expected_net bigint not null check (expected_net >= 0),
  primary key (plan_id, style_id)
);
create index markdown_line_by_style on markdown_line (style_id);
create table markdown_step (
  plan_id uuid not null,
  style_id uuid not null,
  from_day date not null,
  percent int not null check (percent between 10 and 95),
  price bigint not null check (price > 0),
  primary key (plan_id, style_id, from_day),
  foreign key (plan_id, style_id) references markdown_line (plan_id, style_id)
);
create table markdown_decision (
  plan_id uuid primary key references markdown_plan (id),
  approved boolean not null,
  words text,
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  constraint returned_for_a_reason check (approved or words is not null)
);
-- From this day no further step of a style is taken; the price that stands stays.
create table markdown_stop (
  plan_id uuid not null,
  style_id uuid not null,
  day date not null,
  why text not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (plan_id, style_id),
  foreign key (plan_id, style_id) references markdown_line (plan_id, style_id)
);
