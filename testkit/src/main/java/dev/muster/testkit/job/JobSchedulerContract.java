package dev.muster.testkit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.domain.job.Job;
import dev.muster.domain.job.JobScheduler;
import dev.muster.domain.job.Schedule;
import dev.muster.domain.job.Schedule.Daily;
import dev.muster.domain.job.Schedule.Every;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link JobScheduler} promises. A test class of the adapter implements this interface and gives the adapter, by a
 * clock that the contract moves, with no job known from before and a patience of a second at most:
 *
 * <pre>{@code
 * final class MyJobSchedulerTest implements JobSchedulerContract {
 *     private final TestClock clock = new TestClock();
 *     private final JobScheduler scheduler = new MyJobScheduler(clock);
 *     public JobScheduler scheduler() { return scheduler; }
 *     public TestClock clock() { return clock; }
 * }
 * }</pre>
 */
public interface JobSchedulerContract {

    Duration SECOND = Duration.ofSeconds(1);
    Schedule OFTEN = new Every(SECOND);
    Duration PATIENCE = Duration.ofSeconds(30);

    /** What is tested; the same at every call of a test. */
    JobScheduler scheduler();

    /** The clock that it works by. */
    TestClock clock();

    /** Runs what is due, where that does not happen by itself. */
    default void runDue() {}

    @AfterEach
    default void close() {
        scheduler().close();
    }

