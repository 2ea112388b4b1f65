-- Takes V018__task_statistics.sql back. Lost: the counts, which are made of the tasks.

set local lock_timeout = '5s';

drop function muster.refresh_all_tasks_summary();
drop materialized view muster.v_all_tasks_summary;
drop policy counted_by_owner on muster.tasks;
