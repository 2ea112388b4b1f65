-- Tasks, complete: labels to filter by, dependencies, texts to search, an index for every list.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.
--
-- No table is rewritten: the new column has a constant default, and what lists are sorted by are expressions of their
-- indexes. Building the indexes and the search texts keeps whoever wants tasks waiting: 21 s for 200 000 short tasks on two
-- busy processors, and more than in proportion for long texts. Programs of version 010 go on: triggers keep what they
-- don't know.

set local lock_timeout = '5s';

-- Any owner of the database may create it, as it is trusted. Into our own schema, as the login that migrates owns that.
do $extension$
begin
    if not exists (select from pg_extension where extname = 'btree_gin') then
        create extension btree_gin with schema muster;
    end if;
exception
    when insufficient_privilege then
        raise insufficient_privilege using message = format(
            'the extension btree_gin is not there, and %I may not create it; someone who may has to run "create extension btree_gin" in this database',
            current_user);
    when undefined_file or feature_not_supported then
        raise feature_not_supported using
            message = 'the server lacks the extension btree_gin, which comes with the additional modules of PostgreSQL (contrib)';
end
$extension$;

-- tasks ---------------------------------------------------------------------------------------------------------------

alter table muster.tasks
    add column open_blockers integer not null default 0,
    add constraint ck_tasks__open_blockers check (open_blockers >= 0),
    add constraint fk_tasks__project foreign key (user_id, project_id) references muster.projects (user_id, id);

comment on column muster.tasks.open_blockers is 'How many of the tasks it waits for are open; kept by triggers, whoever changes what';

-- Expressions that row-level security lets the planner use: coalesce() is none, as the server doesn't know that it keeps
-- what it sees to itself.
create index ix_tasks__user_id_due_at_id on muster.tasks
    (user_id, (case when due_at is null then timestamptz 'infinity' else due_at end), id) where deleted_at is null;
create index ix_tasks__user_id_rank_id on muster.tasks
    (user_id, (case priority when 'low' then 0 when 'medium' then 1 when 'high' then 2 else 3 end), id) where deleted_at is null;
create index ix_tasks__user_id_updated_at_id on muster.tasks (user_id, updated_at, id) where deleted_at is null;
create index ix_tasks__user_id_project_id_created_at_id on muster.tasks (user_id, project_id, created_at desc, id desc)
    where project_id is not null;
create index ix_tasks__user_id_created_at_id__blocked on muster.tasks (user_id, created_at desc, id desc)
    where deleted_at is null and open_blockers > 0;

comment on index muster.ix_tasks__user_id_due_at_id is 'A page by the time of being due, either way, never last: where user_id = ? and deleted_at is null and (case when due_at is null then timestamptz ''infinity'' else due_at end, id) > (?, ?)';
comment on index muster.ix_tasks__user_id_rank_id is 'A page by priority, either way: the same with case priority when ''low'' then 0 when ''medium'' then 1 when ''high'' then 2 else 3 end';
comment on index muster.ix_tasks__user_id_updated_at_id is 'A page by the time of the last change, either way: the same with updated_at';
comment on index muster.ix_tasks__user_id_project_id_created_at_id is 'A page of a project''s tasks, newest first: and project_id = ?; foreign key to projects';
comment on index muster.ix_tasks__user_id_created_at_id__blocked is 'A page of what waits for something open, newest first: and open_blockers > 0';

-- Labels: the tasks of a label. The array of the task stays what is read; under row-level security only a plain index
-- can find by label, and an array has none.
create table muster.task_labels (
    user_id    uuid        not null,
    label      text        not null collate "C",
    task_id    uuid        not null,
    created_at timestamptz not null default now(),
    constraint pk_task_labels primary key (user_id, label, task_id),
    constraint fk_task_labels__task foreign key (user_id, task_id) references muster.tasks (user_id, id) on delete cascade
);
create index ix_task_labels__user_id_task_id on muster.task_labels (user_id, task_id);

comment on table muster.task_labels is 'Which tasks have a label; follows tasks.labels by trigger';
comment on column muster.task_labels.user_id is 'The owner of the task';
comment on column muster.task_labels.label is 'The label as it is spelled';
comment on column muster.task_labels.task_id is 'A task that has it';
comment on column muster.task_labels.created_at is 'When the task got it';
comment on index muster.pk_task_labels is 'The tasks of a label: where user_id = ? and label = ?; whether a task has it: and task_id = ?';
comment on index muster.ix_task_labels__user_id_task_id is 'The labels of a task: where user_id = ? and task_id = ?; foreign key to tasks';

grant select, insert, delete on muster.task_labels to muster_app;

-- Filled before its policy is forced, while the owner sees every task.
alter table muster.tasks no force row level security;
insert into muster.task_labels (user_id, label, task_id)
select distinct t.user_id, l.label, t.id from muster.tasks t, unnest(t.labels) as l(label);

alter table muster.task_labels enable row level security;
alter table muster.task_labels force row level security;
create policy owner_only on muster.task_labels for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.task_labels is 'The application sees and changes what belongs to the person who acts, and nothing else';

