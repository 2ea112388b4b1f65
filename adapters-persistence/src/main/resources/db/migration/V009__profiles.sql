-- Notices of changes of what nodes remember of a person: what a profile shows, but not what the person may do.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create function muster.tell_profile_change() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    perform pg_notify('muster_changes', 'profile:' || new.user_id);
    return null;
end
$function$;
comment on function muster.tell_profile_change() is
    'Tells whoever listens to muster_changes whose profile changed, as profile:<id>';

-- Signing in is one: it is seen in the version and the time of the last sign-in. A wrong password is none, so strangers can
-- cause no notice. Sessions are not concerned, so this says profile: and not user:.
create trigger users_tell_profile after update on muster.users for each row
    when ((new.email, new.is_email_verified, new.username, new.name, new.phone, new.is_phone_verified, new.last_login_at,
        new.updated_at, new.version) is distinct from (old.email, old.is_email_verified, old.username, old.name, old.phone,
        old.is_phone_verified, old.last_login_at, old.updated_at, old.version))
    execute function muster.tell_change('profile');

-- The same notice twice in one transaction is sent once.
create trigger user_profiles_tell_change after update on muster.user_profiles for each row
    when (new is distinct from old)
    execute function muster.tell_profile_change();
