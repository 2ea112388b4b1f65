package dev.muster.persistence.idempotency;

import dev.muster.persistence.shared.Sql;

/** The statements of {@link JdbcIdempotencyKeys}. */
final class KeyStatements {

    /**
     * The condition is that of {@link dev.muster.domain.idempotency.KeyEntry#fallsTo}. The second statement has a snapshot
     * of its own, so it sees what the first may have waited for.
     */
    static final Sql BEGIN = Sql.after("""
            insert into muster.idempotency_keys as held
                (id, fingerprint, claim, user_id, lease_until, created_at, updated_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set fingerprint = excluded.fingerprint, claim = excluded.claim, user_id = excluded.user_id,
                lease_until = excluded.lease_until, effect_at = null, answer = null,
                created_at = excluded.created_at, updated_at = excluded.updated_at, expires_at = excluded.expires_at
            where held.expires_at <= excluded.created_at
                or held.answer is null and held.effect_at is null and held.lease_until <= excluded.created_at
                    and held.fingerprint = excluded.fingerprint""", """
            select claim, fingerprint, lease_until, effect_at is not null, answer
            from muster.idempotency_keys where id = ?""");

    static final Sql CARRY_OUT = Sql.plain("""
            update muster.idempotency_keys set effect_at = coalesce(effect_at, ?) where id = ? and claim = ?""");

    static final Sql KEEP = Sql.plain("""
            update muster.idempotency_keys set answer = ?, lease_until = ? where id = ? and claim = ?""");

    static final Sql GIVE_BACK = Sql.plain("delete from muster.idempotency_keys where id = ? and claim = ?");

    static final Sql GIVE_UP = Sql.plain("""
            with given_back as (
                delete from muster.idempotency_keys where id = ? and claim = ? and effect_at is null)
            update muster.idempotency_keys set lease_until = ? where id = ? and claim = ? and effect_at is not null""");

    /** What another node removes at the same time is left to it. */
    static final Sql REMOVE_EXPIRED = Sql.plain("""
            delete from muster.idempotency_keys where id in (
                select id from muster.idempotency_keys where expires_at <= ?
                order by expires_at limit ? for update skip locked)""");

    private KeyStatements() {}
}