create function muster.follow_task_labels() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $function$
begin
    if tg_op = 'UPDATE' then
        delete from muster.task_labels
        where user_id = new.user_id and task_id = new.id and label <> all (new.labels);
    end if;
    insert into muster.task_labels (user_id, label, task_id)
    select new.user_id, l.label, new.id from unnest(new.labels) as l(label)
    on conflict do nothing;
    return null;
end
$function$;
comment on function muster.follow_task_labels() is 'Keeps task_labels as the labels of the task are';

create trigger tasks_follow_labels_of_new after insert on muster.tasks for each row
    when (cardinality(new.labels) > 0)
    execute function muster.follow_task_labels();
create trigger tasks_follow_labels after update of labels on muster.tasks for each row
    when (new.labels is distinct from old.labels)
    execute function muster.follow_task_labels();

-- Dependencies --------------------------------------------------------------------------------------------------------

create table muster.task_dependencies (
    user_id    uuid        not null,
    task_id    uuid        not null,
    blocker_id uuid        not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint pk_task_dependencies primary key (user_id, task_id, blocker_id),
    constraint fk_task_dependencies__task foreign key (user_id, task_id)
        references muster.tasks (user_id, id) on delete cascade,
    constraint fk_task_dependencies__blocker foreign key (user_id, blocker_id)
        references muster.tasks (user_id, id) on delete cascade,
    constraint ck_task_dependencies__blocker_id check (blocker_id <> task_id)
);
create index ix_task_dependencies__user_id_blocker_id on muster.task_dependencies (user_id, blocker_id);

comment on table muster.task_dependencies is 'Which task waits for which; no cycles, as whoever adds one holds the row of the owner and looks before';
comment on column muster.task_dependencies.user_id is 'The owner of both tasks';
comment on column muster.task_dependencies.task_id is 'The task that waits';
comment on column muster.task_dependencies.blocker_id is 'The task it waits for';
comment on column muster.task_dependencies.created_at is 'Since when; the order in which a task names its blockers';
comment on index muster.pk_task_dependencies is 'What a task waits for: where user_id = ? and task_id = ?; foreign key to tasks';
comment on index muster.ix_task_dependencies__user_id_blocker_id is 'What waits for a task: where user_id = ? and blocker_id = ?; foreign key to tasks';

grant select, insert, delete on muster.task_dependencies to muster_app;

alter table muster.task_dependencies enable row level security;
alter table muster.task_dependencies force row level security;
create policy owner_only on muster.task_dependencies for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.task_dependencies is 'The application sees and changes what belongs to the person who acts, and nothing else';

-- The lock on the blocker waits for who is completing it and keeps others from it, so that it is as open as it looks.
create function muster.count_blocker() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $function$
declare
    changed record  := case when tg_op = 'INSERT' then new else old end;
    open    boolean;
begin
    select b.status in ('pending', 'in_progress') and b.deleted_at is null into open
    from muster.tasks b where b.user_id = changed.user_id and b.id = changed.blocker_id for share;
    update muster.tasks t
    set open_blockers = t.open_blockers + case when not coalesce(open, false) then 0 when tg_op = 'INSERT' then 1 else -1 end,
        version = t.version + 1, updated_at = clock_timestamp()
    where t.user_id = changed.user_id and t.id = changed.task_id;
    return null;
end
$function$;
comment on function muster.count_blocker() is 'A blocker more or less is a change of the task that waits, and counts if it is open';

create trigger task_dependencies_count_blocker after insert or delete on muster.task_dependencies for each row
    execute function muster.count_blocker();

create function muster.tell_dependents() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $function$
begin
    -- By id, so that two that many tasks wait for don't lock these in different orders and wait for each other.
    perform from muster.tasks t
    where t.user_id = new.user_id and t.id = any(array(
        select d.task_id from muster.task_dependencies d where d.user_id = new.user_id and d.blocker_id = new.id))
    order by t.id for no key update;
    update muster.tasks t
    set open_blockers = t.open_blockers
            + case when new.status in ('pending', 'in_progress') and new.deleted_at is null then 1 else -1 end,
        version = t.version + 1, updated_at = new.updated_at
    from muster.task_dependencies d
    where d.user_id = new.user_id and d.blocker_id = new.id and t.user_id = d.user_id and t.id = d.task_id;
    return null;
end
$function$;
comment on function muster.tell_dependents() is 'A task that is done or open again is a change of those that wait for it';

create trigger tasks_tell_dependents after update of status, deleted_at on muster.tasks for each row
    when ((new.status in ('pending', 'in_progress') and new.deleted_at is null)
        is distinct from (old.status in ('pending', 'in_progress') and old.deleted_at is null))
    execute function muster.tell_dependents();

-- Search --------------------------------------------------------------------------------------------------------------

