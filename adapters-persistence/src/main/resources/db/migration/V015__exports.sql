-- Exports: projects as files, made by Muster's own jobs.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know an earlier version go on with it.

set local lock_timeout = '5s';

create table muster.exports (
    id         uuid        not null,
    user_id    uuid        not null,
    project_id uuid        not null,
    format     text        not null collate "C",
    status     text        not null default 'queued' collate "C",
    progress   integer     not null default 0,
    attempts   integer     not null default 0,
    file_path  text        collate "C",
    bytes      bigint,
    sha256     text        collate "C",
    manifest   jsonb       not null default '{"files": []}',
    error      text        collate "C",
    due_at     timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at   timestamptz,
    expires_at timestamptz,
    version    bigint      not null default 1,
    constraint pk_exports primary key (id),
    constraint fk_exports__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint fk_exports__project foreign key (user_id, project_id) references muster.projects (user_id, id)
        on delete cascade,
    constraint ck_exports__format check (format in ('zip', 'json', 'csv', 'markdown')),
    constraint ck_exports__status check (status in ('queued', 'running', 'succeeded', 'failed', 'expired')),
    constraint ck_exports__progress check (progress between 0 and 100),
    constraint ck_exports__attempts check (attempts >= 0),
    constraint ck_exports__file_path check ((file_path is not null) = (status in ('succeeded', 'expired'))),
    constraint ck_exports__bytes check ((bytes is not null) = (file_path is not null) and bytes >= 0),
    constraint ck_exports__sha256 check ((sha256 is not null) = (file_path is not null) and sha256 ~ '^[0-9a-f]{64}$'),
    constraint ck_exports__manifest check (jsonb_typeof(manifest -> 'files') = 'array'),
    constraint ck_exports__error check ((error is not null) = (status = 'failed') and error ~ '^[a-z_]{1,50}$'),
    constraint ck_exports__due_at check ((due_at is not null) = (status in ('queued', 'running'))),
    constraint ck_exports__ended_at check ((ended_at is not null) = (due_at is null)),
    constraint ck_exports__expires_at check ((expires_at is not null) = (file_path is not null)),
    constraint ck_exports__version check (version >= 1)
) with (fillfactor = 90);

create index ix_exports__user_id_project_id_created_at_id
    on muster.exports (user_id, project_id, created_at desc, id desc);
create index ix_exports__user_id__kept on muster.exports (user_id) where status in ('queued', 'running', 'succeeded');
create index ix_exports__due_at_id on muster.exports (due_at, id) where due_at is not null;
create index ix_exports__expires_at on muster.exports (expires_at) where status = 'succeeded';
create index ix_exports__ended_at on muster.exports (ended_at) where status in ('failed', 'expired');

comment on table muster.exports is 'Projects as files; row-level security shows each to its owner, and all of them to the job that makes them';
comment on column muster.exports.id is 'UUIDv7, made by the application';
comment on column muster.exports.user_id is 'The owner, who asked for it';
comment on column muster.exports.project_id is 'The project; of the same owner';
comment on column muster.exports.format is 'zip, json, csv or markdown';
comment on column muster.exports.status is 'queued, running, succeeded, failed or expired';
comment on column muster.exports.progress is 'How much of it is made, in percent';
comment on column muster.exports.attempts is 'How often it was begun';
comment on column muster.exports.file_path is 'The name of the file in the folder of exports; set when it succeeded, and stays when it has expired';
comment on column muster.exports.bytes is 'The length of the file';
comment on column muster.exports.sha256 is 'The checksum of the file, in hexadecimal digits';
comment on column muster.exports.manifest is 'The files in the archive, or the one file: files is an array of path, bytes and sha256';
comment on column muster.exports.error is 'Why it was given up, as a code';
comment on column muster.exports.due_at is 'When it is to be begun, or the lease of the node that makes it ends; null when nothing is left to do';
comment on column muster.exports.created_at is 'When it was asked for';
comment on column muster.exports.updated_at is 'When the row was last changed; kept by trigger';
comment on column muster.exports.started_at is 'When it was first begun';
comment on column muster.exports.ended_at is 'When it succeeded or was given up';
comment on column muster.exports.expires_at is 'Until when the file can be downloaded';
comment on column muster.exports.version is 'One more with every change; a node that is overtaken finds another and stops';
comment on index muster.pk_exports is 'The export of an id: where user_id = ? and id = ?; those that files belong to: where id = any(?)';
comment on index muster.ix_exports__user_id_project_id_created_at_id is 'A page of the exports of a project, newest first: where user_id = ? and project_id = ? and (created_at, id) < (?, ?); foreign keys to users and projects';
comment on index muster.ix_exports__user_id__kept is 'How many of a person wait, are made or have their file: where user_id = ? and status in (''queued'', ''running'', ''succeeded'')';
comment on index muster.ix_exports__due_at_id is 'What is to be made: where due_at <= ? order by due_at, id limit 1';
comment on index muster.ix_exports__expires_at is 'Files whose time is over: where status = ''succeeded'' and expires_at <= ? order by expires_at';
comment on index muster.ix_exports__ended_at is 'Clean-up: where status in (''failed'', ''expired'') and ended_at < ?';

create trigger exports_set_updated_at before update on muster.exports for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update, delete on muster.exports to muster_app;

-- As with tasks, the owner sees their own. What Muster does by itself says so, statement by statement: that nobody acts is
-- not enough, so a forgotten setting shows nothing.
alter table muster.exports enable row level security;
alter table muster.exports force row level security;
create policy owner_only on muster.exports for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
create policy made_by_job on muster.exports for all to muster_app
    using ((select current_setting('muster.job', true)) = 'exports')
    with check ((select current_setting('muster.job', true)) = 'exports');
comment on policy owner_only on muster.exports is 'The application sees and changes what belongs to the person who acts, and nothing else';
comment on policy made_by_job on muster.exports is 'The jobs that make exports and remove their files see everybody''s';
