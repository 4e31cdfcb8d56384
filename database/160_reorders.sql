-- What headquarters' warehouse (总仓) holds of a SKU: as it was last told, less what has been sent to stores since. What nobody has
-- told of is not known, and that is not nothing.
create table depot_stock (
  sku_id uuid primary key references sku (id),
  told int not null check (told >= 0),
  sent int not null default 0 check (sent >= 0),
  told_at timestamptz not null,
  by uuid not null
);

-- What the engine proposed to a store for a week (补货提案), with what it was made from; never changed. Made again, it is another.
create table reorder_proposal (
  store_id uuid not null references stock_book (store_id),
  id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  engine text not null,
  inputs jsonb not null,
  made_at timestamptz not null,
  primary key (store_id, id)
);
create index reorder_proposal_by_week on reorder_proposal (store_id, week, made_at);
-- All sizes of a style-colour of which something is to be ordered; pieces is 0 where nothing of that size is.
create table reorder_proposal_line (
  store_id uuid not null,
  proposal_id uuid not null,
  sku_id uuid not null references sku (id),
  pieces int not null check (pieces >= 0),
  reason jsonb not null,
  primary key (store_id, proposal_id, sku_id),
  foreign key (store_id, proposal_id) references reorder_proposal (store_id, id)
);
create table slow_seller (
  store_id uuid not null,
  proposal_id uuid not null,
  style_id uuid not null references style (id),
  color text not null,
  facts jsonb not null,
  primary key (store_id, proposal_id, style_id, color),
  foreign key (store_id, proposal_id) references reorder_proposal (store_id, id)
);

-- A store's request for a week (要货单); sent in again it is a further version, and an undecided one before it no longer counts.
create table reorder_request (
  store_id uuid not null,
  id uuid not null,
  proposal_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  version int not null check (version > 0),
  words text,
  day date not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, week, version),
  foreign key (store_id, proposal_id) references reorder_proposal (store_id, id)
);
create index reorder_request_by_day on reorder_request (day);
create table reorder_request_line (
  store_id uuid not null,
  request_id uuid not null,
  sku_id uuid not null references sku (id),
  proposed int not null check (proposed >= 0),
  asked int not null check (asked >= 0),
  -- Why nothing or less is asked for than was proposed.
  why text,
  granted int,
  primary key (store_id, request_id, sku_id),
  foreign key (store_id, request_id) references reorder_request (store_id, id),
  constraint granted_is_asked_at_most check (granted between 0 and asked),
  constraint declined_for_a_reason check (asked >= proposed or why is not null),
  constraint line_says_something check (asked + proposed > 0)
);
-- What headquarters grants of a request, all its lines at once; the granted pieces are the shipment's.
create table reorder_decision (
  store_id uuid not null,
  request_id uuid not null,
  shipment_id uuid,
  words text,
  day date not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, request_id),
  foreign key (store_id, request_id) references reorder_request (store_id, id),
  foreign key (store_id, shipment_id) references shipment (store_id, id)
);
-- What the store does about a slow seller; on_hand, sold and days are of before, to hold what came of it against.
create table slow_measure (
  store_id uuid not null,
  request_id uuid not null,
  style_id uuid not null references style (id),
  color text not null,
  measure text not null check (measure in ('front', 'transfer', 'markdown', 'wait')),
  words text,
  on_hand int not null,
  sold int not null,
  days int not null check (days > 0),
  primary key (store_id, request_id, style_id, color),
  foreign key (store_id, request_id) references reorder_request (store_id, id)
);

create index stock_movement_by_day on stock_movement (store_id, day);
