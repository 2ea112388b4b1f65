-- Takes V017__replaced_sessions.sql back. Lost: which sessions ended because another began in their place.

set local lock_timeout = '5s';

-- What was ended stays ended, for a reason that version 016 knows.
update muster.refresh_tokens set revoke_reason = 'logout' where revoke_reason = 'replaced';
alter table muster.refresh_tokens
    drop constraint ck_refresh_tokens__revoke_reason,
    add constraint ck_refresh_tokens__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'account_suspended', 'ended_by_admin',
            'too_many_sessions'));
update muster.sessions set revoke_reason = 'logout' where revoke_reason = 'replaced';
alter table muster.sessions
    drop constraint ck_sessions__revoke_reason,
    add constraint ck_sessions__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'account_suspended', 'ended_by_admin',
            'too_many_sessions'));

comment on column muster.sessions.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted, account_suspended, ended_by_admin or too_many_sessions';
comment on column muster.refresh_tokens.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted, account_suspended, ended_by_admin or too_many_sessions';
