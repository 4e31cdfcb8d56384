-- Acts that waited on a phone without network (离线补交). The audit line has the moment they arrived; here stands beside it the
-- moment they were done, as the house believes it, what the phone's own clock said, and whether that clock had been moved.
create table waited_act (
  store_id uuid not null,
  seq bigint not null,
  record text,
  acted_at timestamptz not null,
  arrived_at timestamptz not null,
  phone_at timestamptz not null,
  is_doubtful boolean not null,
  primary key (store_id, seq),
  check (acted_at <= arrived_at)
);
create index waited_act_by_record on waited_act (store_id, record);

-- Like the audit that it belongs to it only grows.
do $$ begin
  execute format('revoke update, delete, truncate on waited_act from %I', current_user);
end $$;
