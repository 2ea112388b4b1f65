-- Replaced sessions: signing in ends the session that the client held so far, for a reason of its own.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know an older version go on with it, but
-- answer 500 to whoever still uses a session that was ended so; newer ones read a reason that they don't know as an end.

set local lock_timeout = '5s';

alter table muster.sessions
    drop constraint ck_sessions__revoke_reason,
    add constraint ck_sessions__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'account_suspended', 'ended_by_admin',
            'too_many_sessions', 'replaced'));
alter table muster.refresh_tokens
    drop constraint ck_refresh_tokens__revoke_reason,
    add constraint ck_refresh_tokens__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'account_suspended', 'ended_by_admin',
            'too_many_sessions', 'replaced'));

comment on column muster.sessions.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted, account_suspended, ended_by_admin, too_many_sessions or replaced';
comment on column muster.refresh_tokens.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted, account_suspended, ended_by_admin, too_many_sessions or replaced';
