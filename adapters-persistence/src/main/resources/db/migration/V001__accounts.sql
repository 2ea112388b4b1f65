-- Accounts: who people are, how they stay signed in, what they have agreed to.
-- Flyway runs this in one transaction and has made the schema muster. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

comment on schema muster is 'All that Muster keeps';

-- Roles belong to the server and not to a database: muster_app may exist, or appear while we look.
do $roles$
begin
    if not exists (select from pg_roles where rolname = 'muster_app') then
        begin
            create role muster_app nologin;
        exception
            when duplicate_object or unique_violation then
                null; -- another database's migration was faster, which is just as well
            when insufficient_privilege then
                raise insufficient_privilege using
                    message = format('the role muster_app does not exist, and %I may not create it', current_user);
        end;
    end if;
    if current_user <> 'muster_app' and not (select rolsuper from pg_roles where rolname = current_user) then
        begin
            execute format('grant muster_app to %I', current_user);
        exception
            when unique_violation then
                null; -- granted at the same moment by another
            when insufficient_privilege then
                null; -- only a login that is to act as muster_app needs it, and it is checked where it acts
        end;
    end if;
end
$roles$;

grant usage on schema muster to muster_app;
grant select on muster.flyway_schema_history to muster_app;

create function muster.set_updated_at() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    new.updated_at := now();
    return new;
end
$function$;
comment on function muster.set_updated_at() is
    'Keeps updated_at for statements that leave it alone; each trigger says when that is so';

-- users ---------------------------------------------------------------------------------------------------------------

create table muster.users (
    id                    uuid        not null,
    email                 text        not null collate "C",
    is_email_verified     boolean     not null default false,
    username              text        not null collate "C",
    name                  text        not null,
    phone                 text        collate "C",
    is_phone_verified     boolean     not null default false,
    password_hash         text        not null,
    status                text        not null default 'active' collate "C",
    failed_login_attempts integer     not null default 0,
    locked_until          timestamptz,
    last_login_at         timestamptz,
    gdpr_consent_at       timestamptz,
    data_retention_until  timestamptz,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    deleted_at            timestamptz,
    version               bigint      not null default 1,
    constraint pk_users primary key (id),
    constraint ck_users__email check (char_length(email) between 3 and 254 and position('@' in email) > 1),
    constraint ck_users__username check (username ~ '^[A-Za-z0-9][A-Za-z0-9._-]{2,31}$'),
    constraint ck_users__name check (char_length(name) between 1 and 200),
    constraint ck_users__phone check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    constraint ck_users__is_phone_verified check (phone is not null or not is_phone_verified),
    constraint ck_users__password_hash check (char_length(password_hash) between 1 and 500),
    constraint ck_users__status check (status in ('active', 'inactive', 'suspended', 'deleted')),
    constraint ck_users__deleted_at check ((status = 'deleted') = (deleted_at is not null)),
    constraint ck_users__failed_login_attempts check (failed_login_attempts >= 0),
    constraint ck_users__version check (version >= 1)
) with (fillfactor = 90);

-- The user name's index comes first: of two violated at once, PostgreSQL reports the one that was made first.
create unique index ux_users__username on muster.users (lower(username)) where deleted_at is null;
create unique index ux_users__email on muster.users (lower(email)) where deleted_at is null;

comment on table muster.users is 'Accounts, deleted ones until they are erased';
comment on column muster.users.id is 'UUIDv7, made by the application';
comment on column muster.users.email is 'Address as written; compared in lower case. Collation C, so that no locale changes what lower case is';
comment on column muster.users.is_email_verified is 'Whether the person has shown that the address is theirs';
comment on column muster.users.username is 'Name to sign in with, as written; compared in lower case';
comment on column muster.users.name is 'What the person is called';
comment on column muster.users.phone is 'Number as E.164 writes it';
comment on column muster.users.is_phone_verified is 'Whether the person has shown that the number is theirs';
comment on column muster.users.password_hash is 'PHC string with algorithm, parameters and salt; never leaves the server';
comment on column muster.users.status is 'active, inactive (not yet verified), suspended or deleted';
comment on column muster.users.failed_login_attempts is 'Since the last success';
comment on column muster.users.locked_until is 'Until when sign-in is refused';
comment on column muster.users.last_login_at is 'The last successful sign-in';
comment on column muster.users.gdpr_consent_at is 'When processing was agreed to; the consents table has the ledger';
comment on column muster.users.data_retention_until is 'Until when the data is kept; null for as long as the account lives';
comment on column muster.users.created_at is 'When the account was made';
comment on column muster.users.updated_at is 'When the account was last changed';
comment on column muster.users.deleted_at is 'When it was deleted; address and user name are free again from then on';
comment on column muster.users.version is 'One more with every change; what an ETag is made of';
comment on index muster.pk_users is 'The account of an id; target of foreign keys';
comment on index muster.ux_users__username is 'Sign-in by user name: where lower(username) = ? and deleted_at is null; unique among accounts not deleted';
comment on index muster.ux_users__email is 'Sign-in by address: where lower(email) = ? and deleted_at is null; unique among accounts not deleted';

