package dev.muster.persistence.session;

import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The signing keys, in PostgreSQL. */
@Singleton
final class JdbcSigningKeys implements SigningKeys {

    /** A lock on something that has no row yet. The insert is a statement of its own: it has to look once the lock is had. */
    private static final Sql INSERT_FIRST = Sql.plain("""
            select pg_advisory_xact_lock(hashtextextended('muster.signing_keys', 0));
            insert into muster.signing_keys (kid, algorithm, public_jwk, sealed_private, not_before, retire_at)
            select ?, ?, ?, ?, ?, ? where not exists (select from muster.signing_keys)
            """);

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
}
