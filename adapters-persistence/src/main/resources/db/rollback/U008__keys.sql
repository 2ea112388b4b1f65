-- Takes back V008: keys are added and never retired, and nodes don't hear of it.

set local lock_timeout = '5s';

drop trigger signing_keys_tell_change on muster.signing_keys;
drop function muster.tell_key_change();
revoke update (retire_at), delete on muster.signing_keys from muster_app;
