-- Mail: letters that wait to be sent, tokens that were mailed, and when Muster's own jobs are due.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know version 004 go on with it.

set local lock_timeout = '5s';

-- outbox --------------------------------------------------------------------------------------------------------------

create table muster.outbox (
    id           uuid        not null,
    kind         text        not null collate "C",
    email        text        not null collate "C",
    user_id      uuid,
    token_id     uuid,
    details      jsonb       not null default '{}',
    attempts     integer     not null default 0,
    last_error   text,
    due_at       timestamptz,
    delivered_at timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint pk_outbox primary key (id),
    constraint fk_outbox__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_outbox__kind check (kind in ('verify_email', 'already_registered', 'reset_password',
        'password_changed', 'confirm_email', 'email_change_requested', 'email_changed', 'email_wanted_by_other',
        'account_locked', 'session_ended_for_reuse', 'account_deleted', 'account_recovered',
        'password_reset_wanted', 'verification_wanted')),
    constraint ck_outbox__email check (char_length(email) between 3 and 254 and position('@' in email) > 1),
    constraint ck_outbox__details check (jsonb_typeof(details) = 'object' and octet_length(details::text) <= 16000),
    constraint ck_outbox__attempts check (attempts >= 0),
    constraint ck_outbox__last_error check (char_length(last_error) <= 500),
    constraint ck_outbox__delivered_at check (delivered_at is null or due_at is null)
);

create index ix_outbox__due_at_id__pending on muster.outbox (due_at, id) where due_at is not null;
create index ix_outbox__id__dead on muster.outbox (id) where due_at is null and delivered_at is null;
create index ix_outbox__delivered_at on muster.outbox (delivered_at) where delivered_at is not null;
create index ix_outbox__email_id on muster.outbox (lower(email), id);
create index ix_outbox__user_id on muster.outbox (user_id) where user_id is not null;

comment on table muster.outbox is 'Letters, written with the change they tell of and sent afterwards. Pending while due_at is set, delivered when delivered_at is, dead when neither is';
comment on column muster.outbox.id is 'UUIDv7, made by the application; the same in every attempt to send it';
comment on column muster.outbox.kind is 'What it is about; the names that end in _wanted are no letters yet, and become one if there is an account';
comment on column muster.outbox.email is 'Where it goes, as written; compared in lower case';
comment on column muster.outbox.user_id is 'The account it is about, with which it goes; null if there is none';
comment on column muster.outbox.token_id is 'Of the mailed token that its link is made from; no foreign key, as tokens have two tables and may go first';
comment on column muster.outbox.details is 'What the text tells besides: an object of texts; never a secret';
comment on column muster.outbox.attempts is 'How often a node took it to send it';
comment on column muster.outbox.last_error is 'Why the last attempt failed, for operators';
comment on column muster.outbox.due_at is 'When it is sent next, or the lease of the node that sends it ends; null when there is nothing more to do';
comment on column muster.outbox.delivered_at is 'When the next server took it';
comment on column muster.outbox.created_at is 'When it was written';
comment on column muster.outbox.updated_at is 'When the row was last changed; kept by trigger';
comment on index muster.pk_outbox is 'The letter of an id, when it went or did not; the newest: order by id desc';
comment on index muster.ix_outbox__due_at_id__pending is 'What is to be sent: where due_at <= ? order by due_at, id';
comment on index muster.ix_outbox__id__dead is 'Dead letters, newest first: where due_at is null and delivered_at is null order by id desc';
comment on index muster.ix_outbox__delivered_at is 'Clean-up: where delivered_at < ?';
comment on index muster.ix_outbox__email_id is 'Letters to an address, newest first: where lower(email) = ? order by id desc';
comment on index muster.ix_outbox__user_id is 'The letters that go with an account; foreign key to users';

create trigger outbox_set_updated_at before update on muster.outbox for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update, delete on muster.outbox to muster_app;

-- email_verification_tokens -------------------------------------------------------------------------------------------

create table muster.email_verification_tokens (
    id          uuid        not null,
    user_id     uuid        not null,
    purpose     text        not null collate "C",
    email       text        not null collate "C",
    token_hash  bytea       not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    expires_at  timestamptz not null,
    used_at     timestamptz,
    replaced_at timestamptz,
    constraint pk_email_verification_tokens primary key (id),
    constraint fk_email_verification_tokens__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ux_email_verification_tokens__token_hash unique (token_hash),
    constraint ck_email_verification_tokens__purpose check (purpose in ('verify_email', 'confirm_email')),
    constraint ck_email_verification_tokens__email check (char_length(email) between 3 and 254 and position('@' in email) > 1),
    constraint ck_email_verification_tokens__token_hash check (octet_length(token_hash) = 32),
    constraint ck_email_verification_tokens__expires_at check (expires_at > created_at),
    constraint ck_email_verification_tokens__replaced_at check (replaced_at is null or used_at is null)
);

create unique index ux_email_verification_tokens__user_id_purpose__live
    on muster.email_verification_tokens (user_id, purpose) where used_at is null and replaced_at is null;
create index ix_email_verification_tokens__user_id on muster.email_verification_tokens (user_id);

