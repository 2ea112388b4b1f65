package dev.muster.bootstrap.database;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a running server: one that ends without being told to is started again where it was, so that a pool of connections recovers by itself. The server is no
 * child of this process, so nothing tells of its end; it has to be looked for.
 */
final class PostmasterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Who dies this often, each time within that life, is not helped by one more start. */
    private static final int DEATHS = 5;

    private static final Duration SHORT_LIFE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Longer than a statement may take: a backend that is busy with one notices only then that its server is gone. */
    private static final Duration BACKENDS_LIMIT = Duration.ofSeconds(45);

    private final Postmaster postmaster;
    private final Postmaster.Place place;
    private final Runnable lost;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    private int shortLives;

    /** @param lost called at most once, from another thread, when the server is gone and can't be started again; it must not close this */
    PostmasterWatch(Postmaster postmaster, Postmaster.Place place, Runnable lost) {
        this.postmaster = postmaster;
        this.place = place;
        this.lost = lost;
    }

    PostmasterWatch begin() {
        thread.start();
        return this;
    }

    /** From now on an end is no crash; returns at once. */
    void end() {
        stopping.countDown();
    }

    /** Ends it, and returns when a start that was under way is over. */
    @Override
    public void close() {
        end();
        Uninterrupted.awaitEnd(thread);
    }

    private void watch() {
        try {
            long started = System.nanoTime();
            while (!stops(LOOK)) {
                if (hasEnded()) {
                    revive(System.nanoTime() - started);
                    started = System.nanoTime();
                }
            }
        } catch (StartupFailure failure) {
            LOG.error("The embedded PostgreSQL can't be started again, so Muster stops: {}.", failure.getMessage());
            lost.run();
        }
    }

    private boolean hasEnded() {
        try {
            return !postmaster.isRunning();
        } catch (IOException cannotTell) {
            LOG.debug("Whether PostgreSQL runs can't be seen at the moment.", cannotTell);
            return false;
        }
    }

    private void revive(long life) {
        shortLives = life < SHORT_LIFE.toNanos() ? shortLives + 1 : 1;
        if (shortLives == DEATHS) {
            throw new StartupFailure("It ended " + DEATHS + " times, each time within a minute of its start");
        }
        LOG.error("The embedded PostgreSQL has ended unexpectedly; starting it again.");
        long begin = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Optional<Postmaster.Refusal> refusal = startOnce();
            if (refusal.isEmpty()) {
                LOG.warn("The embedded PostgreSQL runs again after {} ms.", (System.nanoTime() - begin) / 1_000_000);
                return;
            }
            boolean mayWait = refusal.get().isForBackends()
                    ? System.nanoTime() - begin < BACKENDS_LIMIT.toNanos()
                    : attempt < ATTEMPTS;
            if (!mayWait) {
                throw new StartupFailure(refusal.get().reason());
            }
            if (stops(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Optional<Postmaster.Refusal> startOnce() {
        try {
            return postmaster.startAt(place);
        } catch (IOException | StartupFailure failure) {
            LOG.debug("PostgreSQL was not started.", failure);
            return Optional.of(new Postmaster.Refusal(String.valueOf(failure.getMessage())));
        }
    }

    /** Waits that long, or less if this is to end: nobody interrupts the thread. */
    private boolean stops(Duration wait) {
        try {
            return stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