-- A change that raises the version sets the time itself, even where it is the same as before.
create trigger users_set_updated_at before update on muster.users for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version)
    execute function muster.set_updated_at();

grant select, insert, update on muster.users to muster_app;

-- user_profiles -------------------------------------------------------------------------------------------------------

create table muster.user_profiles (
    user_id      uuid        not null,
    display_name text,
    bio          text,
    avatar_url   text,
    locale       text,
    time_zone    text,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint pk_user_profiles primary key (user_id),
    constraint fk_user_profiles__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_user_profiles__display_name check (char_length(display_name) between 1 and 100),
    constraint ck_user_profiles__bio check (char_length(bio) <= 2000),
    constraint ck_user_profiles__avatar_url check (char_length(avatar_url) between 1 and 2048),
    constraint ck_user_profiles__locale check (char_length(locale) between 1 and 35),
    constraint ck_user_profiles__time_zone check (char_length(time_zone) between 1 and 64)
) with (fillfactor = 90);

comment on table muster.user_profiles is 'What people tell about themselves; one row for each account';
comment on column muster.user_profiles.user_id is 'Whose profile it is';
comment on column muster.user_profiles.display_name is 'How the person wants to be called in lists';
comment on column muster.user_profiles.bio is 'A few words about the person';
comment on column muster.user_profiles.avatar_url is 'Absolute http or https URL of a picture';
comment on column muster.user_profiles.locale is 'Language tag (BCP 47)';
comment on column muster.user_profiles.time_zone is 'Region of the IANA time zone database';
comment on column muster.user_profiles.created_at is 'When the row was made';
comment on column muster.user_profiles.updated_at is 'When the row was last changed; kept by trigger';
comment on index muster.pk_user_profiles is 'The profile of an account: where user_id = ?';

create trigger user_profiles_set_updated_at before update on muster.user_profiles for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update on muster.user_profiles to muster_app;

-- roles, user_roles ---------------------------------------------------------------------------------------------------

create table muster.roles (
    name        text        not null collate "C",
    description text        not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint pk_roles primary key (name),
    constraint ck_roles__name check (name ~ '^[a-z][a-z0-9_-]{0,49}$'),
    constraint ck_roles__description check (char_length(description) between 1 and 200)
);

comment on table muster.roles is 'What accounts can be';
comment on column muster.roles.name is 'What the API calls it';
comment on column muster.roles.description is 'What it is for, in one sentence';
comment on column muster.roles.created_at is 'When the role was made';
comment on column muster.roles.updated_at is 'When the role was last changed; kept by trigger';
comment on index muster.pk_roles is 'The role of a name; target of user_roles';

create trigger roles_set_updated_at before update on muster.roles for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

insert into muster.roles (name, description)
values ('admin', 'Has every permission'), ('user', 'What everyone who registers is');

grant select on muster.roles to muster_app;

create table muster.user_roles (
    user_id    uuid        not null,
    role       text        not null collate "C",
    created_at timestamptz not null default now(),
    constraint pk_user_roles primary key (user_id, role),
    constraint fk_user_roles__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint fk_user_roles__role foreign key (role) references muster.roles (name)
);

create index ix_user_roles__role on muster.user_roles (role);

comment on table muster.user_roles is 'Which account has which role';
comment on column muster.user_roles.user_id is 'Who has it';
comment on column muster.user_roles.role is 'The role';
comment on column muster.user_roles.created_at is 'When it was given';
comment on index muster.pk_user_roles is 'The roles of an account: where user_id = ?';
comment on index muster.ix_user_roles__role is 'Who has a role: where role = ?; foreign key to roles';

