-- Access: locks that end by themselves, ends of sessions for other reasons, recovery of deleted accounts.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know version 002 go on with it.

set local lock_timeout = '5s';

-- users ---------------------------------------------------------------------------------------------------------------

alter table muster.users add column failing_since timestamptz;

comment on column muster.users.failed_login_attempts is 'Wrong passwords in a row since the last success or lock';
comment on column muster.users.failing_since is 'The first wrong password that counts; null after a success and after a lock';

-- What strangers try is no change of the account.
create or replace trigger users_set_updated_at before update on muster.users for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version
        and new.failed_login_attempts = old.failed_login_attempts
        and new.failing_since is not distinct from old.failing_since)
    execute function muster.set_updated_at();

create index ix_users__email_deleted_at__deleted on muster.users (lower(email), deleted_at desc)
    where deleted_at is not null;
create index ix_users__username_deleted_at__deleted on muster.users (lower(username), deleted_at desc)
    where deleted_at is not null;

comment on index muster.ix_users__email_deleted_at__deleted is 'Recovery by address: where lower(email) = ? and deleted_at >= ? order by deleted_at desc';
comment on index muster.ix_users__username_deleted_at__deleted is 'Recovery by user name: where lower(username) = ? and deleted_at >= ? order by deleted_at desc';

-- sessions ------------------------------------------------------------------------------------------------------------

alter table muster.sessions
    drop constraint ck_sessions__revoke_reason,
    add constraint ck_sessions__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'too_many_sessions'));

comment on column muster.sessions.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted or too_many_sessions';

-- Not by last_used_at, which every refresh changes: an index on it would have to be written each time. The few that a
-- person has are sorted when they are asked for.
create index ix_sessions__user_id_expires_at__live on muster.sessions (user_id, expires_at)
    where revoked_at is null;

comment on index muster.ix_sessions__user_id_expires_at__live is 'A person''s live sessions: where user_id = ? and revoked_at is null and expires_at > ?';

-- refresh_tokens ------------------------------------------------------------------------------------------------------

alter table muster.refresh_tokens
    drop constraint ck_refresh_tokens__revoke_reason,
    add constraint ck_refresh_tokens__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'too_many_sessions'));

comment on column muster.refresh_tokens.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted or too_many_sessions';

-- Serves all that its predecessor did.
create index ix_refresh_tokens__session_id_id on muster.refresh_tokens (session_id, id);
drop index muster.ix_refresh_tokens__session_id;

comment on index muster.ix_refresh_tokens__session_id_id is 'A page of a session''s tokens, oldest first: where session_id = ? and id > ? order by id; ending a session; foreign key to sessions';
