-- The stock book (库存账) of a store begins with its opening balance: what was sold before begun_at is no matter of the book.
create table stock_book (
  store_id uuid primary key references store (id),
  opening_id uuid not null,
  begun_at timestamptz not null,
  begun_on date not null,
  source text not null check (source in ('file', 'count')),
  by uuid not null,
  at timestamptz not null
);

-- Stock on hand (库存) by store and SKU, kept with every movement. held: there, but not for sale (put aside, shown as a sample).
-- More may leave the books than they hold, since customers do not wait for papers: then since when is written beside it.
create table stock (
  store_id uuid not null references stock_book (store_id),
  sku_id uuid not null references sku (id),
  on_hand int not null,
  held int not null default 0 check (held >= 0),
  negative_since timestamptz,
  primary key (store_id, sku_id),
  constraint stock_negative_is_flagged check ((on_hand < 0) = (negative_since is not null))
);
create index stock_by_sku on stock (sku_id);
create index stock_negative on stock (store_id) where on_hand < 0;

-- Goods on their way to a store, kept at the store that receives them: from headquarters, or from another store.
create table shipment (
  store_id uuid not null references store (id),
  id uuid not null,
  number text not null,
  from_store uuid references store (id),
  -- The answer by which rejected goods go back; then they were on no store's books while they lay aside.
  sent_back_by uuid,
  due_on date not null,
  carrier text,
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, number),
  check (from_store <> store_id)
);
create index shipment_by_due on shipment (due_on);
create index shipment_by_sender on shipment (from_store, at) where from_store is not null;

-- In transit is a place of its own, and every piece shipped is in exactly one: on its way, received, rejected or missing.
-- Surplus came without having been shipped. settled: what of a difference has been answered.
create table shipment_line (
  store_id uuid not null,
  shipment_id uuid not null,
  sku_id uuid not null references sku (id),
  shipped int not null check (shipped >= 0),
  in_transit int not null check (in_transit >= 0),
  received int not null default 0 check (received >= 0),
  rejected int not null default 0 check (rejected >= 0),
  missing int not null default 0 check (missing >= 0),
  surplus int not null default 0 check (surplus >= 0),
  rejected_settled int not null default 0,
  missing_settled int not null default 0,
  surplus_settled int not null default 0,
  primary key (store_id, shipment_id, sku_id),
  foreign key (store_id, shipment_id) references shipment (store_id, id),
  constraint shipped_is_somewhere_once check (shipped = in_transit + received + rejected + missing),
  constraint settled_once check (rejected_settled between 0 and rejected and missing_settled between 0 and missing
    and surplus_settled between 0 and surplus)
);
create index shipment_line_on_the_way on shipment_line (store_id, sku_id) where in_transit > 0;
create index shipment_line_open on shipment_line (store_id, shipment_id)
  where rejected > rejected_settled or missing > missing_settled or surplus > surplus_settled;

-- Receipt of goods (收货); one shipment may come in several parts. `last`: nothing more is awaited.
create table receipt (
  store_id uuid not null,
  id uuid not null,
  shipment_id uuid not null,
  day date not null,
  last boolean not null,
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, shipment_id) references shipment (store_id, id)
);
create index receipt_by_shipment on receipt (store_id, shipment_id);
-- taken: what goes on the shelf and so on the books, never what was rejected.
create table receipt_line (
  store_id uuid not null,
  receipt_id uuid not null,
  shipment_id uuid not null,
  sku_id uuid not null,
  received int not null default 0 check (received >= 0),
  rejected int not null default 0 check (rejected >= 0),
  missing int not null default 0 check (missing >= 0),
  surplus int not null default 0 check (surplus >= 0),
  taken int not null,
  reason text,
  words text,
  primary key (store_id, receipt_id, sku_id),
  unique (store_id, receipt_id, sku_id, taken),
  foreign key (store_id, receipt_id) references receipt (store_id, id),
  foreign key (store_id, shipment_id, sku_id) references shipment_line (store_id, shipment_id, sku_id),
  constraint taken_is_received_and_surplus check (taken = received + surplus),
  constraint difference_has_reason check (rejected + missing + surplus = 0 or reason is not null)
);

