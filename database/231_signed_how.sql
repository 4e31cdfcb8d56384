-- How each side of a handover signed: by her own sign-in, by PIN on the store's device, or, for who takes over, by her PIN typed on
-- the phone of a colleague who is signed in there (then whose phone it was).
alter table handover add column given_how text not null default 'own' check (given_how in ('own', 'pin'));
alter table handover add column taken_how text check (taken_how in ('own', 'pin', 'beside'));
alter table handover add column taken_beside uuid references person (id);
update handover set taken_how = 'own' where taken_at is not null;
alter table handover add constraint handover_taken_how check ((taken_how is null) = (taken_at is null));
alter table handover add constraint handover_taken_beside check ((taken_beside is not null) = (taken_how is not distinct from 'beside'));
alter table handover add constraint handover_beside_another check (taken_beside is distinct from taker);
