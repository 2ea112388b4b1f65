-- Administration: what roles allow, finding people, and removing them for good.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know the version before go on with it.

set local lock_timeout = '5s';

-- roles, role_permissions ---------------------------------------------------------------------------------------------

create table muster.role_permissions (
    role       text        not null collate "C",
    permission text        not null collate "C",
    created_at timestamptz not null default now(),
    constraint pk_role_permissions primary key (role, permission),
    constraint fk_role_permissions__role foreign key (role) references muster.roles (name) on delete cascade,
    constraint ck_role_permissions__permission check (permission in
        ('users:read', 'users:write', 'roles:write', 'audit:read', 'tokens:introspect'))
);

comment on table muster.role_permissions is 'What roles allow beyond one''s own belongings';
comment on column muster.role_permissions.role is 'The role';
comment on column muster.role_permissions.permission is 'What the API calls the permission';
comment on column muster.role_permissions.created_at is 'When the role got it';
comment on index muster.pk_role_permissions is 'What a role allows: where role = ?; foreign key to roles';

insert into muster.role_permissions (role, permission)
values ('admin', 'users:read'), ('admin', 'users:write'), ('admin', 'roles:write'), ('admin', 'audit:read'),
    ('admin', 'tokens:introspect');

grant select, insert, delete on muster.role_permissions to muster_app;

alter table muster.roles
    add column version bigint not null default 1,
    add constraint ck_roles__version check (version >= 1);

comment on column muster.roles.version is 'One more with every change; what an ETag is made of';

-- A change that raises the version sets the time itself, even where it is the same as before.
create or replace trigger roles_set_updated_at before update on muster.roles for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version)
    execute function muster.set_updated_at();

grant insert, update, delete on muster.roles to muster_app;
grant delete on muster.user_roles to muster_app;

create function muster.tell_permission_change() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    perform pg_notify('muster_changes', 'roles');
    return null;
end
$function$;
comment on function muster.tell_permission_change() is
    'Tells whoever listens to muster_changes that a role allows something else now, as roles; once for each transaction';

create trigger role_permissions_tell_change after insert or update or delete on muster.role_permissions for each row
    execute function muster.tell_permission_change();

-- users ---------------------------------------------------------------------------------------------------------------

alter table muster.users
    add column deleted_from text collate "C",
    add constraint ck_users__deleted_from check (deleted_from in ('active', 'inactive', 'suspended'));

comment on column muster.users.deleted_from is 'The status before the deletion, which a recovery brings back; says nothing unless deleted, and null then means active, as programs of version 006 know no other';

create index ix_users__created_at_id__live on muster.users (created_at desc, id desc) where deleted_at is null;
create index ix_users__status_created_at_id on muster.users (status, created_at desc, id desc);
create index ix_users__deleted_at_id__deleted on muster.users (deleted_at, id) where deleted_at is not null;

comment on index muster.ix_users__created_at_id__live is 'A page of all accounts, newest first: where deleted_at is null and (created_at, id) < (?, ?)';
comment on index muster.ix_users__status_created_at_id is 'The same of one status: where status = ?';
comment on index muster.ix_users__deleted_at_id__deleted is 'Who is to be erased, first deleted first: where deleted_at < ? order by deleted_at, id';

-- Search: a part of name, user name or address, found by its trigrams; or words of them in any order ---------------------

-- Any owner of the database may create it, as it is trusted. Into our own schema, as the login that migrates owns that.
do $extension$
begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create extension pg_trgm with schema muster;
    end if;
exception
    when insufficient_privilege then
        raise insufficient_privilege using message = format(
            'the extension pg_trgm is not there, and %I may not create it; someone who may has to run "create extension pg_trgm" in this database',
            current_user);
    when undefined_file or feature_not_supported then
        raise feature_not_supported using
            message = 'the server lacks the extension pg_trgm, which comes with the additional modules of PostgreSQL (contrib)';
end
$extension$;

-- What lower case is must not follow from the locale of the database, where it may be ASCII alone.
do $folded$
declare
    unicode text := coalesce(
        (select 'pg_catalog.' || quote_ident(collname) from pg_collation
         where collname in ('pg_c_utf8', 'und-x-icu') and collnamespace = 'pg_catalog'::regnamespace
         order by collname limit 1),
        'pg_catalog."default"');
begin
    execute 'create function muster.folded(value text) returns text language sql immutable parallel safe '
        || 'return lower(normalize(value, nfkc) collate ' || unicode || ')';
end
$folded$;
comment on function muster.folded(text) is
    'A text with which others are compared: lower case, compatible forms of letters made the same (Unicode NFKC)';

create function muster.folded_words(value text) returns text
    language sql immutable parallel safe
    return translate(muster.folded(value), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32));
comment on function muster.folded_words(text) is
    'The words of a text with spaces between them, as addresses and user names would else be taken as one word';

create function muster.user_text(name text, username text, email text) returns text
    language sql immutable parallel safe
    return muster.folded(name || e'\n' || username || e'\n' || email);
