package dev.muster.application.shared;

import dev.muster.domain.session.TokenSecrets;
import dev.muster.testkit.session.FastTokenSecrets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Secrets that let something happen just before one is made. That is after a use case has looked and before it has
 * written, so tests put there what another request may do in between.
 */
public final class InterruptibleSecrets implements TokenSecrets {

    private static final Runnable NOTHING = () -> {};

    private final FastTokenSecrets derived = new FastTokenSecrets();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Runnable> interruption = new AtomicReference<>(NOTHING);

    /** Lets something happen before the next secret, once. */
    public void interruptOnce(Runnable happening) {
        interruption.set(happening);
    }

    @Override
    public String next() {
        interruption.getAndSet(NOTHING).run();
        return "secret-" + made.incrementAndGet();
    }

    @Override
    public String derive(String seed) {
        interruption.getAndSet(NOTHING).run();
        return derived.derive(seed);
    }
}
