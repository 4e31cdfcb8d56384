-- Of a size that several stores asked for and the warehouse had too few of: what the split rested on, told to the store in a sentence.
alter table reorder_request_line add column share jsonb;
alter table reorder_request_line add constraint share_is_of_a_decision check (share is null or granted is not null);
