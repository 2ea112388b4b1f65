package dev.muster.domain.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks what belongs together, and who acts. Only use cases open one; stores work only inside one. Nested calls join
 * the outer unit: its actor must be the same, and a write inside anything but a write is refused with
 * {@link IllegalStateException}. Whatever the work throws is thrown on; {@link Unavailable} when the store is away.
 *
 * <p>The work may be run more than once, so nothing that leaves the store happens inside.
 */
public interface UnitOfWork {

    /** Reads. Each read sees what is committed at its own time; a write inside is refused. */
    <T extends @Nullable Object> T read(Actor actor, Supplier<T> work);

    /**
     * Reads and writes as one: all of it is kept, or none when the work throws. Tried again, a bounded number of times,
     * when the store asks for it (SQLSTATE 40001, 40P01).
     */
    <T extends @Nullable Object> T write(Actor actor, Supplier<T> work);

    /**
     * At most one writing call to a store, atomic by itself and kept as soon as it returns; a second one is refused with
     * {@link IllegalStateException}. Saves the hot path the round trips of a transaction's borders.
     */
    <T extends @Nullable Object> T writeOne(Actor actor, Supplier<T> work);
}
