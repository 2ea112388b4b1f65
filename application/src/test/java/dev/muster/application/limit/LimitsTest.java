package dev.muster.application.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.muster.domain.limit.LimitError;
import dev.muster.domain.limit.LimitPolicy;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.shared.TooMany;
import dev.muster.testkit.limit.InMemoryRateLimiter;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    private static final RateLimit ONCE = new RateLimit("once", 1, Duration.ofMinutes(1));

    private final TestClock clock = new TestClock();
    private final Limits limits = new Limits(new InMemoryRateLimiter(clock), LimitPolicy.DEFAULT);

    @Test
    void refusesOneTooManyAndSaysWhenToAskAgain() {
        limits.require(ONCE, "ann");
        clock.advance(Duration.ofSeconds(20));

        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> limits.require(ONCE, "ann"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(LimitError.RATE_LIMITED);
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(40));
                });
        limits.require(ONCE, "bob");
    }

    @Test
    void whatIsGivenBackDoesNotCount() {
        limits.require(ONCE, "ann");
        limits.giveBack(ONCE, "ann");

        assertThatNoException().isThrownBy(() -> limits.require(ONCE, "ann"));
    }

    @Test
    void switchedOffNothingIsCountedOrRefused() {
        Limits off = new Limits(new InMemoryRateLimiter(clock), LimitPolicy.OFF);
        off.require(ONCE, "ann");
        off.giveBack(ONCE, "ann");

        assertThatNoException().isThrownBy(() -> off.require(ONCE, "ann"));
        assertThat(off.take(ONCE, "ann").toCompletableFuture().join()).isEmpty();
        assertThat(off.policy().enforced()).isFalse();
    }
}
