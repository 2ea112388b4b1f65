-- Takes back V004: nodes hear no more of each other's changes.

set local lock_timeout = '5s';

drop trigger user_roles_tell_change on muster.user_roles;
drop trigger users_tell_removal on muster.users;
drop trigger users_tell_change on muster.users;
drop trigger sessions_tell_end on muster.sessions;
drop function muster.tell_role_change();
drop function muster.tell_change();
