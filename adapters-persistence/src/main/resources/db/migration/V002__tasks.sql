-- Tasks: what is to do, each of one owner.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create table muster.tasks (
    id           uuid        not null,
    user_id      uuid        not null,
    project_id   uuid,
    number       integer,
    parent_id    uuid,
    title        text        not null,
    description  text,
    status       text        not null default 'pending' collate "C",
    priority     text        not null default 'medium' collate "C",
    story_points integer,
    labels       text[]      not null default '{}',
    due_at       timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    completed_at timestamptz,
    deleted_at   timestamptz,
    version      bigint      not null default 1,
    constraint pk_tasks primary key (id),
    constraint ux_tasks__user_id_id unique (user_id, id),
    constraint fk_tasks__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint fk_tasks__parent foreign key (user_id, parent_id) references muster.tasks (user_id, id),
    constraint ck_tasks__number check (number is null or (number >= 1 and project_id is not null)),
    constraint ck_tasks__parent_id check (parent_id <> id),
    constraint ck_tasks__title check (char_length(title) between 1 and 200),
    constraint ck_tasks__description check (char_length(description) <= 20000),
    constraint ck_tasks__status check (status in ('pending', 'in_progress', 'completed', 'cancelled')),
    constraint ck_tasks__priority check (priority in ('low', 'medium', 'high', 'urgent')),
    constraint ck_tasks__story_points check (story_points between 0 and 1000),
    constraint ck_tasks__labels check (cardinality(labels) <= 20 and array_position(labels, null) is null),
    constraint ck_tasks__completed_at check ((status = 'completed') = (completed_at is not null)),
    constraint ck_tasks__version check (version >= 1)
) with (fillfactor = 90);

create index ix_tasks__user_id_created_at_id on muster.tasks (user_id, created_at desc, id desc)
    where deleted_at is null;
create index ix_tasks__user_id_status_created_at_id on muster.tasks (user_id, status, created_at desc, id desc)
    where deleted_at is null;
create index ix_tasks__user_id_priority_created_at_id on muster.tasks (user_id, priority, created_at desc, id desc)
    where deleted_at is null;
create index ix_tasks__user_id_created_at_id__deleted on muster.tasks (user_id, created_at desc, id desc)
    where deleted_at is not null;
create index ix_tasks__user_id_parent_id on muster.tasks (user_id, parent_id)
    where parent_id is not null;
create unique index ux_tasks__project_id_number on muster.tasks (project_id, number)
    where project_id is not null;

comment on table muster.tasks is 'Tasks, those in the trash included; row-level security shows each to its owner alone';
comment on column muster.tasks.id is 'UUIDv7, made by the application';
comment on column muster.tasks.user_id is 'The owner';
comment on column muster.tasks.project_id is 'The project it belongs to';
comment on column muster.tasks.number is 'Its number in the project, given by the project''s row; with the project''s key it makes KAN-15';
comment on column muster.tasks.parent_id is 'The task it is a part of; of the same owner';
comment on column muster.tasks.title is 'What it is called, one line';
comment on column muster.tasks.description is 'What it is about';
comment on column muster.tasks.status is 'pending, in_progress, completed or cancelled';
comment on column muster.tasks.priority is 'low, medium, high or urgent';
comment on column muster.tasks.story_points is 'Its estimated size';
comment on column muster.tasks.labels is 'Labels in the order they were given, none twice';
comment on column muster.tasks.due_at is 'Until when it is to be done';
comment on column muster.tasks.created_at is 'When it was made';
comment on column muster.tasks.updated_at is 'When it was last changed';
comment on column muster.tasks.completed_at is 'When it was completed; set exactly while the status is completed';
comment on column muster.tasks.deleted_at is 'When it went to the trash';
comment on column muster.tasks.version is 'One more with every change; what an ETag is made of';
comment on index muster.pk_tasks is 'One task of an id, whoever owns it: an id means one task';
comment on index muster.ux_tasks__user_id_id is 'One task of an owner: where user_id = ? and id = ?; foreign key to users, target of parent_id';
comment on index muster.ix_tasks__user_id_created_at_id is 'A page of an owner''s tasks, newest first: where user_id = ? and deleted_at is null and (created_at, id) < (?, ?)';
comment on index muster.ix_tasks__user_id_status_created_at_id is 'The same of one status: and status = ?';
comment on index muster.ix_tasks__user_id_priority_created_at_id is 'The same of one priority: and priority = ?';
comment on index muster.ix_tasks__user_id_created_at_id__deleted is 'A page of an owner''s trash, newest first: where user_id = ? and deleted_at is not null';
comment on index muster.ix_tasks__user_id_parent_id is 'The parts of a task: where user_id = ? and parent_id = ?; foreign key to tasks';
comment on index muster.ux_tasks__project_id_number is 'The task of a key: where project_id = ? and number = ?; unique in the project';

-- A change that raises the version sets the time itself, even where it is the same as before.
create trigger tasks_set_updated_at before update on muster.tasks for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version)
    execute function muster.set_updated_at();

grant select, insert, update on muster.tasks to muster_app;

-- The unit of work says who acts, for one transaction; no one acting means no row. The inner select makes it one
-- look-up for each statement and not one for each row. Forced, so that the owner of the table is no way around it.
alter table muster.tasks enable row level security;
alter table muster.tasks force row level security;
create policy owner_only on muster.tasks for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.tasks is 'The application sees and changes what belongs to the person who acts, and nothing else';
