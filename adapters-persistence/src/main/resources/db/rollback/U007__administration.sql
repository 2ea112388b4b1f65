-- Takes V007__administration.sql back. Lost: what roles allow, the status that deleted accounts had before, and which of the newer
-- reasons ended a session.

set local lock_timeout = '5s';

drop function muster.is_valid_email(text);
drop function muster.clean_expired_tokens();
drop index muster.ix_password_reset_tokens__expires_at;
drop index muster.ix_email_verification_tokens__expires_at;
drop index muster.ix_sessions__ended_at;
drop function muster.erase_user(uuid);
drop function muster.soft_delete_user(uuid);

-- What was ended stays ended, for a reason that version 006 knows.
update muster.refresh_tokens set revoke_reason = 'revoked' where revoke_reason in ('account_suspended', 'ended_by_admin');
alter table muster.refresh_tokens
    drop constraint ck_refresh_tokens__revoke_reason,
    add constraint ck_refresh_tokens__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'too_many_sessions'));
update muster.sessions set revoke_reason = 'revoked' where revoke_reason in ('account_suspended', 'ended_by_admin');
alter table muster.sessions
    drop constraint ck_sessions__revoke_reason,
    add constraint ck_sessions__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'too_many_sessions'));

comment on column muster.sessions.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted or too_many_sessions';
comment on column muster.refresh_tokens.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted or too_many_sessions';

drop function muster.refresh_active_users_summary();
drop materialized view muster.v_active_users_summary;
drop view muster.v_users_complete;

drop index muster.ix_users__words;
drop index muster.ix_users__text__trigrams;
drop function muster.containing(text);
drop function muster.user_words(text, text, text);
drop function muster.user_text(text, text, text);
drop function muster.folded_words(text);
drop function muster.folded(text);

-- One that was there before, in another schema, may be used by others.
do $extension$
begin
    if exists (select from pg_extension where extname = 'pg_trgm' and extnamespace = 'muster'::regnamespace) then
        drop extension pg_trgm;
    end if;
end
$extension$;

drop index muster.ix_users__deleted_at_id__deleted;
drop index muster.ix_users__status_created_at_id;
drop index muster.ix_users__created_at_id__live;
alter table muster.users drop column deleted_from;

drop trigger role_permissions_tell_change on muster.role_permissions;
drop function muster.tell_permission_change();

revoke delete on muster.user_roles from muster_app;
revoke insert, update, delete on muster.roles from muster_app;
create or replace trigger roles_set_updated_at before update on muster.roles for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();
alter table muster.roles drop column version;

drop table muster.role_permissions;
