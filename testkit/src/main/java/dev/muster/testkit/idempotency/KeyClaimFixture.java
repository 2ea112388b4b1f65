package dev.muster.testkit.idempotency;

import dev.muster.domain.idempotency.KeyClaim;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sample claims. */
public final class KeyClaimFixture {

    private KeyClaimFixture() {}

    /** Of somebody unknown, on a key that nobody has. */
    public static KeyClaim aClaim() {
        return aClaim(null);
    }

    /** On a key that nobody has. */
    public static KeyClaim aClaim(@Nullable UserId user) {
        return new KeyClaim(
                text(UUID.randomUUID().toString()), text("a request"), UUID.randomUUID(), user, TestClock.START);
    }

    /** The same request once more, at another time. */
    public static KeyClaim repeated(KeyClaim claim, Instant at) {
        return new KeyClaim(claim.key(), claim.fingerprint(), UUID.randomUUID(), claim.user(), at);
    }

    /** Another request with the same key, at another time. */
    public static KeyClaim reused(KeyClaim claim, Instant at) {
        return new KeyClaim(claim.key(), text("another request"), UUID.randomUUID(), claim.user(), at);
    }

    /** As derived secrets are written. */
    private static String text(String seed) {
        return TokenHash.of(seed).hex().substring(0, 43);
    }
}
