-- Photographs (照片): taken in the app, their bytes beside the database under the hash of their content. store_id is the nil
-- uuid for what headquarters show to all stores. subject: of which kind of record they are; who may see that may see them.
create table photo (
  store_id uuid not null,
  id uuid not null,
  subject text not null,
  by uuid not null references person (id),
  -- When it came in, and when it was taken by the phone's clock.
  at timestamptz not null,
  taken_at timestamptz not null,
  -- The store's code of the day, that its card in the picture is to show; null where none was asked for.
  code int check (code between 10 and 99),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  small_hash text not null check (small_hash ~ '^[0-9a-f]{64}$'),
  bytes int not null check (bytes > 0),
  width int not null check (width > 0),
  height int not null check (height > 0),
  -- What it looks like in 64 bits: pictures that look alike differ in few of them.
  fingerprint bit(64) not null,
  -- The earlier photograph of the store that it looks like.
  like_id uuid,
  -- Since when a record shows it; what none does is swept after some days.
  kept_at timestamptz,
  primary key (store_id, id),
  foreign key (store_id, like_id) references photo (store_id, id)
);
create index photo_by_store on photo (store_id, at desc);
create index photo_by_hash on photo (hash);
create index photo_by_small_hash on photo (small_hash);
create index photo_unkept on photo (at) where kept_at is null;

alter table check_item add column photo boolean not null default false;
alter table check_answer add column photo_id uuid;
alter table check_answer add foreign key (store_id, photo_id) references photo (store_id, id);
alter table check_finding add column mended_photo_id uuid;
alter table check_finding add foreign key (store_id, mended_photo_id) references photo (store_id, id);
alter table check_finding add check (mended_photo_id is null or mended_at is not null);

alter table visit_item add column photo boolean not null default false;
alter table visit_finding add column photo_id uuid;
alter table visit_finding add foreign key (store_id, photo_id) references photo (store_id, id);
alter table visit_move add column photo_id uuid;
alter table visit_move add foreign key (store_id, photo_id) references photo (store_id, id);
alter table visit_move add check (photo_id is null or kind = 'mended');
