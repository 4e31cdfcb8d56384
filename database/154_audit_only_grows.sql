-- The program's own role may add to the audit and take nothing away: an administrator of the server alone could, and the anchors
-- that are written down elsewhere would show it. (A superuser, as in the embedded database, passes every right.)
do $$ begin
  execute format('revoke update, delete, truncate on audit_line, audit_anchor, audit_anchor_head from %I', current_user);
end $$;
