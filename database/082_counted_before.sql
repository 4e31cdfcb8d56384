-- A sale that arrives late, after its piece was missed by a count already, moves nothing more: what the count took off it gives
-- back ('counted'), as of that count. Its line is the ticket's line turned round, so that the pair is one record's.
alter table stock_movement drop constraint stock_movement_kind_check;
alter table stock_movement add constraint stock_movement_kind_check check (kind in ('opening', 'sale', 'return', 'reversal',
  'receipt', 'transferOut', 'answer', 'count', 'counted', 'damage', 'missing', 'hold', 'release', 'sample', 'sampleBack', 'undo'));
alter table stock_movement drop constraint stock_movement_line_check;
alter table stock_movement add constraint stock_movement_line_check check (line <> 0 and (line < 0) = (kind = 'counted'));
-- Which counts saw a SKU, after a moment.
create index stock_count_line_by_sku on stock_count_line (store_id, sku_id) where not superseded;