    /** Lets time pass, a second at a time and fast, until something is so. */
    default void passUntil(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(giveUp);
            clock().advance(SECOND);
            runDue();
            pause(5);
        }
    }

    /** A job that notes the time of each run. */
    default Job noting(String name, Schedule schedule, List<Instant> runs) {
        return new Job(name, schedule, () -> runs.add(clock().instant()));
    }

    @Test
    default void jobRunsAtOnceAndAgainAfterItsPause() {
        List<Instant> runs = new CopyOnWriteArrayList<>();
        Duration pause = Duration.ofMinutes(1);
        scheduler().start(List.of(noting("job", new Every(pause), runs)));
        passUntil(() -> !runs.isEmpty());
        assertThat(runs.getFirst()).isBefore(TestClock.START.plus(PATIENCE.multipliedBy(200)));
        passUntil(() -> runs.size() > 3);

        for (int run = 1; run < runs.size(); run++) {
            assertThat(Duration.between(runs.get(run - 1), runs.get(run))).isGreaterThanOrEqualTo(pause);
        }
    }

    @Test
    default void pauseBeginsAtTheEndOfTheRun() {
        List<Instant> starts = new CopyOnWriteArrayList<>();
        Duration lasting = Duration.ofHours(1);
        Duration pause = Duration.ofHours(2);
        scheduler().start(List.of(new Job("job", new Every(pause), () -> {
            starts.add(clock().instant());
            clock().advance(lasting);
        })));
        passUntil(() -> !starts.isEmpty());
        clock().advance(pause);
        passUntil(() -> starts.size() > 1);

        assertThat(Duration.between(starts.get(0), starts.get(1))).isGreaterThanOrEqualTo(pause.plus(lasting));
    }

    @Test
    default void jobThatFailsRunsAgainAndHindersNoOther() {
        AtomicInteger exceptions = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        List<Instant> others = new CopyOnWriteArrayList<>();
        scheduler()
                .start(List.of(
                        new Job("throws-exceptions", OFTEN, () -> {
                            exceptions.incrementAndGet();
                            throw new UnsupportedOperationException("on purpose");
                        }),
                        new Job("throws-errors", OFTEN, () -> {
                            errors.incrementAndGet();
                            throw new AssertionError("on purpose");
                        }),
                        noting("does-well", OFTEN, others)));

        passUntil(() -> exceptions.get() > 2 && errors.get() > 2 && others.size() > 2);
        assertThat(exceptions).hasValueGreaterThan(2);
    }

    @Test
    default void dailyJobRunsOnceADayAtItsTime() {
        List<Instant> ticks = new CopyOnWriteArrayList<>();
        List<Instant> later = new CopyOnWriteArrayList<>();
        List<Instant> earlier = new CopyOnWriteArrayList<>();
        scheduler()
                .start(List.of(
                        noting("tick", OFTEN, ticks),
                        noting("later-today", new Daily(LocalTime.of(12, 0)), later),
                        noting("earlier-today", new Daily(LocalTime.of(6, 0)), earlier)));
        for (int hour = 0; hour < 52; hour++) {
            clock().set(TestClock.START.plus(Duration.ofHours(hour)));
            int before = ticks.size();
            passUntil(() -> ticks.size() > before + 1);
        }

        assertThat(days(later, 12)).containsExactly("2026-03-02", "2026-03-03", "2026-03-04");
        assertThat(days(earlier, 6)).containsExactly("2026-03-03", "2026-03-04");
    }

    private static List<String> days(List<Instant> runs, int hour) {
        assertThat(runs)
                .extracting(run -> run.atOffset(ZoneOffset.UTC).getHour())
                .containsOnly(hour);
        return runs.stream()
                .map(run -> run.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .toList();
    }

    @Test
    default void jobNeverRunsBesideItself() {
        AtomicInteger running = new AtomicInteger();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        scheduler().start(List.of(new Job("job", OFTEN, () -> {
            seen.add(running.incrementAndGet());
            pause(30);
            running.decrementAndGet();
        })));
        passUntil(() -> seen.size() > 5);

        assertThat(seen).containsOnly(1);
    }

    @Test
    default void nothingRunsAfterClose() {
        List<Instant> runs = new CopyOnWriteArrayList<>();
        scheduler().start(List.of(noting("job", OFTEN, runs)));
        passUntil(() -> !runs.isEmpty());
        scheduler().close();
        int before = runs.size();
        for (int i = 0; i < 20; i++) {
            clock().advance(Duration.ofHours(1));
            runDue();
            pause(5);
        }

        assertThat(runs).hasSize(before);
    }

    @Test
    default void closeWaitsForARunUnderWay() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        scheduler().start(List.of(new Job("job", OFTEN, () -> {
            begun.countDown();
            pause(100);
            ended.set(true);
        })));
        runElsewhereUntil(begun);
        scheduler().close();

        assertThat(ended).isTrue();
    }

    @Test
    default void closeInterruptsARunThatTakesTooLong() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        scheduler().start(List.of(new Job("job", new Every(Duration.ofHours(1)), () -> {
            begun.countDown();
            try {
                TimeUnit.MINUTES.sleep(5);
            } catch (InterruptedException asked) {
                interrupted.set(true);
            }
        })));
        runElsewhereUntil(begun);
        scheduler().close();

        assertThat(interrupted).isTrue();
    }

    private void runElsewhereUntil(CountDownLatch begun) {
        CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> passUntil(() -> begun.getCount() == 0));
        try {
            assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(elsewhere).isNotCompletedExceptionally();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    default void schedulerIsStartedOnceBeforeItIsClosed() {
        scheduler().start(List.of());

        assertThatIllegalStateException().isThrownBy(() -> scheduler().start(List.of()));
        scheduler().close();
        assertThatIllegalStateException().isThrownBy(() -> scheduler().start(List.of()));
    }

    @Test
    default void twoJobsOfOneNameAreRefused() {
        Job job = new Job("job", OFTEN, () -> {});

        assertThatIllegalStateException().isThrownBy(() -> scheduler().start(List.of(job, job)));
    }

    @Test
    default void closeMayComeTwiceAndBeforeTheStart() {
        assertThatCode(() -> {
                    scheduler().close();
                    scheduler().close();
                })
                .doesNotThrowAnyException();
        assertThatIllegalStateException().isThrownBy(() -> scheduler().start(List.of()));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
