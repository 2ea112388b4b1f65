package dev.muster.testkit.job;

import dev.muster.domain.job.Job;
import dev.muster.domain.job.JobScheduler;
import dev.muster.domain.job.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs the jobs that are due by a clock when {@link #runDue} is called, one after the other, on the calling thread. */
public final class InMemoryJobScheduler implements JobScheduler {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    /** When each job is due; changed by who has the turn. */
    private final Map<Job, Instant> due = new LinkedHashMap<>();

    private boolean started;
    private volatile boolean closed;
    private volatile @Nullable Thread runner;

    public InMemoryJobScheduler(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void start(List<Job> jobs) {
        turn.lock();
        try {
            if (started || closed) {
                throw new IllegalStateException("a scheduler is started once, before it is closed");
            }
            if (jobs.stream().map(Job::name).distinct().count() < jobs.size()) {
                throw new IllegalStateException("two jobs have the same name");
            }
            started = true;
            Instant now = clock.instant();
            jobs.forEach(job -> due.put(job, job.schedule() instanceof Schedule.Every ? now : next(job, now)));
        } finally {
            turn.unlock();
        }
    }

    /** Runs each job that is due, once. */
    public void runDue() {
        turn.lock();
        try {
            runner = Thread.currentThread();
            due.replaceAll((job, at) -> closed || at.isAfter(clock.instant()) ? at : run(job));
        } finally {
            runner = null;
            turn.unlock();
        }
    }

    /** What jobs have thrown, the first of it first. */
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    private Instant run(Job job) {
        try {
            job.work().run();
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
        }
        return next(job, clock.instant());
    }

    private static Instant next(Job job, Instant after) {
        return switch (job.schedule()) {
            case Schedule.Every every -> after.plus(every.pause());
            case Schedule.Daily daily -> {
                LocalDateTime now = LocalDateTime.ofInstant(after, ZoneOffset.UTC);
                LocalDateTime today = now.toLocalDate().atTime(daily.time());
                yield (today.isAfter(now) ? today : today.plusDays(1)).toInstant(ZoneOffset.UTC);
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        if (!isFree()) {
            Thread running = runner;
            if (running != null) {
                running.interrupt();
            }
            isFree();
        }
    }

    /** Whether no run is under way, or none any more after a while. */
    private boolean isFree() {
        try {
            boolean free = turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (free) {
                turn.unlock();
            }
            return free;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
