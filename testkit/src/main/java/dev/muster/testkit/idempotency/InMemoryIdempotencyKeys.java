package dev.muster.testkit.idempotency;

import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.idempotency.KeyEntry;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The keys of requests, in memory. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {

    private record Row(KeyClaim claim, KeyEntry entry) {

        static Row of(KeyClaim claim) {
            return new Row(claim, new KeyEntry(claim.number(), claim.fingerprint(), claim.leaseUntil(), false, null));
        }

        Row with(Instant leaseUntil, boolean carriedOut, @Nullable String answer) {
            return new Row(claim, new KeyEntry(entry.number(), entry.fingerprint(), leaseUntil, carriedOut, answer));
        }

        boolean hasExpired(Instant now) {
            return !now.isBefore(claim.expiresAt());
        }
    }

    private final Table<String, Row> table;

    public InMemoryIdempotencyKeys(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public Optional<KeyEntry> begin(KeyClaim claim) {
        AtomicReference<@Nullable Row> row = new AtomicReference<>();
        table.change(rows -> {
            Row there = rows.get(claim.key());
            boolean free = there == null
                    || there.hasExpired(claim.at())
                    || there.entry().fallsTo(claim);
            if (free) {
                rows.put(claim.key(), Row.of(claim));
            }
            row.set(rows.get(claim.key()));
        });
        return Optional.ofNullable(row.get()).map(Row::entry);
    }

    @Override
    public boolean carryOut(KeyClaim claim, Instant now) {
        AtomicBoolean held = new AtomicBoolean();
        changeHeld(claim, (rows, row) -> {
            rows.put(
                    claim.key(),
                    row.with(row.entry().leaseUntil(), true, row.entry().sealedAnswer()));
            held.set(true);
        });
        return held.get();
    }

    @Override
    public void keep(KeyClaim claim, String sealedAnswer, Instant now) {
        changeHeld(
                claim,
                (rows, row) -> rows.put(claim.key(), row.with(now, row.entry().carriedOut(), sealedAnswer)));
    }

    @Override
    public void giveBack(KeyClaim claim) {
        changeHeld(claim, (rows, row) -> rows.remove(claim.key()));
    }

    @Override
    public void giveUp(KeyClaim claim, Instant now) {
        changeHeld(claim, (rows, row) -> {
            if (row.entry().carriedOut()) {
                rows.put(claim.key(), row.with(now, true, row.entry().sealedAnswer()));
            } else {
                rows.remove(claim.key());
            }
        });
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        AtomicInteger removed = new AtomicInteger();
        table.change(rows -> {
            List<String> expired = rows.values().stream()
                    .filter(row -> row.hasExpired(now))
                    .map(row -> row.claim().key())
                    .limit(limit)
                    .toList();
            expired.forEach(rows::remove);
            removed.set(expired.size());
        });
        return removed.get();
    }

    private void changeHeld(KeyClaim claim, BiConsumer<Map<String, Row>, Row> change) {
        table.change(rows -> {
            Row row = rows.get(claim.key());
            if (row != null && row.entry().number().equals(claim.number())) {
                change.accept(rows, row);
            }
        });
    }
}