-- Every movement of pieces (库存流水); never changed. quantity: what it adds to the hand; held: what it puts aside.
-- cause and line name the record that it follows from. A receipt's movement carries exactly what its line took in, once:
-- the key below makes it impossible to count a rejected piece as well, or a received one twice.
create table stock_movement (
  store_id uuid not null,
  cause uuid not null,
  line int not null check (line > 0),
  sku_id uuid not null,
  kind text not null check (kind in ('opening', 'sale', 'return', 'reversal', 'receipt', 'transferOut', 'answer', 'count',
    'damage', 'missing', 'hold', 'release', 'sample', 'sampleBack', 'undo')),
  quantity int not null,
  held int not null default 0,
  receipt_id uuid,
  day date not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, cause, line),
  foreign key (store_id, sku_id) references stock (store_id, sku_id),
  constraint receipt_moves_what_was_taken foreign key (store_id, receipt_id, sku_id, quantity)
    references receipt_line (store_id, receipt_id, sku_id, taken),
  check ((kind = 'receipt') = (receipt_id is not null) and (receipt_id is null or receipt_id = cause)),
  check (quantity <> 0 or held <> 0),
  check (case kind when 'sale' then quantity < 0 when 'return' then quantity > 0 when 'receipt' then quantity > 0
    when 'transferOut' then quantity < 0 when 'damage' then quantity < 0 when 'missing' then quantity < 0
    when 'hold' then held > 0 and quantity = 0 when 'sample' then held > 0 and quantity = 0
    when 'release' then held < 0 and quantity = 0 when 'sampleBack' then held < 0 and quantity = 0 else true end)
);
create unique index stock_movement_receipt_once on stock_movement (store_id, receipt_id, sku_id) where receipt_id is not null;
create index stock_movement_by_sku on stock_movement (store_id, sku_id, at);

-- A stock matter noted in the store (库存事项): damaged, missing, put aside, shown as a sample, and back.
create table stock_event (
  store_id uuid not null references stock_book (store_id),
  id uuid not null,
  sku_id uuid not null,
  kind text not null check (kind in ('damage', 'missing', 'hold', 'release', 'sample', 'sampleBack')),
  quantity int not null check (quantity > 0),
  why text not null,
  words text,
  day date not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, sku_id) references stock (store_id, sku_id)
);
create index stock_event_by_day on stock_event (store_id, day);
create table stock_event_taken_back (
  store_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  words text not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, event_id),
  foreign key (store_id, event_id) references stock_event (store_id, id)
);

-- A count of SKUs (清点): what lay there at a moment against what the books held at that moment.
create table stock_count (
  store_id uuid not null references stock_book (store_id),
  id uuid not null,
  day date not null,
  counted_at timestamptz not null,
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id)
);
create index stock_count_by_day on stock_count (store_id, day);
create index stock_count_by_time on stock_count (store_id, counted_at);
-- superseded: when it arrived, the same SKU had been counted later already; it stays as evidence and adjusts nothing.
create table stock_count_line (
  store_id uuid not null,
  count_id uuid not null,
  line int not null check (line > 0),
  sku_id uuid not null,
  expected int not null,
  counted int not null check (counted >= 0),
  reason text,
  superseded boolean not null,
  primary key (store_id, count_id, line),
  unique (store_id, count_id, sku_id),
  foreign key (store_id, count_id) references stock_count (store_id, id)
);

-- What was done about a difference of a shipment: the area manager's answer.
create table shipment_answer (
  store_id uuid not null,
  id uuid not null,
  shipment_id uuid not null,
  sku_id uuid not null,
  about text not null check (about in ('rejected', 'missing', 'surplus')),
  quantity int not null check (quantity > 0),
  answer text not null,
  words text,
  day date not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, shipment_id, sku_id) references shipment_line (store_id, shipment_id, sku_id),
  constraint answer_fits check (case about when 'rejected' then answer in ('sendBack', 'takeIn', 'writeOff')
    when 'missing' then answer in ('found', 'senderHas', 'lost') else answer in ('keep', 'sendBack') end)
);
create index shipment_answer_by_shipment on shipment_answer (store_id, shipment_id);

-- A transfer (调拨) between stores, kept at the store that sends; what it ships is a shipment of the same id at the other.
create table transfer (
  store_id uuid not null references store (id),
  id uuid not null,
  number text not null,
  to_store uuid not null references store (id),
  why text not null,
  words text,
  day date not null,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, id),
  unique (store_id, number),
  check (to_store <> store_id)
);
create index transfer_to on transfer (to_store, at);
create table transfer_line (
  store_id uuid not null,
  transfer_id uuid not null,
  sku_id uuid not null references sku (id),
  asked int not null check (asked > 0),
  picked int,
  primary key (store_id, transfer_id, sku_id),
  foreign key (store_id, transfer_id) references transfer (store_id, id),
  check (picked between 0 and asked)
);
create table transfer_step (
  store_id uuid not null,
  transfer_id uuid not null,
  step text not null check (step in ('approved', 'refused', 'picked', 'shipped', 'cancelled')),
  words text,
  by uuid not null,
  at timestamptz not null,
  primary key (store_id, transfer_id, step),
  foreign key (store_id, transfer_id) references transfer (store_id, id)
);
