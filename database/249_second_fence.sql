-- The second fence. The program asks only for what somebody may see; should it ever ask for more, rows with money or personal data
-- of other stores stay hidden all the same, and nothing can be written there. A transaction says for whom it is done:
-- jingwei.stores, the stores that he reaches ('{…}'; nothing: all, as for what the house does by itself), and jingwei.person.

-- A superuser passes every policy, and the embedded database has no other role: his transactions for somebody take on this one.
-- An ordinary role that owns the tables needs it not, and may not make it.
do $$ begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    begin
      create role jingwei_fenced nologin;
    exception when duplicate_object or unique_violation then null; -- of another database of this server
    end;
    grant usage on schema public to jingwei_fenced;
    grant select, insert, update, delete on all tables in schema public to jingwei_fenced;
    grant usage, select on all sequences in schema public to jingwei_fenced;
    grant execute on all functions in schema public to jingwei_fenced;
    alter default privileges in schema public grant select, insert, update, delete on tables to jingwei_fenced;
    alter default privileges in schema public grant usage, select on sequences to jingwei_fenced;
    revoke update, delete on audit_line, audit_anchor, audit_anchor_head from jingwei_fenced;
  end if;
end $$;

-- Each policy reads its setting once a statement; the stores are looked up in a hash, however many an area has.
do $$
declare
  one record;
begin
  for one in
    select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped) as personal
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any (array[
      'ticket', 'ticket_line', 'ticket_credit', 'ticket_tender', 'sales_person_day', 'person_target', 'person_day_target',
      'cash_entry', 'cash_movement', 'cash_count', 'cash_count_line', 'cash_count_piece', 'cash_explanation', 'cash_deposit',
      'cash_deposit_day', 'cash_deposit_taken_back', 'cash_statement_line', 'cash_match', 'cash_unmatch', 'cash_closing',
      'handover', 'handover_line', 'attendance_punch', 'attendance_exception', 'attendance_overtime', 'attendance_review',
      'attendance_month', 'attendance_line', 'discipline_entry', 'own_report', 'own_report_review', 'growth_plan',
      'growth_review', 'growth_nobody', 'roster_wish', 'coaching', 'help_note', 'daily_report', 'report_review', 'adjustment',
      'store_target', 'store_day_target'])
  loop
    execute format('alter table %I enable row level security', one.name);
    execute format('alter table %I force row level security', one.name);
    execute format(
      'create policy second_fence on %I using (
         (select coalesce(current_setting(''jingwei.stores'', true), '''')) = ''''
         or store_id in (select unnest(nullif(current_setting(''jingwei.stores'', true), '''')::uuid[])) %s)',
      one.name,
      case when one.personal
        then 'or person_id = (select nullif(current_setting(''jingwei.person'', true), '''')::uuid)' else '' end);
  end loop;
end $$;

-- Everybody adds to the audit, also to the company's chain and to the seat above his; he reads what is of his stores, or his own doing.
alter table audit_line enable row level security;
alter table audit_line force row level security;
create policy everybody_adds on audit_line for insert with check (true);
create policy second_fence on audit_line for select using (
  (select coalesce(current_setting('jingwei.stores', true), '')) = ''
  or store_id in (select unnest(nullif(current_setting('jingwei.stores', true), '')::uuid[]))
  or actor_id = (select nullif(current_setting('jingwei.person', true), '')::uuid));

-- A view asks with the rights of whoever looks through it, not of who made it.
do $$
declare
  one record;
begin
  for one in select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' loop
    execute format('alter view %I set (security_invoker = on)', one.name);
  end loop;
end $$;
