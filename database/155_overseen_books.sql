-- Over how many stores the list was made, and how many of them keep a till and a stock book: where none is kept, nothing can be found.
-- null: handed in before this was kept.
alter table oversight_list add column stores int, add column tills int, add column books int,
  add check (tills between 0 and stores and books between 0 and stores);
