package dev.muster.testkit.session;

import dev.muster.domain.session.SigningKey;
import dev.muster.domain.session.SigningKeys;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Signing keys in memory. */
public final class InMemorySigningKeys implements SigningKeys {

    private final Table<String, SigningKey> table;

    public InMemorySigningKeys(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(SigningKey key) {
        table.change(rows -> {
            if (rows.putIfAbsent(key.id(), key) != null) {
                throw new IllegalArgumentException("a key of this id is stored");
            }
        });
    }

    @Override
    public boolean insertFirst(SigningKey key) {
        AtomicBoolean first = new AtomicBoolean();
        table.change(rows -> {
            first.set(rows.isEmpty());
            if (first.get()) {
                rows.put(key.id(), key);
            }
        });
        return first.get();
    }

    @Override
    public List<SigningKey> findAccepted(Instant now) {
        return table.rows().values().stream()
                .filter(key -> isAccepted(key, now))
                .sorted(Comparator.comparing(SigningKey::notBefore).reversed())
                .toList();
    }

    /** Writers wait for each other as it is. */
    @Override
    public List<SigningKey> lockAccepted(Instant now) {
        table.change(rows -> {});
        return findAccepted(now);
    }

    @Override
    public void retire(String id, Instant at) {
        table.change(rows -> rows.computeIfPresent(id, (same, key) -> isAccepted(key, at) ? key.retiringAt(at) : key));
    }

    @Override
    public void removeAllBut(Set<String> ids) {
        table.change(rows -> rows.keySet().retainAll(ids));
    }

    private static boolean isAccepted(SigningKey key, Instant now) {
        Instant retireAt = key.retireAt();
        return retireAt == null || now.isBefore(retireAt);
    }
}
