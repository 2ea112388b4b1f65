-- Templates of tasks, each of one owner, and which task a template made of which story.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create table muster.task_templates (
    user_id      uuid        not null,
    name         text        not null collate "C",
    title        text        not null,
    description  text,
    priority     text        collate "C",
    story_points integer,
    labels       text[]      not null default '{}',
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      bigint      not null default 1,
    constraint pk_task_templates primary key (user_id, name),
    constraint fk_task_templates__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_task_templates__name check (name ~ '^[a-z0-9-]{1,50}$' and name <> 'database'),
    constraint ck_task_templates__title check (char_length(title) between 1 and 500),
    constraint ck_task_templates__description check (char_length(description) <= 20000),
    constraint ck_task_templates__priority check (priority in ('low', 'medium', 'high', 'urgent')),
    constraint ck_task_templates__story_points check (story_points between 0 and 1000),
    constraint ck_task_templates__labels check (cardinality(labels) <= 20 and array_position(labels, null) is null),
    constraint ck_task_templates__version check (version >= 1)
);

comment on table muster.task_templates is 'Templates of tasks; row-level security shows each to its owner alone. The one that comes with Muster is not here';
comment on column muster.task_templates.user_id is 'The owner';
comment on column muster.task_templates.name is 'What it is called by: a-z, 0-9 and hyphens';
comment on column muster.task_templates.title is 'The pattern of titles, with placeholders in double braces';
comment on column muster.task_templates.description is 'The pattern of descriptions';
comment on column muster.task_templates.priority is 'The priority of the tasks; null for that of the story';
comment on column muster.task_templates.story_points is 'The size of the tasks';
comment on column muster.task_templates.labels is 'The labels of the tasks, in the order they were given';
comment on column muster.task_templates.created_at is 'When it was made';
comment on column muster.task_templates.updated_at is 'When it was last changed';
comment on column muster.task_templates.version is 'One more with every change; what an ETag is made of';
comment on index muster.pk_task_templates is 'The template of a name, and a page of an owner''s templates by name: where user_id = ? and name > ?; foreign key to users';

-- A change that raises the version sets the time itself, even where it is the same as before.
create trigger task_templates_set_updated_at before update on muster.task_templates for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version)
    execute function muster.set_updated_at();

grant select, insert, update, delete on muster.task_templates to muster_app;

create table muster.task_template_applications (
    user_id    uuid        not null,
    story_id   uuid        not null,
    template   text        not null collate "C",
    task_id    uuid        not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_task_template_applications primary key (user_id, story_id, template),
    constraint fk_task_template_applications__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint fk_task_template_applications__story foreign key (user_id, story_id)
        references muster.tasks (user_id, id) on delete cascade,
    constraint fk_task_template_applications__task foreign key (user_id, task_id)
        references muster.tasks (user_id, id) on delete cascade,
    constraint ck_task_template_applications__template check (template ~ '^[a-z0-9-]{1,50}$')
);

create index ix_task_template_applications__user_id_task_id on muster.task_template_applications (user_id, task_id);

comment on table muster.task_template_applications is 'Which task a template made of a story last; a template makes one task of a story. Row-level security shows it to the owner alone';
comment on column muster.task_template_applications.user_id is 'The owner of story and task';
comment on column muster.task_template_applications.story_id is 'The task that the template was applied to';
comment on column muster.task_template_applications.template is 'The name of the template, which may be gone';
comment on column muster.task_template_applications.task_id is 'The task that it made';
comment on column muster.task_template_applications.created_at is 'When the template was first applied to the story';
comment on column muster.task_template_applications.updated_at is 'When it was last applied: again only when the task that it had made was in the trash';
comment on index muster.pk_task_template_applications is 'What a template made of a story: where user_id = ? and story_id = ? and template = ?; foreign keys to users and to the story';
comment on index muster.ix_task_template_applications__user_id_task_id is 'Foreign key to the task: where user_id = ? and task_id = ?';

create trigger task_template_applications_set_updated_at before update on muster.task_template_applications for each row
    execute function muster.set_updated_at();

grant select, insert, update on muster.task_template_applications to muster_app;

-- As for tasks: who acts sees what is theirs, and the owner of the table is no way around it.
alter table muster.task_templates enable row level security;
alter table muster.task_templates force row level security;
create policy owner_only on muster.task_templates for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.task_templates is 'The application sees and changes what belongs to the person who acts, and nothing else';

alter table muster.task_template_applications enable row level security;
alter table muster.task_template_applications force row level security;
create policy owner_only on muster.task_template_applications for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.task_template_applications is 'The application sees and changes what belongs to the person who acts, and nothing else';