comment on function muster.user_text(text, text, text) is
    'All of an account that a part is looked for in; lines, as what is looked for is never longer than one';

create function muster.user_words(name text, username text, email text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('pg_catalog.simple'::regconfig,
        muster.folded_words(name || e'\n' || username || e'\n' || email));
comment on function muster.user_words(text, text, text) is 'The words of an account, in no language';

create function muster.containing(part text) returns text
    language sql immutable parallel safe
    return '%' || regexp_replace(muster.folded(part), '([\\%_])', '\\\1', 'g') || '%';
comment on function muster.containing(text) is 'The pattern of LIKE for what contains a text, whose own characters mean themselves';

do $trigrams$
begin
    execute format(
        'create index ix_users__text__trigrams on muster.users'
            ' using gin ((muster.user_text(name, username, email) collate "C") %I.gin_trgm_ops)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$trigrams$;
create index ix_users__words on muster.users using gin (muster.user_words(name, username, email));

comment on index muster.ix_users__text__trigrams is 'Whose name, user name or address contains a text: where user_text(name, username, email) collate "C" like containing(?)';
comment on index muster.ix_users__words is 'Whose words are among these: where user_words(name, username, email) @@ plainto_tsquery(''simple'', folded_words(?))';

-- Views ---------------------------------------------------------------------------------------------------------------

create view muster.v_users_complete as
select u.id, u.email, u.is_email_verified, u.username, u.name, u.phone, u.is_phone_verified, u.status,
    array(select r.role from muster.user_roles r where r.user_id = u.id order by r.role) as roles,
    p.display_name, p.bio, p.avatar_url, p.locale, p.time_zone,
    u.failed_login_attempts, u.failing_since, u.locked_until, u.last_login_at, u.created_at, u.updated_at,
    u.gdpr_consent_at, u.data_retention_until, u.deleted_at, u.deleted_from, u.version
from muster.users u
left join muster.user_profiles p on p.user_id = u.id;

comment on view muster.v_users_complete is 'Accounts with their profiles and roles, as administrators see them: all but the password''s hash';
do $comments$
declare
    name text;
begin
    for name in select attname from pg_attribute
        where attrelid = 'muster.v_users_complete'::regclass and attnum > 0 and attname <> 'roles'
    loop
        execute format('comment on column muster.v_users_complete.%I is %L', name, coalesce(
            (select col_description(attrelid, attnum) from pg_attribute
             where attrelid = 'muster.users'::regclass and attname = name and not attisdropped),
            (select col_description(attrelid, attnum) from pg_attribute
             where attrelid = 'muster.user_profiles'::regclass and attname = name and not attisdropped)));
    end loop;
end
$comments$;
comment on column muster.v_users_complete.roles is 'The names of the roles, in their order';

grant select on muster.v_users_complete to muster_app;

create materialized view muster.v_active_users_summary as
select now() as counted_at,
    count(*) filter (where status = 'active') as active,
    count(*) filter (where status = 'inactive') as inactive,
    count(*) filter (where status = 'suspended') as suspended,
    count(*) filter (where status = 'deleted') as deleted,
    count(*) filter (where status = 'active' and is_email_verified) as verified,
    count(*) filter (where created_at >= now() - interval '24 hours') as registered_day,
    count(*) filter (where created_at >= now() - interval '168 hours') as registered_week,
    count(*) filter (where created_at >= now() - interval '720 hours') as registered_month,
    count(*) filter (where status = 'active' and last_login_at >= now() - interval '24 hours') as signed_in_day,
    count(*) filter (where status = 'active' and last_login_at >= now() - interval '168 hours') as signed_in_week,
    count(*) filter (where status = 'active' and last_login_at >= now() - interval '720 hours') as signed_in_month
from muster.users;

create unique index ux_v_active_users_summary__counted_at on muster.v_active_users_summary (counted_at);

comment on materialized view muster.v_active_users_summary is 'How many accounts there were when they were last counted; one row';
comment on column muster.v_active_users_summary.counted_at is 'When that was';
comment on column muster.v_active_users_summary.active is 'Accounts that may sign in';
comment on column muster.v_active_users_summary.inactive is 'Accounts that wait for their address to be verified';
comment on column muster.v_active_users_summary.suspended is 'Accounts that an administrator has shut';
comment on column muster.v_active_users_summary.deleted is 'Accounts that were deleted and not erased yet';
comment on column muster.v_active_users_summary.verified is 'Active accounts whose address is verified';
comment on column muster.v_active_users_summary.registered_day is 'Accounts made in the 24 hours before, whatever became of them';
comment on column muster.v_active_users_summary.registered_week is 'The same of 7 days';
comment on column muster.v_active_users_summary.registered_month is 'The same of 30 days';
comment on column muster.v_active_users_summary.signed_in_day is 'Active accounts whose last sign-in was in the 24 hours before';
comment on column muster.v_active_users_summary.signed_in_week is 'The same of 7 days';
comment on column muster.v_active_users_summary.signed_in_month is 'The same of 30 days';
comment on index muster.ux_v_active_users_summary__counted_at is 'Lets it be refreshed while it is read';

grant select on muster.v_active_users_summary to muster_app;

create function muster.refresh_active_users_summary() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $function$
begin
    refresh materialized view concurrently muster.v_active_users_summary;
end
$function$;
comment on function muster.refresh_active_users_summary() is
    'Counts the accounts again, which only the owner of the view may; who reads meanwhile sees the counts before';

revoke execute on function muster.refresh_active_users_summary() from public;
grant execute on function muster.refresh_active_users_summary() to muster_app;

-- sessions, refresh_tokens --------------------------------------------------------------------------------------------

alter table muster.sessions
    drop constraint ck_sessions__revoke_reason,
    add constraint ck_sessions__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'account_suspended', 'ended_by_admin',
            'too_many_sessions'));
