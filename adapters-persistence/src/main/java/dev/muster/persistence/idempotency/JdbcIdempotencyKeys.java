package dev.muster.persistence.idempotency;

import dev.muster.domain.idempotency.IdempotencyKeys;
import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.idempotency.KeyEntry;
import dev.muster.persistence.shared.CurrentUnit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of requests, in PostgreSQL. Who takes a key that another is giving back waits for its row. */
@Singleton
final class JdbcIdempotencyKeys implements IdempotencyKeys {

    private final CurrentUnit unit;

    JdbcIdempotencyKeys(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<KeyEntry> begin(KeyClaim claim) {
        return unit
                .updateReturning(
                        KeyStatements.BEGIN,
                        parameters -> parameters
                                .text(claim.key())
                                .text(claim.fingerprint())
                                .uuid(claim.number())
                                .uuid(user(claim))
                                .time(claim.leaseUntil())
                                .time(claim.at())
                                .time(claim.at())
                                .time(claim.expiresAt())
                                .text(claim.key()),
                        columns -> new KeyEntry(
                                columns.uuid(), columns.text(), columns.time(), columns.flag(), columns.textOrNull()))
                .stream()
                .findFirst();
    }

    @Override
    public boolean carryOut(KeyClaim claim, Instant now) {
        return unit.update(
                        KeyStatements.CARRY_OUT,
                        parameters -> parameters.time(now).text(claim.key()).uuid(claim.number()))
                == 1;
    }

    @Override
    public void keep(KeyClaim claim, String sealedAnswer, Instant now) {
        unit.update(
                KeyStatements.KEEP,
                parameters -> parameters
                        .text(sealedAnswer)
                        .time(now)
                        .text(claim.key())
                        .uuid(claim.number()));
    }

    @Override
    public void giveBack(KeyClaim claim) {
        unit.update(
                KeyStatements.GIVE_BACK,
                parameters -> parameters.text(claim.key()).uuid(claim.number()));
    }

    @Override
    public void giveUp(KeyClaim claim, Instant now) {
        unit.update(
                KeyStatements.GIVE_UP,
                parameters -> parameters
                        .text(claim.key())
                        .uuid(claim.number())
                        .time(now)
                        .text(claim.key())
                        .uuid(claim.number()));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return unit.update(
                KeyStatements.REMOVE_EXPIRED, parameters -> parameters.time(now).integer(limit));
    }

    private static @Nullable UUID user(KeyClaim claim) {
        return claim.user() == null ? null : claim.user().value();
    }
}
