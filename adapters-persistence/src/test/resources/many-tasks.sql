-- 100 000 tasks of one of 1 000 users, put in at once: of every state, a few in the trash, with labels, words, parts and projects
-- that few or many have. For a superuser, on an empty database.

insert into muster.users (id, email, username, name, password_hash)
select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
from generate_series(1, 1000) n;
insert into muster.projects (id, user_id, key, name, last_number)
select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
    '00000000-0000-7000-8000-000000000001', 'P' || n, 'x', 100000
from generate_series(1, 10) n;
insert into muster.projects (id, user_id, key, name)
select gen_random_uuid(), u.id, 'P' || n, 'x' from muster.users u, generate_series(11, 13) n;

-- What triggers would do for each row is done for all of them below.
alter table muster.tasks disable trigger user;
alter table muster.task_dependencies disable trigger user;

-- Of every other user 20, of the owner 100 000; ids in the order of time, as those of the application are.
insert into muster.tasks (id, user_id, project_id, number, parent_id, title, description, status, priority,
    story_points, labels, due_at, created_at, updated_at, completed_at, deleted_at)
select ('10000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, owner,
    case when mine and n % 2 = 0 then
        ('00000000-0000-7000-8000-' || lpad((n / 2 % 10 + 1)::text, 12, '0'))::uuid end,
    case when mine and n % 2 = 0 then n end,
    case when mine and n between 101 and 150 then '10000000-0000-7000-8000-000000000100'::uuid end,
    (array['Paint', 'Repair', 'Order', 'Call', 'Write'])[n % 5 + 1] || ' '
        || case when n % 20 = 7 then 'medium' when n % 2000 = 9 then 'seldom' else 'usual' end || ' task ' || n,
    case when n % 3 > 0 then 'Before the end of the week, ' || md5(n::text) || ' and the rest of it' end,
    status, (array['medium', 'high', 'low', 'medium', 'urgent', 'medium', 'low', 'medium', 'high', 'medium'])[n / 7 % 10 + 1],
    n % 14, case when n % 5 = 1 then array['common', 'l' || n % 50] when n % 2000 = 3 then array['rare']
        when n % 5 = 2 then array['l' || n % 50] else '{}' end,
    case when n % 5 > 1 then timestamptz '2026-01-01Z' + (n::bigint * 7919 % 100000) * interval '7 minutes' end,
    timestamptz '2026-01-01Z' + n * interval '1 minute',
    timestamptz '2026-03-15Z' + (n::bigint * 104729 % 100000) * interval '1 minute',
    case when status = 'completed' then now() end, case when n % 25 = 11 then now() end
from (select n, n <= 100000 as mine,
        ('00000000-0000-7000-8000-' || lpad(case when n <= 100000 then 1 else n % 999 + 2 end::text, 12, '0'))::uuid
            as owner,
        (array['pending', 'completed', 'completed', 'pending', 'in_progress', 'completed', 'pending',
            'completed', 'pending', 'cancelled'])[n / 3 % 10 + 1] as status
    from generate_series(1, 120000) n) made;

-- An index is built faster than it grows.
do $$
declare
    built text := pg_get_indexdef('muster.ix_task_texts__user_id_title_words'::regclass);
begin
    drop index muster.ix_task_texts__user_id_title_words;
    insert into muster.task_labels (user_id, label, task_id)
    select t.user_id, l, t.id from muster.tasks t, unnest(t.labels) l;
    insert into muster.task_dependencies (user_id, task_id, blocker_id)
    select t.user_id, t.id, '10000000-0000-7000-8000-000000000001'
    from muster.tasks t where t.user_id = '00000000-0000-7000-8000-000000000001' and t.number % 100 = 2
        and t.id <> '10000000-0000-7000-8000-000000000001';
    insert into muster.task_texts (user_id, task_id, title, words, in_trash, task_created_at)
    select user_id, id, muster.folded(title), muster.task_words(title, description), deleted_at is not null,
        created_at
    from muster.tasks;
    execute built;
end
$$;

update muster.tasks t set open_blockers = 1 from muster.task_dependencies d
where d.user_id = t.user_id and d.task_id = t.id;
alter table muster.task_dependencies enable trigger user;
alter table muster.tasks enable trigger user;
analyze muster.users, muster.projects, muster.tasks, muster.task_labels, muster.task_texts, muster.task_dependencies;
