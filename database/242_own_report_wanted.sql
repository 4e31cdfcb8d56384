-- Sizes that an associate asks to be reordered, named in her own report (要补的尺码); the store manager sees them at the week's request.
create table own_report_wanted (
  store_id uuid not null,
  report_id uuid not null,
  sku_id uuid not null references sku (id),
  primary key (store_id, report_id, sku_id),
  foreign key (store_id, report_id) references own_report (store_id, id)
);
