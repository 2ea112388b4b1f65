package dev.muster.persistence.shared;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The unit of work over the pool: a transaction only where several writes belong together. */
@Singleton
@Named(PoolSettings.UNIT_OF_WORK)
final class JdbcUnitOfWork implements UnitOfWork {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 10;

    private final CurrentUnit current;

    JdbcUnitOfWork(CurrentUnit current) {
        this.current = current;
    }

    @Override
    public <T extends @Nullable Object> T read(Actor actor, Supplier<T> work) {
        return run(Unit.Kind.READ, actor, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Actor actor, Supplier<T> work) {
        return run(Unit.Kind.WRITE, actor, work);
    }

    @Override
    public <T extends @Nullable Object> T writeOne(Actor actor, Supplier<T> work) {
        return run(Unit.Kind.WRITE_ONE, actor, work);
    }

    private <T extends @Nullable Object> T run(Unit.Kind kind, Actor actor, Supplier<T> work) {
        if (current.isPresent()) {
            current.require().requireJoinable(kind, actor);
            return work.get();
        }
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return current.call(kind, actor, work);
            } catch (Contention contention) {
                pause(attempt);
            }
        }
        try {
            return current.call(kind, actor, work);
        } catch (Contention contention) {
            throw SqlFailures.unavailable();
        }
    }

    /** Doubles with each attempt; random, so that those who ran into each other do not meet again. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw SqlFailures.unavailable();
        }
    }
}
