-- A style as the merchandise books know it: whose label (品牌) it carries and in which wave (波段) of its season it comes in.
alter table style add column brand text, add column wave text;
-- What one piece costs (成本价) from a day on. It is nobody's business in a store, so it stands apart from the style.
create table style_cost (
  style_id uuid not null references style (id),
  from_day date not null,
  cost bigint not null check (cost >= 0),
  primary key (style_id, from_day)
);
alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check check (kind in ('ticketLines', 'storeDays', 'stores', 'people', 'goods'));
