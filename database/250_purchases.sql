-- What merchandising has ordered of makers (采购订单): a style-colour, or so many pieces of a category of which the style is still open.
create table purchase_order (
  id uuid primary key,
  number text not null unique,
  maker text not null,
  due_month date not null check (extract(day from due_month) = 1),
  words text,
  -- By how much it went beyond what might be bought when it was placed; cents at the tag price.
  beyond bigint not null check (beyond >= 0),
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  constraint beyond_for_a_reason check (beyond = 0 or words is not null)
);
create index purchase_order_by_day on purchase_order (at desc);
-- Every piece ordered is still open, has come or was cancelled. Cost and tag are cents a piece.
create table purchase_line (
  order_id uuid not null references purchase_order (id),
  line int not null check (line > 0),
  category text not null,
  style_id uuid references style (id),
  color text,
  pieces int not null check (pieces > 0),
  cost bigint not null check (cost >= 0),
  tag bigint not null check (tag > 0),
  open int not null check (open >= 0),
  came int not null default 0 check (came >= 0),
  cancelled int not null default 0 check (cancelled >= 0),
  primary key (order_id, line),
  constraint style_has_its_colour check ((style_id is null) = (color is null)),
  constraint ordered_is_somewhere_once check (pieces = open + came + cancelled)
);
create index purchase_line_open on purchase_line (order_id) where open > 0;
-- A maker's delivery note (送货单), counted into the warehouse size by size.
create table purchase_arrival (
  id uuid primary key,
  order_id uuid not null references purchase_order (id),
  note text,
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  unique (id, order_id)
);
create index purchase_arrival_of_order on purchase_arrival (order_id);
create table purchase_arrival_line (
  arrival_id uuid not null,
  order_id uuid not null,
  line int not null,
  sku_id uuid not null references sku (id),
  pieces int not null check (pieces > 0),
  primary key (arrival_id, line, sku_id),
  foreign key (arrival_id, order_id) references purchase_arrival (id, order_id),
  foreign key (order_id, line) references purchase_line (order_id, line)
);
create index purchase_arrival_line_of_line on purchase_arrival_line (order_id, line);
create table purchase_cancellation (
  id uuid not null,
  order_id uuid not null,
  line int not null,
  pieces int not null check (pieces > 0),
  words text not null,
  day date not null,
  by uuid not null references person (id),
  at timestamptz not null,
  primary key (order_id, line, id),
  foreign key (order_id, line) references purchase_line (order_id, line)
);
