-- What a parcel between two stores costs from a day on (调拨运费): within an area, and between two; and how many pieces go into one.
create table transfer_freight (
  from_day date primary key,
  near bigint not null check (near >= 0),
  far bigint not null check (far >= 0),
  parcel int not null check (parcel between 1 and 500),
  by uuid not null references person (id),
  at timestamptz not null
);
