package dev.muster.application.export;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.domain.export.Exports;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An export while this node makes it: shows by its progress, from time to time, that it is alive. By a thread of its own, as
 * who writes is inside a unit of work that reads, and may be held up by a single slow task.
 */
final class HeldExport implements AutoCloseable {

    /** So many fit into a lease that a slow one does no harm, and that progress is seen by the second. */
    private static final int SIGNS = 30;

    private final UnitOfWork unitOfWork;
    private final Exports exports;
    private final Stamps stamps;
    private final Duration lease;
    private final ScheduledExecutorService pulse;
    private Export current;
    private volatile int percent;
    private volatile @Nullable RuntimeException broken;

    HeldExport(Export taken, UnitOfWork unitOfWork, Exports exports, ExportPolicy policy, Stamps stamps) {
        this.current = taken;
        this.unitOfWork = unitOfWork;
        this.exports = exports;
        this.stamps = stamps;
        this.lease = policy.lease();
        this.pulse = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("export-alive").factory());
        long pause = lease.toMillis() / SIGNS;
        pulse.scheduleWithFixedDelay(this::live, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * Notes how much is done.
     *
     * @throws RuntimeException why no sign of life could be given
     * @throws CancellationException if this thread is to stop
     */
    void progressed(int done) {
        percent = done;
        RuntimeException failure = broken;
        if (failure != null) {
            throw failure;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the server stops");
        }
    }

    /** Ends the signs of life, and stores what has become of the export. */
    void settle(UnaryOperator<Export> end) {
        close();
        store(end);
    }

    private void live() {
        try {
            store(export -> export.progressed(percent, stamps.now().plus(lease)));
        } catch (RuntimeException failure) {
            broken = failure; // told to who writes, who ends the attempt
            throw failure;
        }
    }

    private synchronized void store(UnaryOperator<Export> change) {
        Export next = change.apply(current);
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            exports.update(next);
            return next;
        });
        current = next;
    }

    /** Returns when no sign of life is under way any more. */
    @Override
    public void close() {
        pulse.close();
    }
}