alter table muster.refresh_tokens
    drop constraint ck_refresh_tokens__revoke_reason,
    add constraint ck_refresh_tokens__revoke_reason check (revoke_reason in
        ('logout', 'token_reused', 'revoked', 'password_changed', 'account_deleted', 'account_suspended', 'ended_by_admin',
            'too_many_sessions'));

comment on column muster.sessions.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted, account_suspended, ended_by_admin or too_many_sessions';
comment on column muster.refresh_tokens.revoke_reason is 'Why: logout, token_reused, revoked, password_changed, account_deleted, account_suspended, ended_by_admin or too_many_sessions';

-- Deletion, erasure, clean-up -----------------------------------------------------------------------------------------

create function muster.soft_delete_user(account uuid) returns boolean
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    update muster.users
    set status = 'deleted', deleted_from = status, deleted_at = now(), updated_at = now(), version = version + 1
    where id = account and deleted_at is null;
    if not found then
        return false;
    end if;
    update muster.sessions set revoked_at = now(), revoke_reason = 'account_deleted'
    where user_id = account and revoked_at is null;
    update muster.refresh_tokens t set revoked_at = now(), revoke_reason = 'account_deleted'
    from muster.sessions s
    where s.user_id = account and t.session_id = s.id and t.revoked_at is null;
    return true;
end
$function$;
comment on function muster.soft_delete_user(uuid) is
    'Deletes an account by hand, as its owner would, and ends its sessions; false if there is none or it is deleted';

revoke execute on function muster.soft_delete_user(uuid) from public;

create function muster.erase_user(account uuid) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $function$
begin
    delete from muster.users where id = account and status = 'deleted';
    return found;
end
$function$;
comment on function muster.erase_user(uuid) is
    'Removes a deleted account for good, with all that belongs to it. The application may remove no other account';

revoke execute on function muster.erase_user(uuid) from public;
grant execute on function muster.erase_user(uuid) to muster_app;

create index ix_sessions__ended_at on muster.sessions (least(revoked_at, expires_at));
create index ix_email_verification_tokens__expires_at on muster.email_verification_tokens (expires_at);
create index ix_password_reset_tokens__expires_at on muster.password_reset_tokens (expires_at);

comment on index muster.ix_sessions__ended_at is 'Clean-up: where least(revoked_at, expires_at) < ?';
comment on index muster.ix_email_verification_tokens__expires_at is 'Clean-up: where expires_at < ?';
comment on index muster.ix_password_reset_tokens__expires_at is 'Clean-up: where expires_at < ?';

create function muster.clean_expired_tokens() returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $function$
declare
    ended constant timestamptz := now() - interval '30 days';
    most constant integer := 10000;
    step bigint;
    removed bigint := 0;
begin
    delete from muster.sessions where id in (
        select id from muster.sessions where least(revoked_at, expires_at) < ended
        order by least(revoked_at, expires_at) limit most for update skip locked);
    get diagnostics step = row_count;
    removed := removed + step;
    delete from muster.email_verification_tokens where id in (
        select id from muster.email_verification_tokens where expires_at < ended
        order by expires_at limit most for update skip locked);
    get diagnostics step = row_count;
    removed := removed + step;
    delete from muster.password_reset_tokens where id in (
        select id from muster.password_reset_tokens where expires_at < ended
        order by expires_at limit most for update skip locked);
    get diagnostics step = row_count;
    return removed + step;
end
$function$;
comment on function muster.clean_expired_tokens() is
    'Removes what ended more than 30 days ago: sessions with their refresh tokens, and mailed tokens; at most 10 000 of each at a time. Tells how many, 0 when nothing is left';

revoke execute on function muster.clean_expired_tokens() from public;
grant execute on function muster.clean_expired_tokens() to muster_app;

create function muster.is_valid_email(email text) returns boolean
    language sql immutable parallel safe
    return coalesce(char_length(email) <= 254
        and email collate "C" ~ ('^(?=.{1,64}@)[a-zA-Z0-9!#$%&''*+/=?^_`{|}~-]+(\.[a-zA-Z0-9!#$%&''*+/=?^_`{|}~-]+)*'
            || '@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$'), false);
comment on function muster.is_valid_email(text) is
    'Whether the application would take the address: a dot-atom at a host name (RFC 5321, section 4.1.2), ASCII, at most 254 characters';
