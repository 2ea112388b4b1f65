-- Idempotency: keys of requests that may be sent again, each with the answer to the first.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know an older version go on with it.

set local lock_timeout = '5s';

-- idempotency_keys ----------------------------------------------------------------------------------------------------

create table muster.idempotency_keys (
    id          text        not null collate "C",
    fingerprint text        not null collate "C",
    claim       uuid        not null,
    user_id     uuid,
    lease_until timestamptz not null,
    effect_at   timestamptz,
    answer      text                 collate "C",
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    expires_at  timestamptz not null,
    constraint pk_idempotency_keys primary key (id),
    constraint fk_idempotency_keys__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint ck_idempotency_keys__id check (octet_length(id) = 43),
    constraint ck_idempotency_keys__fingerprint check (octet_length(fingerprint) = 43),
    constraint ck_idempotency_keys__answer check (octet_length(answer) <= 500000),
    constraint ck_idempotency_keys__expires_at check (expires_at > created_at)
);

-- Sealed, so nothing is gained by trying to compress it.
alter table muster.idempotency_keys alter column answer set storage external;

create index ix_idempotency_keys__expires_at on muster.idempotency_keys (expires_at);
create index ix_idempotency_keys__user_id on muster.idempotency_keys (user_id) where user_id is not null;

comment on table muster.idempotency_keys is 'Requests that may be sent again: who began one holds its key until the answer is kept. Found by an HMAC of caller and key only, and sealed, so there is nothing in a row that row-level security would guard';
comment on column muster.idempotency_keys.id is 'HMAC of caller and key, under a secret that follows from the master key; base64url';
comment on column muster.idempotency_keys.fingerprint is 'HMAC of the whole request, under the same secret, as bodies hold passwords; base64url';
comment on column muster.idempotency_keys.claim is 'The request that has the key; a repeat that takes over from one that was cut off has another';
comment on column muster.idempotency_keys.user_id is 'Who sent the request, with whose account it goes; null for somebody unknown';
comment on column muster.idempotency_keys.lease_until is 'When the request is taken for cut off, or was over';
comment on column muster.idempotency_keys.effect_at is 'When something that the request wrote was kept, in the same transaction; null before';
comment on column muster.idempotency_keys.answer is 'Status, headers and body of the answer, sealed under the master key, as it may hold tokens; null if there is none';
comment on column muster.idempotency_keys.created_at is 'When the request came';
comment on column muster.idempotency_keys.updated_at is 'When the row was last changed; kept by trigger';
comment on column muster.idempotency_keys.expires_at is 'From when on the key may be used anew';
comment on index muster.pk_idempotency_keys is 'The request of a key: where id = ?';
comment on index muster.ix_idempotency_keys__expires_at is 'Clean-up: where expires_at <= ? order by expires_at';
comment on index muster.ix_idempotency_keys__user_id is 'The keys that go with an account; foreign key to users';

create trigger idempotency_keys_set_updated_at before update on muster.idempotency_keys for each row
    when (new.updated_at is not distinct from old.updated_at)
    execute function muster.set_updated_at();

grant select, insert, update, delete on muster.idempotency_keys to muster_app;
