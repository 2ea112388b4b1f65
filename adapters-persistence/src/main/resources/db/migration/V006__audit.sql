-- The audit log: who did what to whom. Added to, never changed, kept by the month.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create table muster.audit_log (
    id         uuid        not null,
    at         timestamptz not null,
    action     text        not null collate "C",
    actor      uuid,
    subject    uuid,
    details    jsonb       not null default '{}',
    ip         text,
    user_agent text,
    request_id text        collate "C",
    created_at timestamptz not null default now(),
    constraint pk_audit_log primary key (at, id),
    constraint fk_audit_log__actor foreign key (actor) references muster.users (id) on delete set null,
    constraint fk_audit_log__subject foreign key (subject) references muster.users (id) on delete set null,
    constraint ck_audit_log__at check (at >= timestamptz '2000-01-01 00:00:00+00' and at < timestamptz '10000-01-01 00:00:00+00'),
    constraint ck_audit_log__action check (action ~ '^[a-z][a-z0-9_]{0,49}$'),
    constraint ck_audit_log__details check (jsonb_typeof(details) = 'object' and octet_length(details::text) <= 65536),
    constraint ck_audit_log__ip check (char_length(ip) between 2 and 100),
    constraint ck_audit_log__user_agent check (char_length(user_agent) <= 500),
    constraint ck_audit_log__request_id check (char_length(request_id) between 1 and 128)
) partition by range (at);

create index ix_audit_log__actor_at_id on muster.audit_log (actor, at desc, id desc) where actor is not null;
create index ix_audit_log__subject_at_id on muster.audit_log (subject, at desc, id desc) where subject is not null;
create index ix_audit_log__action_at_id on muster.audit_log (action, at desc, id desc);
create index ix_audit_log__at on muster.audit_log using brin (at);

comment on table muster.audit_log is 'Who did what to whom; partitioned by the month (UTC). The application may add to it and nothing else';
comment on column muster.audit_log.id is 'UUIDv7, made by the application';
comment on column muster.audit_log.at is 'When it was done, by the clock of the application; decides the partition';
comment on column muster.audit_log.action is 'What was done, such as user_registered. Any name, so that an action more needs no migration';
comment on column muster.audit_log.actor is 'Who did it; null for Muster itself, for people unknown and for those who were erased';
comment on column muster.audit_log.subject is 'To whom; null for nobody and for those who were erased';
comment on column muster.audit_log.details is 'Short texts by their names, of the action''s own; emptied when actor or subject is erased';
comment on column muster.audit_log.ip is 'From where; null if unknown, or if the person was erased';
comment on column muster.audit_log.user_agent is 'How the client described itself; null if unknown, or if the person was erased';
comment on column muster.audit_log.request_id is 'The X-Request-Id of the answer; null if it was no request, or if the person was erased';
comment on column muster.audit_log.created_at is 'When the row was made, by the clock of the database';
comment on index muster.pk_audit_log is 'A page of all entries, newest first: where (at, id) < (?, ?) order by at desc, id desc';
comment on index muster.ix_audit_log__actor_at_id is 'The same of one actor: and actor = ?; foreign key to users';
comment on index muster.ix_audit_log__subject_at_id is 'The same of one subject: and subject = ?; foreign key to users';
comment on index muster.ix_audit_log__action_at_id is 'The same of one action: and action = ?';
comment on index muster.ix_audit_log__at is 'A long span of time as a whole, which is stored in its order: where at >= ? and at < ?';

-- What it refuses -----------------------------------------------------------------------------------------------------

create function muster.forbid_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $function$
begin
    raise restrict_violation using message = format('entries of %s are never changed or removed', tg_table_name);
end
$function$;
comment on function muster.forbid_change() is 'Refuses what would change or remove rows, whoever asks for it';

-- The foreign keys set actor and subject to null when a person is removed, in the name of the owner of the table. That is
-- told from any other change by its meaning: the person is there no more. No one can bring it about but by removing them.
create function muster.take_person_out() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $function$
declare
    actor_gone   boolean := old.actor is not null and new.actor is null
                                and not exists (select from muster.users where id = old.actor);
    subject_gone boolean := old.subject is not null and new.subject is null
                                and not exists (select from muster.users where id = old.subject);
    expected     record  := old;
begin
    if actor_gone then
        expected.actor := null;
    end if;
    if subject_gone then
        expected.subject := null;
    end if;
    if not (actor_gone or subject_gone) or new is distinct from expected then
        raise restrict_violation using message = format('entries of %s are never changed or removed', tg_table_name);
    end if;
    new.details := '{}';
    -- The request was the actor's; of one without an actor it may have been the subject's.
    if new.actor is null then
        new.ip := null;
        new.user_agent := null;
        new.request_id := null;
    end if;
    return new;
