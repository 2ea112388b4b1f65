-- All tasks in numbers, for administrators: sums over everybody, which row-level security hides from everybody.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know the version before go on with it.
--
-- The first count keeps readers and writers of tasks waiting, for some seconds with ten million tasks. Counts after it
-- keep nobody waiting.

set local lock_timeout = '5s';

-- The second door past row-level security, which lets sums through and no row: whoever owns the tables sees them while a
-- setting says that they are counted, and none otherwise, as before. It opens for the owner alone, so the application gains
-- nothing by the setting. Of no use to a superuser, who is held to no policy.
create policy counted_by_owner on muster.tasks for select to current_user
    using ((select current_setting('muster.counts_all_tasks', true)) = 'on');
comment on policy counted_by_owner on muster.tasks is 'The owner of the tables sees all tasks while refresh_all_tasks_summary() counts them, and otherwise none';

select set_config('muster.counts_all_tasks', 'on', true);

create materialized view muster.v_all_tasks_summary as
select now() as counted_at,
    count(*) filter (where t.deleted_at is null and t.status = 'pending') as pending,
    count(*) filter (where t.deleted_at is null and t.status = 'in_progress') as in_progress,
    count(*) filter (where t.deleted_at is null and t.status = 'completed') as completed,
    count(*) filter (where t.deleted_at is null and t.status = 'cancelled') as cancelled,
    count(*) filter (where t.deleted_at is null and t.priority = 'low') as low,
    count(*) filter (where t.deleted_at is null and t.priority = 'medium') as medium,
    count(*) filter (where t.deleted_at is null and t.priority = 'high') as high,
    count(*) filter (where t.deleted_at is null and t.priority = 'urgent') as urgent,
    sum(t.story_points) filter (where t.deleted_at is null and t.status = 'pending') as points_pending,
    sum(t.story_points) filter (where t.deleted_at is null and t.status = 'in_progress') as points_in_progress,
    sum(t.story_points) filter (where t.deleted_at is null and t.status = 'completed') as points_completed,
    sum(t.story_points) filter (where t.deleted_at is null and t.status = 'cancelled') as points_cancelled,
    count(*) filter (where t.deleted_at is null and t.status in ('pending', 'in_progress') and t.due_at < now()) as overdue,
    count(*) filter (where t.deleted_at is null and t.status in ('pending', 'in_progress') and t.open_blockers > 0) as blocked,
    count(*) filter (where t.deleted_at is not null) as deleted,
    count(*) filter (where t.created_at >= now() - interval '24 hours') as created_day,
    count(*) filter (where t.created_at >= now() - interval '168 hours') as created_week,
    count(*) filter (where t.created_at >= now() - interval '720 hours') as created_month,
    count(*) filter (where t.deleted_at is null and t.completed_at >= now() - interval '24 hours') as completed_day,
    count(*) filter (where t.deleted_at is null and t.completed_at >= now() - interval '168 hours') as completed_week,
    count(*) filter (where t.deleted_at is null and t.completed_at >= now() - interval '720 hours') as completed_month
from muster.tasks t
join muster.users u on u.id = t.user_id and u.deleted_at is null;

select set_config('muster.counts_all_tasks', '', true);

create unique index ux_v_all_tasks_summary__counted_at on muster.v_all_tasks_summary (counted_at);

comment on materialized view muster.v_all_tasks_summary is 'Everybody''s tasks in numbers, as they were last counted; one row. Those of deleted accounts are left out';
comment on column muster.v_all_tasks_summary.counted_at is 'When that was';
comment on column muster.v_all_tasks_summary.pending is 'Tasks that nobody has begun; this and all others but deleted and created leave the trash out';
comment on column muster.v_all_tasks_summary.in_progress is 'Tasks that were begun';
comment on column muster.v_all_tasks_summary.completed is 'Tasks that are done';
comment on column muster.v_all_tasks_summary.cancelled is 'Tasks that nobody will do';
comment on column muster.v_all_tasks_summary.low is 'Tasks of low priority';
comment on column muster.v_all_tasks_summary.medium is 'Tasks of medium priority';
comment on column muster.v_all_tasks_summary.high is 'Tasks of high priority';
comment on column muster.v_all_tasks_summary.urgent is 'Tasks of urgent priority';
comment on column muster.v_all_tasks_summary.points_pending is 'Sum of story points of the pending; null if none has any';
comment on column muster.v_all_tasks_summary.points_in_progress is 'The same of those in progress';
comment on column muster.v_all_tasks_summary.points_completed is 'The same of the completed';
comment on column muster.v_all_tasks_summary.points_cancelled is 'The same of the cancelled';
comment on column muster.v_all_tasks_summary.overdue is 'Open tasks that were due before';
comment on column muster.v_all_tasks_summary.blocked is 'Open tasks that wait for a task that is not done';
comment on column muster.v_all_tasks_summary.deleted is 'Tasks in the trash';
comment on column muster.v_all_tasks_summary.created_day is 'Tasks made in the 24 hours before, in the trash or not';
comment on column muster.v_all_tasks_summary.created_week is 'The same of 7 days';
comment on column muster.v_all_tasks_summary.created_month is 'The same of 30 days';
comment on column muster.v_all_tasks_summary.completed_day is 'Tasks that were completed in the 24 hours before and still are';
comment on column muster.v_all_tasks_summary.completed_week is 'The same of 7 days';
comment on column muster.v_all_tasks_summary.completed_month is 'The same of 30 days';
comment on index muster.ux_v_all_tasks_summary__counted_at is 'Lets it be refreshed while it is read';

grant select on muster.v_all_tasks_summary to muster_app;

-- Answers nothing, so that nothing but the sums comes out. Tables that were given to another owner keep a policy for the
-- former one: rather a failure than a count of none.
create function muster.refresh_all_tasks_summary() returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $function$
begin
    if row_security_active('muster.tasks') and not exists (
        select from pg_policy p, unnest(p.polroles) role
        where p.polrelid = 'muster.tasks'::regclass and p.polname = 'counted_by_owner' and pg_has_role(role, 'usage'))
    then
        raise insufficient_privilege using message = format(
            '%I owns muster.tasks and may not count them; "alter policy counted_by_owner on muster.tasks to %1$I" lets it',
            current_user);
    end if;
    perform set_config('muster.counts_all_tasks', 'on', true);
    refresh materialized view concurrently muster.v_all_tasks_summary;
    perform set_config('muster.counts_all_tasks', '', true);
end
$function$;
comment on function muster.refresh_all_tasks_summary() is
    'Counts everybody''s tasks again, which only the owner of the tables can; who reads meanwhile sees the counts before';

revoke execute on function muster.refresh_all_tasks_summary() from public;
grant execute on function muster.refresh_all_tasks_summary() to muster_app;