grant select, insert on muster.user_roles to muster_app;

-- sessions, refresh_tokens --------------------------------------------------------------------------------------------

create table muster.sessions (
    id                 uuid        not null,
    user_id            uuid        not null,
    device_fingerprint bytea       not null,
    name               text,
    ip                 text,
    user_agent         text,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    last_used_at       timestamptz not null,
    expires_at         timestamptz not null,
    revoked_at         timestamptz,
    revoke_reason      text collate "C",
    constraint pk_sessions primary key (id),
    constraint fk_sessions__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_sessions__device_fingerprint check (octet_length(device_fingerprint) = 32),
    constraint ck_sessions__name check (char_length(name) between 1 and 100),
    constraint ck_sessions__ip check (char_length(ip) between 2 and 100),
    constraint ck_sessions__user_agent check (char_length(user_agent) <= 500),
    constraint ck_sessions__expires_at check (expires_at > created_at),
    constraint ck_sessions__revoke_reason check (revoke_reason in ('logout', 'token_reused')),
    constraint ck_sessions__revoked_at check ((revoked_at is null) = (revoke_reason is null))
) with (fillfactor = 80);

create index ix_sessions__user_id on muster.sessions (user_id);

comment on table muster.sessions is 'People signed in on devices, and those who were';
comment on column muster.sessions.id is 'UUIDv7, made by the application; the sid of access tokens';
comment on column muster.sessions.user_id is 'Who is signed in';
comment on column muster.sessions.device_fingerprint is 'SHA-256 of person and kind of client: the same for all sign-ins from it';
comment on column muster.sessions.name is 'What the person called the device';
comment on column muster.sessions.ip is 'From where; text, as the address of a link-local network carries a zone, which inet does not hold';
comment on column muster.sessions.user_agent is 'How the client described itself';
comment on column muster.sessions.created_at is 'When the person signed in';
comment on column muster.sessions.updated_at is 'When the row was last changed; kept by trigger';
comment on column muster.sessions.last_used_at is 'When it was begun or last refreshed';
comment on column muster.sessions.expires_at is 'Its end at the latest, whatever its use';
comment on column muster.sessions.revoked_at is 'When it was ended before its time';
comment on column muster.sessions.revoke_reason is 'Why: logout or token_reused';
comment on index muster.pk_sessions is 'The session of an id: every request whose session is not remembered';
comment on index muster.ix_sessions__user_id is 'The sessions of a person: where user_id = ?; foreign key to users';

create trigger sessions_set_updated_at before update on muster.sessions for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update on muster.sessions to muster_app;

create table muster.refresh_tokens (
    id            uuid        not null,
    session_id    uuid        not null,
    family_id     uuid        not null,
    token_hash    bytea       not null,
    replaced_by   uuid,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    expires_at    timestamptz not null,
    used_at       timestamptz,
    revoked_at    timestamptz,
    revoke_reason text collate "C",
    constraint pk_refresh_tokens primary key (id),
    constraint fk_refresh_tokens__session foreign key (session_id) references muster.sessions (id) on delete cascade,
    constraint fk_refresh_tokens__replaced_by foreign key (replaced_by) references muster.refresh_tokens (id)
        on delete set null,
    constraint ux_refresh_tokens__token_hash unique (token_hash),
    constraint ck_refresh_tokens__token_hash check (octet_length(token_hash) = 32),
    constraint ck_refresh_tokens__replaced_by check (replaced_by is null or used_at is not null),
    constraint ck_refresh_tokens__revoke_reason check (revoke_reason in ('logout', 'token_reused')),
    constraint ck_refresh_tokens__revoked_at check ((revoked_at is null) = (revoke_reason is null))
) with (fillfactor = 80);

create index ix_refresh_tokens__session_id on muster.refresh_tokens (session_id);
create index ix_refresh_tokens__replaced_by on muster.refresh_tokens (replaced_by) where replaced_by is not null;

