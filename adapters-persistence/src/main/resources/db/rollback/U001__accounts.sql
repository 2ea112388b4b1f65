-- Takes V001__accounts.sql back. Lost: every account and all that belongs to it.
-- The role muster_app stays, as roles belong to the server, where other databases may need it.

set local lock_timeout = '5s';

drop table muster.consents;
drop table muster.signing_keys;
drop table muster.refresh_tokens;
drop table muster.sessions;
drop table muster.user_roles;
drop table muster.roles;
drop table muster.user_profiles;
drop table muster.users;
drop function muster.set_updated_at();

revoke select on muster.flyway_schema_history from muster_app;
revoke usage on schema muster from muster_app;

comment on schema muster is null;
