package dev.muster.persistence.session;

import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The signing keys, in PostgreSQL. */
@Singleton
final class JdbcSigningKeys implements SigningKeys {

    /** A lock on something that has no row yet. The insert is a statement of its own: it has to look once the lock is had. */
    private static final Sql INSERT_FIRST = Sql.plain("""
            select pg_advisory_xact_lock(hashtextextended('muster.signing_keys', 0));
            insert into muster.signing_keys (kid, algorithm, public_jwk, sealed_private, not_before, retire_at)
            select ?, ?, ?, ?, ?, ? where not exists (select from muster.signing_keys)
            """);

    private static final Sql LOCK =
            Sql.plain("select pg_advisory_xact_lock(hashtextextended('muster.signing_keys', 0))");

    /** Without an end there is nothing to compare with: least() takes the other. */
    private static final Sql RETIRE =
            Sql.plain("update muster.signing_keys set retire_at = least(retire_at, ?) where kid = ?");

    private static final Sql REMOVE_ALL_BUT = Sql.plain("delete from muster.signing_keys where kid <> all (?)");

    private final CurrentUnit unit;
    private final SigningKeyRepository repository;

    JdbcSigningKeys(CurrentUnit unit, SigningKeyRepository repository) {
        this.unit = unit;
        this.repository = repository;
    }

    @Override
    public void insert(SigningKey key) {
        unit.write(() -> repository.insert(SigningKeyRow.from(key)));
    }

    @Override
    public boolean insertFirst(SigningKey key) {
        int inserted = unit.update(
                INSERT_FIRST,
                parameters -> parameters
                        .text(key.id())
                        .text(key.algorithm())
                        .text(key.publicJwk())
                        .text(key.sealedPrivate())
                        .time(key.notBefore())
                        .time(key.retireAt()));
        return inserted > 0;
    }

    @Override
    public List<SigningKey> findAccepted(Instant now) {
        return unit.read(() -> repository.findAccepted(now)).stream()
                .map(SigningKeyRow::toSigningKey)
                .toList();
    }

    /** Reads in a statement of its own: it has to look once the lock is had. */
    @Override
    public List<SigningKey> lockAccepted(Instant now) {
        unit.update(LOCK, parameters -> {});
        return findAccepted(now);
    }

    @Override
    public void retire(String id, Instant at) {
        unit.update(RETIRE, parameters -> parameters.time(at).text(id));
    }

    @Override
    public void removeAllBut(Set<String> ids) {
        unit.update(REMOVE_ALL_BUT, parameters -> parameters.texts(ids));
    }
}