comment on table muster.refresh_tokens is 'Tokens that keep a session alive, each used once; only hashes are kept';
comment on column muster.refresh_tokens.id is 'UUIDv7, made by the application';
comment on column muster.refresh_tokens.session_id is 'The session it keeps alive';
comment on column muster.refresh_tokens.family_id is 'The same for all tokens that came of one sign-in';
comment on column muster.refresh_tokens.token_hash is 'SHA-256 of the token, which is 256 random bits';
comment on column muster.refresh_tokens.replaced_by is 'The token it was exchanged for';
comment on column muster.refresh_tokens.created_at is 'When it was issued';
comment on column muster.refresh_tokens.updated_at is 'When the row was last changed; kept by trigger';
comment on column muster.refresh_tokens.expires_at is 'Its end when it is not used';
comment on column muster.refresh_tokens.used_at is 'When it was exchanged';
comment on column muster.refresh_tokens.revoked_at is 'When it was ended before its time';
comment on column muster.refresh_tokens.revoke_reason is 'Why: logout or token_reused';
comment on index muster.pk_refresh_tokens is 'The token of an id; target of replaced_by';
comment on index muster.ux_refresh_tokens__token_hash is 'The token that a client sent: where token_hash = ?';
comment on index muster.ix_refresh_tokens__session_id is 'Ending a session with its tokens: where session_id = ?; foreign key to sessions';
comment on index muster.ix_refresh_tokens__replaced_by is 'What a token replaced, when it is removed; foreign key to refresh_tokens';

create trigger refresh_tokens_set_updated_at before update on muster.refresh_tokens for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update on muster.refresh_tokens to muster_app;

-- signing_keys --------------------------------------------------------------------------------------------------------

create table muster.signing_keys (
    kid            text        not null collate "C",
    algorithm      text        not null collate "C",
    public_jwk     text        not null,
    sealed_private text        not null,
    not_before     timestamptz not null,
    retire_at      timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint pk_signing_keys primary key (kid),
    constraint ck_signing_keys__kid check (char_length(kid) between 1 and 200),
    constraint ck_signing_keys__algorithm check (char_length(algorithm) between 1 and 20),
    constraint ck_signing_keys__retire_at check (retire_at > not_before)
);

comment on table muster.signing_keys is 'Keys that sign access tokens, the same for all nodes; a handful of rows, always read as a whole';
comment on column muster.signing_keys.kid is 'The kid of tokens and of the key set';
comment on column muster.signing_keys.algorithm is 'The alg (RFC 7518, section 3.1)';
comment on column muster.signing_keys.public_jwk is 'Public part as a JWK; text, as what was signed with it must stay as it was written';
comment on column muster.signing_keys.sealed_private is 'Private part, encrypted under the master key; base64';
comment on column muster.signing_keys.not_before is 'From when on it signs';
comment on column muster.signing_keys.retire_at is 'Until when its signatures are accepted; null for no end set yet';
comment on column muster.signing_keys.created_at is 'When the key was made';
comment on column muster.signing_keys.updated_at is 'When the row was last changed; kept by trigger';
comment on index muster.pk_signing_keys is 'One key of a kid';

create trigger signing_keys_set_updated_at before update on muster.signing_keys for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert on muster.signing_keys to muster_app;

-- consents ------------------------------------------------------------------------------------------------------------

create table muster.consents (
    id         uuid        not null,
    user_id    uuid        not null,
    policy     text        not null,
    version    text        not null,
    granted    boolean     not null,
    ip         text,
    created_at timestamptz not null default now(),
    constraint pk_consents primary key (id),
    constraint fk_consents__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_consents__policy check (char_length(policy) between 1 and 100),
    constraint ck_consents__version check (char_length(version) between 1 and 50),
    constraint ck_consents__ip check (char_length(ip) between 2 and 100)
);

create index ix_consents__user_id_created_at_id on muster.consents (user_id, created_at, id);

comment on table muster.consents is 'Ledger of what people agreed to and took back; the application may add to it and nothing else';
comment on column muster.consents.id is 'UUIDv7, made by the application';
comment on column muster.consents.user_id is 'Who';
comment on column muster.consents.policy is 'To what, such as privacy';
comment on column muster.consents.version is 'To which version of it';
comment on column muster.consents.granted is 'Whether consent was given, or taken back';
comment on column muster.consents.ip is 'From where; null if unknown';
comment on column muster.consents.created_at is 'When it was given or taken back';
comment on index muster.pk_consents is 'One entry of an id';
comment on index muster.ix_consents__user_id_created_at_id is 'A person''s entries, oldest first: where user_id = ? order by created_at, id; foreign key to users';

grant select, insert on muster.consents to muster_app;
