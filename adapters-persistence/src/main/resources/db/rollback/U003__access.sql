-- Takes V003__access.sql back. Lost: when the last wrong passwords came, and which of the newer reasons ended a session.

set local lock_timeout = '5s';

-- refresh_tokens, sessions: what was ended stays ended, for a reason that version 002 knows --------------------------------

create index ix_refresh_tokens__session_id on muster.refresh_tokens (session_id);
drop index muster.ix_refresh_tokens__session_id_id;

comment on index muster.ix_refresh_tokens__session_id is 'Ending a session with its tokens: where session_id = ?; foreign key to sessions';

update muster.refresh_tokens set revoke_reason = 'logout'
where revoke_reason in ('revoked', 'password_changed', 'account_deleted', 'too_many_sessions');
alter table muster.refresh_tokens
    drop constraint ck_refresh_tokens__revoke_reason,
    add constraint ck_refresh_tokens__revoke_reason check (revoke_reason in ('logout', 'token_reused'));

comment on column muster.refresh_tokens.revoke_reason is 'Why: logout or token_reused';

drop index muster.ix_sessions__user_id_expires_at__live;

update muster.sessions set revoke_reason = 'logout'
where revoke_reason in ('revoked', 'password_changed', 'account_deleted', 'too_many_sessions');
alter table muster.sessions
    drop constraint ck_sessions__revoke_reason,
    add constraint ck_sessions__revoke_reason check (revoke_reason in ('logout', 'token_reused'));

comment on column muster.sessions.revoke_reason is 'Why: logout or token_reused';

-- users ---------------------------------------------------------------------------------------------------------------

drop index muster.ix_users__username_deleted_at__deleted;
drop index muster.ix_users__email_deleted_at__deleted;

create or replace trigger users_set_updated_at before update on muster.users for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version)
    execute function muster.set_updated_at();

alter table muster.users drop column failing_since;

comment on column muster.users.failed_login_attempts is 'Since the last success';
