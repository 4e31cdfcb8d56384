-- The paper that a deposit was made with, photographed.
alter table cash_deposit add column photo_id uuid;
alter table cash_deposit add foreign key (store_id, photo_id) references photo (store_id, id);