-- Beside the tasks, so that a change of a task that leaves its text alone doesn't make its words anew, and so that the one
-- function that may search by index owns what it searches. Read by the application under row-level security, as all;
-- written by the trigger alone. Not forced upon the owner of the schema, in whose name function and trigger work.
create table muster.task_texts (
    user_id         uuid        not null,
    task_id         uuid        not null,
    title           text        not null collate "C",
    words           tsvector    not null,
    in_trash        boolean     not null,
    task_created_at timestamptz not null,
    created_at      timestamptz not null default now(),
    constraint pk_task_texts primary key (user_id, task_id),
    constraint fk_task_texts__task foreign key (user_id, task_id) references muster.tasks (user_id, id) on delete cascade
) with (fillfactor = 90);

create function muster.task_words(title text, description text) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector('pg_catalog.simple'::regconfig, muster.folded_words(title)), 'A')
        || setweight(to_tsvector('pg_catalog.simple'::regconfig, muster.folded_words(coalesce(description, ''))), 'B');
comment on function muster.task_words(text, text) is 'The words of a task, in no language; those of its title weigh more (A) than those of its description (B)';

insert into muster.task_texts (user_id, task_id, title, words, in_trash, task_created_at)
select t.user_id, t.id, muster.folded(t.title), muster.task_words(t.title, t.description), t.deleted_at is not null, t.created_at
from muster.tasks t;
alter table muster.tasks force row level security;

create index ix_task_texts__user_id_created_at on muster.task_texts (user_id, in_trash, task_created_at desc, task_id desc);
do $trigrams$
begin
    execute format(
        'create index ix_task_texts__user_id_title_words on muster.task_texts'
            ' using gin (user_id, title %I.gin_trgm_ops, words) with (gin_pending_list_limit = 512)',
        (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end
$trigrams$;

comment on table muster.task_texts is 'What tasks are searched by; follows title, description and deleted_at of tasks by trigger';
comment on column muster.task_texts.user_id is 'The owner of the task';
comment on column muster.task_texts.task_id is 'The task';
comment on column muster.task_texts.title is 'Its title, folded(), of which a part is looked for';
comment on column muster.task_texts.words is 'Its words, task_words()';
comment on column muster.task_texts.in_trash is 'Whether it is in the trash';
comment on column muster.task_texts.task_created_at is 'When the task was made';
comment on column muster.task_texts.created_at is 'When the row was made';
comment on index muster.pk_task_texts is 'The text of a task: where user_id = ? and task_id = ?; foreign key to tasks';
comment on index muster.ix_task_texts__user_id_created_at is 'The newest that fit a text which many fit: where user_id = ? and in_trash = ? order by task_created_at desc, task_id desc';
comment on index muster.ix_task_texts__user_id_title_words is 'Those that fit a text which few fit: where user_id = ? and (title like containing(?) or words @@ ?)';

grant select on muster.task_texts to muster_app;
alter table muster.task_texts enable row level security;
create policy owner_only on muster.task_texts for select to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.task_texts is 'The application sees what belongs to the person who acts, and nothing else';

create function muster.follow_task_text() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $function$
begin
    insert into muster.task_texts as x (user_id, task_id, title, words, in_trash, task_created_at)
    values (new.user_id, new.id, muster.folded(new.title), muster.task_words(new.title, new.description),
        new.deleted_at is not null, new.created_at)
    on conflict (user_id, task_id) do update
    set title = excluded.title, words = excluded.words, in_trash = excluded.in_trash,
        task_created_at = excluded.task_created_at;
    return null;
end
$function$;
comment on function muster.follow_task_text() is 'Keeps task_texts as the text of the task is';
revoke execute on function muster.follow_task_text() from public;

create trigger tasks_follow_text_of_new after insert on muster.tasks for each row
    execute function muster.follow_task_text();
create trigger tasks_follow_text after update of title, description, deleted_at on muster.tasks for each row
    when (new.title is distinct from old.title or new.description is distinct from old.description
        or (new.deleted_at is null) is distinct from (old.deleted_at is null))
    execute function muster.follow_task_text();

-- The one door past row-level security, which keeps its own: it works in the name of the owner, for whom the operators
-- of search may use an index, and looks at nothing but the tasks of the person who acts. It tells ids, and no more.
create function muster.tasks_with_text(part text, trash boolean, most integer) returns uuid[]
    language plpgsql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_custom_plan
as $function$
declare
    acting  constant uuid    := nullif(current_setting('muster.user_id', true), '')::uuid;
    pattern constant text    := case when char_length(part) > 2 then muster.containing(part) end;
    query   constant tsquery := plainto_tsquery('pg_catalog.simple'::regconfig, muster.folded_words(part));
    fitting uuid[];
begin
    fitting := array(
        select x.task_id from muster.task_texts x
        where x.user_id = acting and x.in_trash = trash and (x.title like pattern or x.words @@ query)
        limit least(most, 10000) + 1);
    return case when cardinality(fitting) <= most then fitting end;
end
$function$;
comment on function muster.tasks_with_text(text, boolean, integer) is
    'The tasks of the person who acts that fit a text, in the trash or not; null if more than so many do, 10 000 at most';

revoke execute on function muster.tasks_with_text(text, boolean, integer) from public;
grant execute on function muster.tasks_with_text(text, boolean, integer) to muster_app;