end
$function$;
comment on function muster.take_person_out() is
    'Refuses every change of an entry but one: that a person who was removed is taken out, with all that tells of them';

create trigger audit_log_take_person_out before update on muster.audit_log for each row
    execute function muster.take_person_out();
create trigger audit_log_forbid_removal before delete on muster.audit_log for each row
    execute function muster.forbid_change();
create trigger audit_log_forbid_truncation before truncate on muster.audit_log for each statement
    execute function muster.forbid_change();

-- Through audit_log; nobody but the owner has any right to a partition by its own name.
grant select, insert on muster.audit_log to muster_app;

-- Partitions ----------------------------------------------------------------------------------------------------------

-- For what belongs to no other, so that no entry is ever refused. Empty, unless a clock is wrong or nobody made partitions.
create table muster.audit_log_default partition of muster.audit_log default;
create trigger audit_log_forbid_truncation before truncate on muster.audit_log_default for each statement
    execute function muster.forbid_change();
comment on table muster.audit_log_default is 'Entries of months that have no partition yet';

create function muster.create_audit_partition(month timestamptz) returns boolean
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '5s'
as $function$
declare
    name text        := 'audit_log_' || to_char(month, 'YYYY_MM');
    next timestamptz := month + interval '1 month';
begin
    if to_regclass('muster.' || name) is not null then
        return false;
    end if;
    -- The foreign keys take this lock anyway. Taken first, it comes in the order of those who change an account and record it.
    lock table muster.users in share row exclusive mode;
    lock table muster.audit_log_default in access exclusive mode;
    execute format('create table muster.%I (like muster.audit_log including defaults including constraints)', name);
    if exists (select from muster.audit_log_default d where d.at >= month and d.at < next) then
        alter table muster.audit_log_default disable trigger audit_log_forbid_removal;
        execute format('with moved as (delete from muster.audit_log_default d where d.at >= $1 and d.at < $2 returning *)'
            ' insert into muster.%I select * from moved', name) using month, next;
        alter table muster.audit_log_default enable trigger audit_log_forbid_removal;
    end if;
    execute format('alter table muster.audit_log attach partition muster.%I for values from (%L) to (%L)', name, month, next);
    execute format('create trigger audit_log_forbid_truncation before truncate on muster.%I for each statement'
        ' execute function muster.forbid_change()', name);
    execute format('comment on table muster.%I is %L', name, 'Entries of ' || to_char(month, 'YYYY-MM'));
    return true;
end
$function$;
comment on function muster.create_audit_partition(timestamptz) is
    'Makes the partition of the month (UTC) that begins then, with what of it lies in the default one; false if there is one';

create function muster.create_audit_partitions(months_ahead integer) returns integer
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '5s'
as $function$
declare
    months timestamptz[];
    month  timestamptz;
    made   integer := 0;
begin
    if months_ahead is null or months_ahead not between 0 and 24 then
        raise invalid_parameter_value using message = 'months_ahead must be from 0 to 24';
    end if;
    -- One at a time, before any of them has looked at the default partition; entries come in all the same.
    lock table only muster.audit_log in share update exclusive mode;
    months := array(
        select date_trunc('month', now()) + n * interval '1 month' from generate_series(0, months_ahead) n
        union
        select date_trunc('month', d.at) from muster.audit_log_default d
        order by 1);
    foreach month in array months loop
        if muster.create_audit_partition(month) then
            made := made + 1;
        end if;
    end loop;
    return made;
end
$function$;
comment on function muster.create_audit_partitions(integer) is
    'Makes the partitions of this month, of so many after it, and of the months that lie in the default one; tells how many'
    ' were missing. Acts for the owner, as the application calls it';

create function muster.drop_audit_partitions(before timestamptz) returns setof text
    language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '5s'
as $function$
declare
    partitions text[];
    partition  text;
begin
    if before is null or before > now() - interval '7 years' then
        raise invalid_parameter_value using message = 'entries are kept for 7 years';
    end if;
    perform muster.create_audit_partitions(0);
    lock table muster.users in share row exclusive mode;
    partitions := array(
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'muster.audit_log'::regclass and c.relname ~ '^audit_log_[0-9]{4}_[0-9]{2}$'
            and to_timestamp(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before
        order by 1);
    foreach partition in array partitions loop
        execute format('drop table muster.%I', partition);
        return next partition;
    end loop;
end
$function$;
comment on function muster.drop_audit_partitions(timestamptz) is
    'Removes the partitions that end before then, which has to be 7 years ago or more, and tells which; for the owner alone';

revoke execute on function muster.create_audit_partition(timestamptz) from public;
revoke execute on function muster.create_audit_partitions(integer) from public;
revoke execute on function muster.drop_audit_partitions(timestamptz) from public;
grant execute on function muster.create_audit_partitions(integer) to muster_app;

select muster.create_audit_partitions(12);
