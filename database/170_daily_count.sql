-- The daily count of pieces (日盘): every evening each category that the books hold is counted blind, by one figure for the shop floor
-- and one for what lies behind it. n: counted again it is a new row, the earlier ones stay. expected: what the books held at that moment;
-- pieces that moved while somebody counted she may or may not have seen, so that every figure from low to high agrees with the books.
create table daily_count (
  store_id uuid not null references stock_book (store_id),
  day date not null,
  category text not null,
  n int not null check (n > 0),
  id uuid not null,
  shelf int not null check (shelf >= 0),
  back int not null check (back >= 0),
  expected int not null,
  low int not null,
  high int not null,
  off int not null generated always as (case when shelf + back < low then shelf + back - low
    when shelf + back > high then shelf + back - high else 0 end) stored,
  begun_at timestamptz not null,
  at timestamptz not null,
  by uuid not null references person (id),
  primary key (store_id, day, category, n),
  unique (store_id, id, category),
  check (expected between low and high),
  check (begun_at <= at)
);
-- Why a category differs. Said of one count: counted again, it is asked anew.
create table daily_count_reason (
  store_id uuid not null,
  id uuid not null,
  day date not null,
  category text not null,
  n int not null,
  reason text not null,
  words text,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, id, category),
  foreign key (store_id, day, category, n) references daily_count (store_id, day, category, n)
);
create index daily_count_reason_of on daily_count_reason (store_id, day, category, n, at);
-- How an evening stands, kept with each count and reason: what boards of many stores read. open: differs, and nobody has said why.
create table daily_count_day (
  store_id uuid not null references stock_book (store_id),
  day date not null,
  categories int not null,
  counted int not null,
  differing int not null,
  open int not null,
  pieces int not null,
  short int not null check (short <= 0),
  over int not null check (over >= 0),
  settled_at timestamptz,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (store_id, day),
  check (counted <= categories and open <= differing and differing <= counted),
  check ((settled_at is not null) = (counted = categories and open = 0))
);
create view daily_count_standing as
  select c.*, r.reason, r.words, r.by as said_by, r.at as said_at from daily_count c
  left join lateral (select r.reason, r.words, r.by, r.at from daily_count_reason r where r.store_id = c.store_id and r.day = c.day
    and r.category = c.category and r.n = c.n order by r.at desc limit 1) r on true
  where not exists (select from daily_count m where m.store_id = c.store_id and m.day = c.day and m.category = c.category and m.n > c.n);
