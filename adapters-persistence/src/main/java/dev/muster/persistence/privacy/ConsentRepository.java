package dev.muster.persistence.privacy;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The statements on the consent ledger. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConsentRepository extends GenericRepository<ConsentRow, UUID> {

    void insert(ConsentRow row);

    List<ConsentRow> findByUserIdOrderByCreatedAtAscAndIdAsc(UUID userId);
}
