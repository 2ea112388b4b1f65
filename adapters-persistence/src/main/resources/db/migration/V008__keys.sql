-- Rotation of signing keys: they get an end, are removed after it, and other nodes hear of it.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

grant update (retire_at), delete on muster.signing_keys to muster_app;

create function muster.tell_key_change() returns trigger
    language plpgsql
    set search_path = pg_catalog
as $function$
begin
    perform pg_notify('muster_changes', 'keys');
    return null;
end
$function$;
comment on function muster.tell_key_change() is
    'Tells whoever listens to muster_changes that the signing keys changed, as keys';

-- For each row, though all tell the same: a statement that changes none has nothing to tell, and what a transaction tells
-- twice is sent once.
create trigger signing_keys_tell_change after insert or update or delete on muster.signing_keys for each row
    execute function muster.tell_key_change();
