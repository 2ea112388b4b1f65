package dev.muster.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets a key, and whose it is. */
final class KeyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final KeyClaim FIRST = claim("same request", NOW);

    @Test
    void requestHasItsKeyForAMinuteAndTheKeyIsKeptForADay() {
        assertThat(FIRST.leaseUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(FIRST.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void keyOfARequestThatWasCutOffFallsToItsRepeat() {
        KeyEntry cutOff = entry(false, null);

        assertThat(cutOff.fallsTo(claim("same request", FIRST.leaseUntil()))).isTrue();
        assertThat(cutOff.fallsTo(claim("same request", FIRST.leaseUntil().minusNanos(1000))))
                .isFalse();
    }

    @Test
    void keyNeverFallsToAnotherRequest() {
        assertThat(entry(false, null).fallsTo(claim("another request", FIRST.expiresAt())))
                .isFalse();
    }

    @Test
    void keyOfWhatWasCarriedOutOrAnsweredFallsToNobody() {
        KeyClaim late = claim("same request", FIRST.expiresAt());

        assertThat(entry(true, null).fallsTo(late)).isFalse();
        assertThat(entry(false, "sealed").fallsTo(late)).isFalse();
    }

    @Test
    void callersAreToldApartByAccountAndStrangersByNetwork() {
        var ann = new UserId(new UUID(0, 1));
        var bob = new UserId(new UUID(0, 2));

        assertThat(Caller.of(ann)).isEqualTo(Caller.of(ann)).isNotEqualTo(Caller.of(bob));
        assertThat(Caller.of(ann).user()).isEqualTo(ann);
        assertThat(Caller.anonymous("2001:db8::1"))
                .isEqualTo(Caller.anonymous("2001:db8::2"))
                .isNotEqualTo(Caller.anonymous("2001:db8:0:1::1"));
        assertThat(Caller.anonymous("192.0.2.1")).isNotEqualTo(Caller.anonymous("192.0.2.2"));
        assertThat(Caller.anonymous(null)).isEqualTo(Caller.anonymous("unknown"));
        assertThat(Caller.anonymous(null).user()).isNull();
    }

    private static KeyClaim claim(String fingerprint, Instant at) {
        return new KeyClaim("key", fingerprint, new UUID(0, 3), null, at);
    }

    private static KeyEntry entry(boolean carriedOut, String sealedAnswer) {
        return new KeyEntry(FIRST.number(), FIRST.fingerprint(), FIRST.leaseUntil(), carriedOut, sealedAnswer);
    }
}
