-- The open differences of every store are asked for each morning; counts that agree are nearly all of them and are passed over.
alter table cash_count_line add column difference bigint generated always as (counted - expected) stored;
create index cash_count_line_that_differs on cash_count_line (store_id, count_id) where difference <> 0;
