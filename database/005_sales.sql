-- A ticket (小票): sales and returns, its lines, tenders and credits. Append-only: a mistake is reversed with a link.
-- Amounts are whole 分. sale_tickets is what the ticket counts for in 客单价: 1 for a sale, 0 for returns only,
-- −1 for the reversal of a sale, and the given number for an imported store-day total.
create table ticket (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  sold_at timestamptz not null,
  hour int check (hour between 0 and 23),
  number text not null,
  kind text not null check (kind in ('sale', 'return', 'reversal', 'dayTotal')),
  net bigint not null,
  tag_value bigint not null default 0,
  tagged_net bigint not null default 0,
  units int not null,
  returned bigint not null default 0,
  sale_tickets int not null,
  customer_id uuid,
  made_by uuid not null,
  source text not null check (source in ('phone', 'till', 'import', 'demo')),
  import_id uuid,
  external_key text,
  reverses uuid,
  reason text,
  note text,
  recorded_at timestamptz not null default now(),
  primary key (store_id, id),
  unique (store_id, number),
  unique (store_id, external_key),
  unique (store_id, reverses),
  check ((kind = 'reversal') = (reverses is not null)),
  foreign key (store_id, reverses) references ticket (store_id, id)
);
create index ticket_by_day on ticket (store_id, day, sold_at);
create index ticket_by_customer on ticket (customer_id) where customer_id is not null;
create index ticket_by_import on ticket (import_id) where import_id is not null;

create table ticket_line (
  store_id uuid not null,
  ticket_id uuid not null,
  line int not null,
  sku_id uuid references sku (id),
  style text not null,
  name text,
  color text,
  size text,
  code text,
  quantity int not null check (quantity <> 0),
  tag_price bigint check (tag_price >= 0),
  net bigint not null,
  discount_reason text,
  returns_ticket uuid,
  returns_line int,
  primary key (store_id, ticket_id, line),
  foreign key (store_id, ticket_id) references ticket (store_id, id),
  check (net = 0 or (net > 0) = (quantity > 0))
);
create index ticket_line_by_returned on ticket_line (store_id, returns_ticket) where returns_ticket is not null;

create table ticket_credit (
  store_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references person (id),
  share_millionths int not null check (share_millionths between 1 and 1000000),
  net bigint not null,
  primary key (store_id, ticket_id, person_id),
  foreign key (store_id, ticket_id) references ticket (store_id, id)
);

create table ticket_tender (
  store_id uuid not null,
  ticket_id uuid not null,
  tender text not null check (tender in ('cash', 'card', 'wechat', 'alipay', 'mallTill', 'voucher', 'storedValue', 'other')),
  amount bigint not null,
  primary key (store_id, ticket_id, tender),
  foreign key (store_id, ticket_id) references ticket (store_id, id)
);

-- People entering and pieces tried on, counted or typed, by the hour; a correction is a negative row.
create table traffic_count (
  store_id uuid not null references store (id),
  id uuid not null,
  day date not null,
  hour int not null check (hour between 0 and 23),
  traffic int not null default 0,
  try_ons int not null default 0,
  source text not null check (source in ('counter', 'typed', 'import', 'demo')),
  made_by uuid not null,
  at timestamptz not null,
  import_id uuid,
  primary key (store_id, id)
);
create index traffic_count_by_day on traffic_count (store_id, day);
create index traffic_count_by_import on traffic_count (import_id) where import_id is not null;

-- What was so in a store on a day, where a file says it: open, on promotion, holidays. Forecasts read it.
create table store_day_condition (
  store_id uuid not null references store (id),
  day date not null,
  open boolean not null,
  promotion boolean not null default false,
  public_holiday text,
  school_holiday boolean not null default false,
  import_id uuid,
  primary key (store_id, day)
);

-- A closed day: nothing of it changes any more, corrections fall on a later day. sales_store_day.closed says the
-- same on the row that every write of that day must lock and pass, so that a sale and the closing cannot cross.
create table day_closure (
  store_id uuid not null references store (id),
  day date not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  primary key (store_id, day)
);

-- Totals kept with the write; verify recomputes them from the tickets. Every writer locks them in one order
-- (month, day, then the rest), so that writers of one store wait for each other and never in a ring.
-- closed: day_closure stands; write `on conflict (store_id, day) do update … where not sales_store_day.closed`.
create table sales_store_day (
  store_id uuid not null references store (id),
  day date not null,
  net bigint not null default 0,
  sale_tickets int not null default 0,
  units int not null default 0,
  tag_value bigint not null default 0,
  tagged_net bigint not null default 0,
  returned bigint not null default 0,
  traffic int not null default 0,
  try_ons int not null default 0,
  last_number int not null default 0,
  closed boolean not null default false,
  primary key (store_id, day)
);
create index sales_store_day_by_day on sales_store_day (day);
create table sales_store_month (
  store_id uuid not null references store (id),
  month text not null,
  net bigint not null default 0,
  sale_tickets int not null default 0,
  units int not null default 0,
  tag_value bigint not null default 0,
  tagged_net bigint not null default 0,
  returned bigint not null default 0,
  traffic int not null default 0,
  try_ons int not null default 0,
  primary key (store_id, month)
);
create index sales_store_month_by_month on sales_store_month (month);
create table sales_store_hour (
  store_id uuid not null references store (id),
  day date not null,
  hour int not null,
  net bigint not null default 0,
  sale_tickets int not null default 0,
  units int not null default 0,
  traffic int not null default 0,
  try_ons int not null default 0,
  primary key (store_id, day, hour)
);
create table sales_person_day (
  store_id uuid not null references store (id),
  day date not null,
  person_id uuid not null references person (id),
  net bigint not null default 0,
  sale_ticket_millionths bigint not null default 0,
  unit_millionths bigint not null default 0,
  primary key (store_id, day, person_id)
);
create index sales_person_day_by_person on sales_person_day (person_id, day);
create table sales_style_day (
  store_id uuid not null references store (id),
  day date not null,
  style text not null,
  color text not null,
  net bigint not null default 0,
  units int not null default 0,
  primary key (store_id, day, style, color)
);
