package dev.muster.persistence.privacy;

import dev.muster.domain.privacy.Consent;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.CurrentUnit;
import jakarta.inject.Singleton;
import java.util.List;

/** The consent ledger, in PostgreSQL. */
@Singleton
final class JdbcConsents implements Consents {

    private final CurrentUnit unit;
    private final ConsentRepository repository;

    JdbcConsents(CurrentUnit unit, ConsentRepository repository) {
        this.unit = unit;
        this.repository = repository;
    }

    @Override
    public void insert(Consent consent) {
        unit.write(() -> repository.insert(ConsentRow.from(consent)));
    }

    @Override
    public List<Consent> findAll(UserId user) {
        return unit.read(() -> repository.findByUserIdOrderByCreatedAtAscAndIdAsc(user.value())).stream()
                .map(ConsentRow::toConsent)
                .toList();
    }
}
