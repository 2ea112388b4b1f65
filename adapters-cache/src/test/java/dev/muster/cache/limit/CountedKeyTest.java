package dev.muster.cache.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.limit.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CountedKeyTest {

    private static final RateLimit LIMIT = new RateLimit("sign-in", 5, Duration.ofMinutes(15));

    @Test
    void longKeyTakesNoMoreRoomThanAShortOne() {
        assertThat(CountedKey.of(LIMIT, "x".repeat(64)).key()).hasSize(64);
        assertThat(CountedKey.of(LIMIT, "x".repeat(1_000_000)).key()).hasSizeLessThan(64);
    }

    @Test
    void storeOfOthersNeverHasAKeyInClear() {
        assertThat(CountedKey.hidden(LIMIT, "ann@example.org"))
                .startsWith("muster:limit:sign-in:")
                .doesNotContain("ann", "example");
    }
}
