package dev.muster.testkit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.limit.Allowance;
import dev.muster.domain.limit.RateLimit;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
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
        Tally tally = tally(3, LONG);

        assertThat(IntStream.range(0, 5).mapToObj(ignored -> tally.take().allowed()))
                .containsExactly(true, true, true, false, false);
    }

    @Test
    default void allowanceTellsWhatRemains() {
        Tally tally = tally(2, LONG);

        assertThat(tally.take()).isEqualTo(new Allowance(tally.limit(), true, 1, LONG));
        assertThat(tally.take()).isEqualTo(new Allowance(tally.limit(), true, 0, LONG));
        assertThat(tally.take().remaining()).isZero();
    }

    @Test
    default void neverMoreThanTheQuotaAmongManyAtOnce() {
        Tally tally = tally(20, LONG);

        var outcomes = Race.of(50, thread -> tally.take().allowed());

        assertThat(Race.values(outcomes).stream().filter(allowed -> allowed)).hasSize(20);
    }

    @Test
    default void windowSlides() {
        Tally tally = tally(2, SHORT);
        tally.take();
        pass(SHORT.dividedBy(2));
        tally.take();
        assertThat(tally.take().allowed()).isFalse();

        pass(SHORT.dividedBy(2).plusMillis(1));

        assertThat(tally.take().allowed()).as("the first is out of the window").isTrue();
        assertThat(tally.take().allowed()).as("the second is still in it").isFalse();
    }

    @Test
    default void whoIsRefusedKnowsWhenOneMoreIsAllowed() {
        Tally tally = tally(1, SHORT);
        tally.take();
        pass(Duration.ofMillis(100));
        Allowance refused = tally.take();

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.resetAfter()).isPositive().isLessThanOrEqualTo(SHORT.minusMillis(100));
        pass(refused.resetAfter());
        assertThat(tally.take().allowed()).isTrue();
    }

    @Test
    default void wholeQuotaIsFreeAgainWhenSaid() {
        Tally tally = tally(3, SHORT);
        tally.take();
        pass(tally.take().resetAfter());

        assertThat(tally.take().remaining()).isEqualTo(2);
    }

    @Test
    default void refusedRequestDoesNotCount() {
        Tally tally = tally(1, SHORT);
        tally.take();
        pass(SHORT.dividedBy(2));
        assertThat(tally.take().allowed()).isFalse();

        pass(SHORT.dividedBy(2).plusMillis(1));

        assertThat(tally.take().allowed()).isTrue();
    }

    @Test
    default void keysCountApart() {
        Tally tally = tally(1, LONG);
        tally.take();

        assertThat(tally.of(key()).take().allowed()).isTrue();
    }

    @Test
    default void limitsOfDifferentNamesCountApart() {
        Tally tally = tally(1, LONG);
        tally.take();

        Tally other = new Tally(limiter(), new RateLimit("other", 1, LONG), tally.key());
        assertThat(other.take().allowed()).isTrue();
    }

    @Test
    default void anyTextIsAKey() {
        String text = key() + " {}*\n\0\u00fc\ud83d\ude00" + "long".repeat(10_000);
        Tally strange = tally(1, LONG).of(text);

        assertThat(strange.take().allowed()).isTrue();
        assertThat(strange.take().allowed()).isFalse();
        assertThat(strange.of(text + "er").take().allowed()).isTrue();
    }

    @Test
    default void whatIsGivenBackIsFreeAgain() {
        Tally tally = tally(2, LONG);
        tally.take();
        tally.take();

        tally.giveBack();

        assertThat(tally.take().allowed()).isTrue();
        assertThat(tally.take().allowed()).isFalse();
    }

    @Test
    default void newestIsGivenBack() {
        Tally tally = tally(2, SHORT);
        tally.take();
        pass(SHORT.dividedBy(2));
        tally.take();
        tally.giveBack();

        pass(SHORT.dividedBy(2).plusMillis(1));

        assertThat(tally.take().remaining()).as("nothing else counts").isEqualTo(1);
    }

    @Test
    default void nothingIsGivenBackWhereNothingCounts() {
        Tally tally = tally(1, LONG);

        tally.giveBack();

        assertThat(tally.take().allowed()).isTrue();
        assertThat(tally.take().allowed()).isFalse();
    }

    private Tally tally(int quota, Duration window) {
        return new Tally(limiter(), new RateLimit("contract", quota, window), key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** What a limiter counts for one key. */
    record Tally(RateLimiter limiter, RateLimit limit, String key) {

        Tally of(String other) {
            return new Tally(limiter, limit, other);
        }

        Allowance take() {
            return await(limiter.take(limit, key));
        }

        void giveBack() {
            await(limiter.giveBack(limit, key));
        }

        private static <T> T await(CompletionStage<T> stage) {
            return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
