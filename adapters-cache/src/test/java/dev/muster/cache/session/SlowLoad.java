package dev.muster.cache.session;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionCache;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A load in a thread of its own that has begun and goes on until it is told to finish. */
final class SlowLoad implements AutoCloseable {

    private static final long PATIENCE = 30;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final Thread thread;

    SlowLoad(SessionCache cache, Principal principal) throws InterruptedException {
        thread = Thread.ofPlatform().start(() -> cache.find(principal.session(), id -> load(principal)));
        if (!begun.await(PATIENCE, SECONDS)) {
            throw new AssertionError("the load did not begin");
        }
    }

    /** Lets it finish and waits until it has. */
    void finish() throws InterruptedException {
        mayFinish.countDown();
        thread.join(SECONDS.toMillis(PATIENCE));
    }

    @Override
    public void close() {
        mayFinish.countDown();
    }

    private Optional<Principal> load(Principal principal) {
        begun.countDown();
        try {
            if (!mayFinish.await(PATIENCE, SECONDS)) {
                throw new AssertionError("the load was never told to finish");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return Optional.of(principal);
    }
}