comment on table muster.email_verification_tokens is 'Links that show that an address is its owner''s, each used once; only hashes are kept';
comment on column muster.email_verification_tokens.id is 'UUIDv7, made by the application; the secret is derived from it and the master key';
comment on column muster.email_verification_tokens.user_id is 'Whose account it is';
comment on column muster.email_verification_tokens.purpose is 'verify_email for the address of a new account, confirm_email for one that is to become the account''s';
comment on column muster.email_verification_tokens.email is 'The address it was sent to, as written';
comment on column muster.email_verification_tokens.token_hash is 'SHA-256 of the secret, which is 256 bits';
comment on column muster.email_verification_tokens.created_at is 'When it was made';
comment on column muster.email_verification_tokens.updated_at is 'When the row was last changed; kept by trigger';
comment on column muster.email_verification_tokens.expires_at is 'From when on it is worth nothing';
comment on column muster.email_verification_tokens.used_at is 'When it was used';
comment on column muster.email_verification_tokens.replaced_at is 'When a newer one took its place, or it was made worthless otherwise';
comment on index muster.pk_email_verification_tokens is 'The token of an id';
comment on index muster.ux_email_verification_tokens__token_hash is 'The token that somebody brings: where token_hash = ?';
comment on index muster.ux_email_verification_tokens__user_id_purpose__live is 'A person''s token that may still be used: where user_id = ? and purpose = ? and used_at is null and replaced_at is null; at most one';
comment on index muster.ix_email_verification_tokens__user_id is 'The tokens that go with an account; foreign key to users';

create trigger email_verification_tokens_set_updated_at before update on muster.email_verification_tokens for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update on muster.email_verification_tokens to muster_app;

-- password_reset_tokens -----------------------------------------------------------------------------------------------

create table muster.password_reset_tokens (
    id          uuid        not null,
    user_id     uuid        not null,
    email       text        not null collate "C",
    token_hash  bytea       not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    expires_at  timestamptz not null,
    used_at     timestamptz,
    replaced_at timestamptz,
    constraint pk_password_reset_tokens primary key (id),
    constraint fk_password_reset_tokens__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ux_password_reset_tokens__token_hash unique (token_hash),
    constraint ck_password_reset_tokens__email check (char_length(email) between 3 and 254 and position('@' in email) > 1),
    constraint ck_password_reset_tokens__token_hash check (octet_length(token_hash) = 32),
    constraint ck_password_reset_tokens__expires_at check (expires_at > created_at),
    constraint ck_password_reset_tokens__replaced_at check (replaced_at is null or used_at is null)
);

create unique index ux_password_reset_tokens__user_id__live
    on muster.password_reset_tokens (user_id) where used_at is null and replaced_at is null;
create index ix_password_reset_tokens__user_id on muster.password_reset_tokens (user_id);

comment on table muster.password_reset_tokens is 'Links that let an account have another password, each used once; only hashes are kept';
comment on column muster.password_reset_tokens.id is 'UUIDv7, made by the application; the secret is derived from it and the master key';
comment on column muster.password_reset_tokens.user_id is 'Whose account it is';
comment on column muster.password_reset_tokens.email is 'The address it was sent to, as written';
comment on column muster.password_reset_tokens.token_hash is 'SHA-256 of the secret, which is 256 bits';
comment on column muster.password_reset_tokens.created_at is 'When it was made';
comment on column muster.password_reset_tokens.updated_at is 'When the row was last changed; kept by trigger';
comment on column muster.password_reset_tokens.expires_at is 'From when on it is worth nothing';
comment on column muster.password_reset_tokens.used_at is 'When it was used';
comment on column muster.password_reset_tokens.replaced_at is 'When a newer one took its place, or it was made worthless otherwise';
comment on index muster.pk_password_reset_tokens is 'The token of an id';
comment on index muster.ux_password_reset_tokens__token_hash is 'The token that somebody brings: where token_hash = ?';
comment on index muster.ux_password_reset_tokens__user_id__live is 'A person''s token that may still be used: where user_id = ? and used_at is null and replaced_at is null; at most one';
comment on index muster.ix_password_reset_tokens__user_id is 'The tokens that go with an account; foreign key to users';

create trigger password_reset_tokens_set_updated_at before update on muster.password_reset_tokens for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update on muster.password_reset_tokens to muster_app;

-- scheduled_tasks -----------------------------------------------------------------------------------------------------

-- The columns that db-scheduler asks for, by its names. No index but the key: one row for each job, a dozen of them,
-- read as a whole, and every run changes the times that an index would hold.
create table muster.scheduled_tasks (
    task_name            text        not null collate "C",
    task_instance        text        not null collate "C",
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now(),
    constraint pk_scheduled_tasks primary key (task_name, task_instance)
) with (fillfactor = 50);

comment on table muster.scheduled_tasks is 'The jobs that Muster does by itself; written by db-scheduler, one row for each';
comment on column muster.scheduled_tasks.task_name is 'The job';
comment on column muster.scheduled_tasks.task_instance is 'Always recurring: a job has one row';
comment on column muster.scheduled_tasks.task_data is 'Not used';
comment on column muster.scheduled_tasks.execution_time is 'When it is due next, or was due if it is running';
comment on column muster.scheduled_tasks.picked is 'Whether a node is running it';
comment on column muster.scheduled_tasks.picked_by is 'Which node: the name of its machine';
comment on column muster.scheduled_tasks.last_success is 'When a run last ended well';
comment on column muster.scheduled_tasks.last_failure is 'When a run last ended in an exception, or was cut off by the death of its node';
comment on column muster.scheduled_tasks.consecutive_failures is 'Since the last run that ended well';
comment on column muster.scheduled_tasks.last_heartbeat is 'When the node that runs it last showed that it lives';
comment on column muster.scheduled_tasks.version is 'One more with every change, so that of several nodes one gets a run';
comment on column muster.scheduled_tasks.priority is 'Not used';
comment on column muster.scheduled_tasks.created_at is 'When the job was first known';
comment on column muster.scheduled_tasks.updated_at is 'When the row was last changed; kept by trigger';
comment on index muster.pk_scheduled_tasks is 'One job of a name: where task_name = ? and task_instance = ?';

create trigger scheduled_tasks_set_updated_at before update on muster.scheduled_tasks for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update, delete on muster.scheduled_tasks to muster_app;
