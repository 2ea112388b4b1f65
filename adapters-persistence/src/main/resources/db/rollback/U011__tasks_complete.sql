-- Takes V011__tasks_complete.sql back. Lost: which task waits for which.

set local lock_timeout = '5s';

drop function muster.tasks_with_text(text, boolean, integer);
drop trigger tasks_follow_text on muster.tasks;
drop trigger tasks_follow_text_of_new on muster.tasks;
drop function muster.follow_task_text();
drop table muster.task_texts;
drop function muster.task_words(text, text);

drop trigger tasks_tell_dependents on muster.tasks;
drop function muster.tell_dependents();
drop table muster.task_dependencies;
drop function muster.count_blocker();

drop trigger tasks_follow_labels on muster.tasks;
drop trigger tasks_follow_labels_of_new on muster.tasks;
drop function muster.follow_task_labels();
drop table muster.task_labels;

drop index muster.ix_tasks__user_id_created_at_id__blocked;
drop index muster.ix_tasks__user_id_project_id_created_at_id;
drop index muster.ix_tasks__user_id_updated_at_id;
drop index muster.ix_tasks__user_id_rank_id;
drop index muster.ix_tasks__user_id_due_at_id;
alter table muster.tasks
    drop constraint fk_tasks__project,
    drop column open_blockers;

-- One that was there before, in another schema, may be used by others.
do $extension$
begin
    if exists (select from pg_extension where extname = 'btree_gin' and extnamespace = 'muster'::regnamespace) then
        drop extension btree_gin;
    end if;
end
$extension$;
