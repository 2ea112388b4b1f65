package dev.muster.application.shared;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Optimistic changes: of two at once one goes first, and the other sees what it left. */
public final class Versions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final int DOUBLINGS = 4;

    private Versions() {}

    /**
     * Refuses a change of something that the caller knows in another version.
     *
     * @param expected what the caller knows, or null if they don't mind
     * @throws PreconditionFailed with STALE_VERSION if the versions differ
     */
    public static void require(@Nullable Long expected, long stored) {
        if (expected != null && expected != stored) {
            throw stale();
        }
    }

    /**
     * Refuses a change that is made already, and is locked since then only, if another came between it and what was read.
     *
     * @param expected as for {@link #require}
     * @param stored finds the version after the change; asked only when one was expected
     * @throws PreconditionFailed with STALE_VERSION if it is not the next one
     */
    public static void requireNext(@Nullable Long expected, LongSupplier stored) {
        if (expected != null) {
            require(expected + 1, stored.getAsLong());
        }
    }

    /**
     * Reads, changes and stores; once more from the start whenever another change came between, for up to ten seconds.
     * Whoever is overtaken is overtaken by one that was stored, so many at once are stored one after the other. It pauses
     * between attempts, so it stands around the unit of work: inside it would hold locks meanwhile.
     *
     * @param expected as for {@link #require}; when given, a change that came between is the caller's to look at, as is a
     *     failure that says which part of the request it is {@link PreconditionFailed#at about}
     * @param change reads, checks, stores, and returns what it stored
     * @throws PreconditionFailed with STALE_VERSION if a version was expected and the stored one is another
     * @throws Unavailable with OVERLOADED if none was expected and others came between all the time
     */
    public static <T> T changing(@Nullable Long expected, Supplier<T> change) {
        return changing(expected, PATIENCE, change);
    }

    static <T> T changing(@Nullable Long expected, Duration patience, Supplier<T> change) {
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return change.get();
            } catch (PreconditionFailed stale) {
                if (expected != null || !stale.place().isEmpty()) {
                    throw stale;
                }
            }
            if (System.nanoTime() - begin >= patience.toNanos()) {
                throw overloaded();
            }
            pause(attempt);
        }
    }

    /** Doubles a few times; random, so that of those who ran into each other one comes before the others. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << Math.min(attempt, DOUBLINGS)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
    }

    private static Unavailable overloaded() {
        return new Unavailable(
                SharedError.OVERLOADED, "Too many others are changing it at once.", Duration.ofSeconds(1));
    }

    private static PreconditionFailed stale() {
        return new PreconditionFailed(SharedError.STALE_VERSION, "It was changed since you read it; read it again.");
    }
}
