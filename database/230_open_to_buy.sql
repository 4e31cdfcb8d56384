-- What merchandising plans to buy for (商品采购计划): by category and month, at the tag price. A further version stands for its months from
-- the director's approval on; the one before stays as it was.
create table buy_plan (
  id uuid primary key,
  based_on uuid references buy_plan (id),
  from_month date not null check (extract(day from from_month) = 1),
  months int not null check (months between 1 and 12),
  words text,
  day date not null,
  submitted_by uuid not null references person (id),
  submitted_at timestamptz not null,
  constraint changed_for_a_reason check (based_on is null or words is not null)
);
-- Of each version one at most goes on from it: two editors cannot both have seen the latest.
create unique index buy_plan_after on buy_plan (coalesce(based_on, '00000000-0000-0000-0000-000000000000'));
create index buy_plan_by_day on buy_plan (submitted_at desc);
-- Net sales, what is taken off the tag (markdowns), and what is to lie there at the month's end; whole cents, at the tag price.
create table buy_plan_line (
  plan_id uuid not null references buy_plan (id),
  category text not null,
  month date not null check (extract(day from month) = 1),
  sales bigint not null check (sales >= 0),
  markdowns bigint not null check (markdowns >= 0),
  closing bigint not null check (closing >= 0),
  primary key (plan_id, category, month)
);
create index buy_plan_line_by_month on buy_plan_line (month);
create table buy_plan_decision (
  plan_id uuid primary key references buy_plan (id),
  approved boolean not null,
  words text,
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  constraint returned_for_a_reason check (approved or words is not null)
);
