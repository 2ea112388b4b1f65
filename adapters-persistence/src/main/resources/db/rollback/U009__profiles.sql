-- Takes back V009: nodes hear no more of changed profiles.

set local lock_timeout = '5s';

drop trigger user_profiles_tell_change on muster.user_profiles;
drop trigger users_tell_profile on muster.users;
drop function muster.tell_profile_change();
