-- Takes V010__projects.sql back. Lost: every project, and which task was in which.

set local lock_timeout = '5s';

-- A task that named a project which isn't there would keep version 011 from coming back. Done while the owner sees every
-- task; a change of the tasks like any other.
alter table muster.tasks no force row level security;
update muster.tasks set project_id = null, number = null, version = version + 1, updated_at = now()
where project_id is not null;
alter table muster.tasks force row level security;

drop table muster.projects;
