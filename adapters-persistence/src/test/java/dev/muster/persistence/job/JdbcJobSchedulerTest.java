package dev.muster.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.muster.domain.job.Job;
import dev.muster.domain.job.JobScheduler;
import dev.muster.domain.job.Schedule.Daily;
import dev.muster.domain.job.Schedule.Every;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.job.JobSchedulerContract;
import dev.muster.testkit.shared.TestClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbcJobSchedulerTest implements JobSchedulerContract {

    private static final Stores STORES = Stores.shared();
    private static final Duration FAST = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMinutes(10);
    private static final Duration PATIENCE_OF_CLOSE = Duration.ofMillis(300);

    /** Heartbeats come by the real clock, so nobody may be found dead by the one that the contract moves. */
    private static final Pace PACE = new Pace(FAST, SLOW, Duration.ofDays(14), PATIENCE_OF_CLOSE);

    private final TestClock clock = new TestClock();
    private final JobScheduler scheduler = new JdbcJobScheduler(STORES.pool(), clock, PACE);
    private final JobScheduler otherNode = new JdbcJobScheduler(STORES.pool(), clock, PACE);

    @Override
    public JobScheduler scheduler() {
        return scheduler;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @BeforeEach
    void beginWithoutJobs() throws SQLException {
        STORES.database().execute("delete from muster.scheduled_tasks");
    }

    @AfterEach
    void closeOtherNode() {
        otherNode.close();
    }

    @Test
    void twoNodesRunAJobOnceForEachTime() {
        List<Instant> ticks = new CopyOnWriteArrayList<>();
        List<Instant> runs = new CopyOnWriteArrayList<>();
        List<Job> jobs = List.of(noting("tick", OFTEN, ticks), noting("job", new Daily(LocalTime.NOON), runs));
        scheduler.start(jobs);
        otherNode.start(jobs);
        for (int day = 1; day <= 10; day++) {
            clock.set(TestClock.START.plus(Duration.ofDays(day)));
            int before = ticks.size();
            passUntil(() -> ticks.size() > before + 3);

            assertThat(runs).hasSize(day);
        }
    }

    @Test
    void whatWasDueWhileNoNodeRanIsDoneOnce() {
        List<Instant> ticks = new CopyOnWriteArrayList<>();
        List<Instant> runs = new CopyOnWriteArrayList<>();
        List<Job> jobs = List.of(noting("tick", OFTEN, ticks), noting("job", new Daily(LocalTime.NOON), runs));
        scheduler.start(jobs);
        passUntil(() -> !ticks.isEmpty());
        scheduler.close();
        clock.set(TestClock.START.plus(Duration.ofDays(3)));
        ticks.clear();
        otherNode.start(jobs);
        passUntil(() -> ticks.size() > 3);

        assertThat(runs).hasSize(1);
    }

    @Test
    void runThatWasInterruptedIsFreeForOtherNodesAtOnce() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        Job job = new Job("job", OFTEN, () -> {
            begun.countDown();
            if (runs.incrementAndGet() == 1) {
                sleepLong();
            }
        });
        scheduler.start(List.of(job));
        passUntil(() -> begun.getCount() == 0);
        scheduler.close();
        otherNode.start(List.of(job));

        passUntil(() -> runs.get() > 1);
        assertThat(runs).hasValueGreaterThan(1);
    }

    @Test
    void jobOfAFormerReleaseIsForgotten() throws SQLException {
        List<Instant> runs = new CopyOnWriteArrayList<>();
        Job former = noting("former", OFTEN, runs);
        Job kept = noting("kept", OFTEN, runs);
        scheduler.start(List.of(former, kept));
        passUntil(() -> runs.size() > 3);
        scheduler.close();
        assertThat(names()).containsExactly("former", "kept");
        Pace forgetful = new Pace(FAST, FAST, Duration.ofSeconds(30), PATIENCE_OF_CLOSE);

        try (JobScheduler next = new JdbcJobScheduler(STORES.pool(), clock, forgetful)) {
            next.start(List.of(kept));
            passUntil(() -> names().equals(List.of("kept")));
        }
        assertThat(names()).containsExactly("kept");
    }

    @Test
    void runOfANodeThatDiesIsTakenUpByAnother() {
        Pace lively = new Pace(FAST, Duration.ofMillis(100), Duration.ofDays(14), PATIENCE_OF_CLOSE);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch takenUp = new CountDownLatch(1);
        HikariDataSource lostConnections = anotherPool();
        try (JobScheduler dying = new JdbcJobScheduler(lostConnections, InstantSource.system(), lively);
                JobScheduler living = new JdbcJobScheduler(STORES.pool(), InstantSource.system(), lively)) {
            dying.start(List.of(new Job("job", new Every(Duration.ofHours(1)), () -> {
                begun.countDown();
                sleepLong();
            })));
            await(begun);
            living.start(List.of(new Job("job", new Every(Duration.ofHours(1)), takenUp::countDown)));
            lostConnections.close();

            await(takenUp);
        }
        assertThat(takenUp.getCount()).isZero();
    }

    @Test
    void longRunOfALivingNodeIsLeftAlone() throws InterruptedException {
        Pace lively = new Pace(FAST, Duration.ofMillis(500), Duration.ofDays(14), PATIENCE_OF_CLOSE);
        Duration lasting = lively.heartbeat().multipliedBy(2L * Pace.HEARTBEATS_MISSED);
        AtomicInteger runs = new AtomicInteger();
        Job job = new Job("job", new Every(Duration.ofHours(1)), () -> {
            runs.incrementAndGet();
            sleepLong();
        });
        try (JobScheduler one = new JdbcJobScheduler(STORES.pool(), InstantSource.system(), lively);
                JobScheduler other = new JdbcJobScheduler(STORES.pool(), InstantSource.system(), lively)) {
            one.start(List.of(job));
            other.start(List.of(job));
            TimeUnit.MILLISECONDS.sleep(lasting.toMillis());

            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void startFailsWhereJobsCannotBeNoted() {
        HikariDataSource closed = anotherPool();
        closed.close();

        try (JobScheduler cut = new JdbcJobScheduler(closed, clock, PACE)) {
            assertThatThrownBy(() -> cut.start(List.of(new Job("job", OFTEN, () -> {}))))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void productUsesThePoolAndThePaceOfThePackage() {
        CountDownLatch done = new CountDownLatch(2);
        try (JobScheduler product = STORES.bean(JobScheduler.class)) {
            product.start(List.of(new Job("job", OFTEN, done::countDown)));

            await(done);
        }
        assertThat(done.getCount()).isZero();
    }

    private static HikariDataSource anotherPool() {
        var config = new HikariConfig();
        config.setJdbcUrl(STORES.pool().getJdbcUrl());
        config.setUsername(STORES.pool().getUsername());
        config.setPassword(STORES.pool().getPassword());
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static List<String> names() {
        try (Connection connection = STORES.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select task_name from muster.scheduled_tasks order by 1")) {
            List<String> names = new CopyOnWriteArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void sleepLong() {
        try {
            TimeUnit.MINUTES.sleep(5);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
