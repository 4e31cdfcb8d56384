-- What a style sold in all stores in a few weeks is asked for by plans of markdowns. Days are written in their order, so that a range of
-- blocks tells them apart: next to nothing to write, and the weeks asked for are read, not the years before them.
create index sales_style_day_in_order on sales_style_day using brin (day) with (pages_per_range = 32);
