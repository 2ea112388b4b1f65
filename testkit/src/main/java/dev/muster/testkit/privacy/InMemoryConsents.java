package dev.muster.testkit.privacy;

import dev.muster.domain.privacy.Consent;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The consent ledger in memory. */
public final class InMemoryConsents implements Consents {

    private final Table<UUID, Consent> table;

    public InMemoryConsents(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Consent consent) {
        table.change(rows -> {
            if (rows.putIfAbsent(consent.id(), consent) != null) {
                throw new IllegalArgumentException("an entry of this id is stored");
            }
        });
    }

    @Override
    public List<Consent> findAll(UserId user) {
        return table.rows().values().stream()
                .filter(consent -> consent.user().equals(user))
                .sorted(Comparator.comparing(Consent::at))
                .toList();
    }
}
