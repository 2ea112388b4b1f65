package dev.muster.bootstrap.session;

import dev.muster.application.session.PrepareSigningKeys;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the signing keys in a thread of its own: soon after it is asked to, and now and then in any case, as a key that has
 * retired goes without a word, and a load may fail. Nothing that a stranger sends makes it load.
 */
@Singleton
final class KeyReload implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyReload.class);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(1);

    private final PrepareSigningKeys keys;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1,
            work -> Thread.ofPlatform().daemon().name("key-reload").unstarted(work),
            new ThreadPoolExecutor.DiscardPolicy());

    @Inject
    KeyReload(PrepareSigningKeys keys) {
        this(keys, NOW_AND_THEN);
    }

    /** @param pause between two loads that nobody asks for */
    KeyReload(PrepareSigningKeys keys, Duration pause) {
        this.keys = keys;
        thread.scheduleWithFixedDelay(this::load, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks for a load. One that has not begun yet serves all who ask. */
    @Override
    public void run() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(this::loadAsAsked);
        }
    }

    private void loadAsAsked() {
        // Before the load: what changes from now on may come too late for it.
        asked.set(false);
        load();
    }

    private void load() {
        try {
            keys.prepare();
        } catch (RuntimeException failure) {
            if (thread.isShutdown()) {
                LOG.debug("Cut off by the end of Muster", failure);
                return;
            }
            LOG.error("The signing keys can't be loaded; those that were loaded before stay in use", failure);
        }
    }

    @PreDestroy
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
