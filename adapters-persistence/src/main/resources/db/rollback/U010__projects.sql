-- Takes V010__projects.sql back. Lost: every project.

set local lock_timeout = '5s';

drop table muster.projects;
