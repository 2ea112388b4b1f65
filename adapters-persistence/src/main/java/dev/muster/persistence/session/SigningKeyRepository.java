package dev.muster.persistence.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The statements on signing keys. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SigningKeyRepository extends GenericRepository<SigningKeyRow, String> {

    void insert(SigningKeyRow row);

    @Query("""
            select kid, algorithm, public_jwk, sealed_private, not_before, retire_at
            from muster.signing_keys
            where retire_at is null or retire_at > :now
            order by not_before desc, kid desc
            """)
    List<SigningKeyRow> findAccepted(Instant now);
}
