package dev.muster.testkit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link RateLimiter} promises. A test class of the adapter implements this interface and gives a limiter, and a
 * way to let time pass for it; how its memory is bounded is left to the adapter's own test.
 */
public interface RateLimiterContract {

    /** Long enough for a test that lets no time pass. */
    Duration LONG = Duration.ofMinutes(5);

    /** Short enough for a test that waits. */
    Duration SHORT = Duration.ofSeconds(1);

    /** What is tested; the same at every call of a test. */
    RateLimiter limiter();

    /** Lets time pass for the limiter, this much or a little more. */
    void pass(Duration time);

    @Test
    default void quotaIsAllowedAndNoMore() {
        RateLimit limit = new RateLimit("quota", 3, LONG);
        String key = key();

        assertThat(IntStream.range(0, 5).mapToObj(ignored -> take(limit, key).allowed()))
                .containsExactly(true, true, true, false, false);
    }

    @Test
    default void allowanceTellsWhatRemains() {
        RateLimit limit = new RateLimit("remaining", 2, LONG);
        String key = key();

        assertThat(take(limit, key)).isEqualTo(new Allowance(limit, true, 1, LONG));
        assertThat(take(limit, key)).isEqualTo(new Allowance(limit, true, 0, LONG));
        assertThat(take(limit, key).remaining()).isZero();
    }

    @Test
    default void neverMoreThanTheQuotaAmongManyAtOnce() {
        RateLimit limit = new RateLimit("race", 20, LONG);
        String key = key();

        var outcomes = Race.of(50, thread -> take(limit, key).allowed());

        assertThat(Race.values(outcomes).stream().filter(allowed -> allowed)).hasSize(20);
    }

    @Test
    default void windowSlides() {
        RateLimit limit = new RateLimit("slide", 2, SHORT);
        String key = key();
        take(limit, key);
        pass(SHORT.dividedBy(2));
        take(limit, key);
        assertThat(take(limit, key).allowed()).isFalse();

        pass(SHORT.dividedBy(2).plusMillis(1));

        assertThat(take(limit, key).allowed())
                .as("the first is out of the window")
                .isTrue();
        assertThat(take(limit, key).allowed()).as("the second is still in it").isFalse();
    }

    @Test
    default void whoIsRefusedKnowsWhenOneMoreIsAllowed() {
        RateLimit limit = new RateLimit("reset", 1, SHORT);
        String key = key();
        take(limit, key);
        pass(Duration.ofMillis(100));
        Allowance refused = take(limit, key);

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.resetAfter()).isPositive().isLessThanOrEqualTo(SHORT.minusMillis(100));
        pass(refused.resetAfter());
        assertThat(take(limit, key).allowed()).isTrue();
    }

    @Test
    default void wholeQuotaIsFreeAgainWhenSaid() {
        RateLimit limit = new RateLimit("whole", 3, SHORT);
        String key = key();
        take(limit, key);
        pass(take(limit, key).resetAfter());

        assertThat(take(limit, key).remaining()).isEqualTo(2);
    }

    @Test
    default void refusedRequestDoesNotCount() {
        RateLimit limit = new RateLimit("refused", 1, SHORT);
        String key = key();
        take(limit, key);
        pass(SHORT.dividedBy(2));
        assertThat(take(limit, key).allowed()).isFalse();

        pass(SHORT.dividedBy(2).plusMillis(1));

        assertThat(take(limit, key).allowed()).isTrue();
    }

    @Test
    default void keysCountApart() {
        RateLimit limit = new RateLimit("keys", 1, LONG);
        take(limit, key());

        assertThat(take(limit, key()).allowed()).isTrue();
    }

    @Test
    default void limitsOfDifferentNamesCountApart() {
        String key = key();
        take(new RateLimit("one", 1, LONG), key);

        assertThat(take(new RateLimit("other", 1, LONG), key).allowed()).isTrue();
    }

    @Test
    default void anyTextIsAKey() {
        RateLimit limit = new RateLimit("text", 1, LONG);
        String strange = key() + " {}*\n\0\u00fc\ud83d\ude00" + "long".repeat(10_000);

        assertThat(take(limit, strange).allowed()).isTrue();
        assertThat(take(limit, strange).allowed()).isFalse();
        assertThat(take(limit, strange + "er").allowed()).isTrue();
    }

    @Test
    default void whatIsGivenBackIsFreeAgain() {
        RateLimit limit = new RateLimit("back", 2, LONG);
        String key = key();
        take(limit, key);
        take(limit, key);

        giveBack(limit, key);

        assertThat(take(limit, key).allowed()).isTrue();
        assertThat(take(limit, key).allowed()).isFalse();
    }

    @Test
    default void newestIsGivenBack() {
        RateLimit limit = new RateLimit("newest", 2, SHORT);
        String key = key();
        take(limit, key);
        pass(SHORT.dividedBy(2));
        take(limit, key);
        giveBack(limit, key);

        pass(SHORT.dividedBy(2).plusMillis(1));

        assertThat(take(limit, key).remaining()).as("nothing else counts").isEqualTo(1);
    }

    @Test
    default void nothingIsGivenBackWhereNothingCounts() {
        RateLimit limit = new RateLimit("nothing", 1, LONG);
        String key = key();

        giveBack(limit, key);

        assertThat(take(limit, key).allowed()).isTrue();
        assertThat(take(limit, key).allowed()).isFalse();
    }

    private Allowance take(RateLimit limit, String key) {
        return limiter()
                .take(limit, key)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void giveBack(RateLimit limit, String key) {
        limiter()
                .giveBack(limit, key)
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
