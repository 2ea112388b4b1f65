-- Notices of changes that other nodes have to hear of at once: what they remember of a session or a person is then wrong.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

-- A notice is sent when the transaction is committed, and never when it is not. It holds nothing but an id.

create function muster.tell_change() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    if tg_op = 'DELETE' then
        perform pg_notify('muster_changes', tg_argv[0] || ':' || old.id);
    else
        perform pg_notify('muster_changes', tg_argv[0] || ':' || new.id);
    end if;
    return null;
end
$function$;
comment on function muster.tell_change() is
    'Tells whoever listens to muster_changes what changed, as session:<id> or user:<id>; the trigger says which of them';

create function muster.tell_role_change() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    if tg_op = 'DELETE' then
        perform pg_notify('muster_changes', 'user:' || old.user_id);
    else
        perform pg_notify('muster_changes', 'user:' || new.user_id);
    end if;
    return null;
end
$function$;
comment on function muster.tell_role_change() is
    'Tells whoever listens to muster_changes whose roles changed, as user:<id>';

create trigger sessions_tell_end after update on muster.sessions for each row
    when (old.revoked_at is null and new.revoked_at is not null)
    execute function muster.tell_change('session');

-- Not every change of an account: signing in is one, and changes nothing that nodes remember.
create trigger users_tell_change after update on muster.users for each row
    when (new.status is distinct from old.status or new.deleted_at is distinct from old.deleted_at)
    execute function muster.tell_change('user');

create trigger users_tell_removal after delete on muster.users for each row
    execute function muster.tell_change('user');

create trigger user_roles_tell_change after insert or delete on muster.user_roles for each row
    execute function muster.tell_role_change();
