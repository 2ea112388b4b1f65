-- Projects: what tasks, documents, executions and exports are kept together in, each of one owner.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create table muster.projects (
    id          uuid        not null,
    user_id     uuid        not null,
    key         text        not null collate "C",
    name        text        not null,
    description text,
    language    text,
    status      text        not null default 'draft' collate "C",
    last_number integer     not null default 0,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    deleted_at  timestamptz,
    version     bigint      not null default 1,
    constraint pk_projects primary key (id),
    constraint ux_projects__user_id_id unique (user_id, id),
    constraint fk_projects__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_projects__key check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
    constraint ck_projects__name check (char_length(name) between 1 and 100),
    constraint ck_projects__description check (char_length(description) <= 20000),
    constraint ck_projects__language check (char_length(language) between 1 and 50),
    constraint ck_projects__status check (status in ('draft', 'active', 'archived')),
    constraint ck_projects__last_number check (last_number >= 0),
    constraint ck_projects__version check (version >= 1)
) with (fillfactor = 90);

create unique index ux_projects__user_id_key on muster.projects (user_id, key)
    where deleted_at is null;
create index ix_projects__user_id_created_at_id on muster.projects (user_id, created_at desc, id desc)
    where deleted_at is null;

comment on table muster.projects is 'Projects, deleted ones included; row-level security shows each to its owner alone';
comment on column muster.projects.id is 'UUIDv7, made by the application';
comment on column muster.projects.user_id is 'The owner';
comment on column muster.projects.key is 'Its short name in capitals, such as KAN; before the numbers of its tasks it makes their keys';
comment on column muster.projects.name is 'What it is called, one line';
comment on column muster.projects.description is 'What it is about';
comment on column muster.projects.language is 'The programming or natural language it is made in, one line';
comment on column muster.projects.status is 'draft, active or archived';
comment on column muster.projects.last_number is 'The last number that a task of it was given; no number is given twice';
comment on column muster.projects.created_at is 'When it was made';
comment on column muster.projects.updated_at is 'When it was last changed; a number given to a task is no change';
comment on column muster.projects.deleted_at is 'When it was deleted; its key is free again';
comment on column muster.projects.version is 'One more with every change; what an ETag is made of';
comment on index muster.pk_projects is 'One project of an id, whoever owns it: an id means one project';
comment on index muster.ux_projects__user_id_id is 'One project of an owner: where user_id = ? and id = ?; foreign key to users, target of those of tasks, documents, executions and exports';
comment on index muster.ux_projects__user_id_key is 'The project of a key: where user_id = ? and key = ? and deleted_at is null; unique among an owner''s projects that are not deleted';
comment on index muster.ix_projects__user_id_created_at_id is 'A page of an owner''s projects, newest first: where user_id = ? and deleted_at is null and (created_at, id) < (?, ?)';

-- A change that raises the version sets the time itself, even where it is the same as before; a number given to a task
-- is no change of the project.
create trigger projects_set_updated_at before update on muster.projects for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version
        and new.last_number = old.last_number)
    execute function muster.set_updated_at();

grant select, insert, update on muster.projects to muster_app;

-- As for tasks: who acts sees what is theirs, and the owner of the table is no way around it.
alter table muster.projects enable row level security;
alter table muster.projects force row level security;
create policy owner_only on muster.projects for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.projects is 'The application sees and changes what belongs to the person who acts, and nothing else';
