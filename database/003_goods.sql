create table style (
  id uuid primary key,
  code text not null unique,
  name text not null,
  name_en text,
  search text not null,
  category text not null,
  season text not null,
  launched_on date not null,
  picture text
);
create index style_by_launch on style (launched_on desc, code);

create table style_price (
  style_id uuid not null references style (id),
  from_day date not null,
  tag_price bigint not null check (tag_price >= 0),
  primary key (style_id, from_day)
);

create table sku (
  id uuid primary key,
  style_id uuid not null references style (id),
  color text not null,
  color_en text,
  swatch text not null default '#D9D1C7',
  size text not null,
  size_order int not null,
  barcode text unique,
  unique (style_id, color, size)
);
