-- Takes back V007: roles allow nothing any more.

set local lock_timeout = '5s';

drop table muster.role_permissions;
