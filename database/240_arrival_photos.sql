-- What differed when goods came, photographed: at the line of the receipt that says so.
alter table receipt_line add column photo_id uuid;
alter table receipt_line add foreign key (store_id, photo_id) references photo (store_id, id);
alter table receipt_line add constraint photo_shows_a_difference check (photo_id is null or rejected + missing + surplus > 0);
