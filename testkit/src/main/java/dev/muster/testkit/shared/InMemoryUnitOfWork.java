package dev.muster.testkit.shared;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work over {@link Table}s that keeps the promises of one over a database: writers wait for each other and
 * work on a snapshot that is kept as a whole or not at all; readers see what is committed.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {

    private enum Mode {
        READ,
        WRITE,
        WRITE_ONE
    }

    private static final class Unit {
        private final Actor actor;
        private final Mode mode;
        private @Nullable Snapshot draft;
        private boolean written;

        private Unit(Actor actor, Mode mode) {
            this.actor = actor;
            this.mode = mode;
        }
    }

    private final ReentrantLock writers = new ReentrantLock(true);
    private final ThreadLocal<@Nullable Unit> current = new ThreadLocal<>();
    private volatile Snapshot committed = Snapshot.EMPTY;

    @Override
    public <T extends @Nullable Object> T read(Actor actor, Supplier<T> work) {
        return run(new Unit(actor, Mode.READ), work);
    }

    @Override
    public <T extends @Nullable Object> T write(Actor actor, Supplier<T> work) {
        return run(new Unit(actor, Mode.WRITE), work);
    }

    @Override
    public <T extends @Nullable Object> T writeOne(Actor actor, Supplier<T> work) {
        return run(new Unit(actor, Mode.WRITE_ONE), work);
    }

    /**
     * Who acts in the unit of work of the calling thread.
     *
     * @throws IllegalStateException if the thread is in no unit of work
     */
    public Actor actor() {
        return require().actor;
    }

    <K, V> Map<K, V> rows(Table<K, V> table) {
        Snapshot draft = require().draft;
        return (draft == null ? committed : draft).rows(table);
    }

    <K, V> void change(Table<K, V> table, Consumer<Map<K, V>> change) {
        Unit unit = require();
        Snapshot draft = unit.draft;
        if (draft != null) {
            unit.draft = changed(draft, table, change);
        } else {
            changeOnce(unit, table, change);
        }
    }

    private <K, V> void changeOnce(Unit unit, Table<K, V> table, Consumer<Map<K, V>> change) {
        if (unit.mode == Mode.READ) {
            throw new IllegalStateException("a unit of work that reads may not write");
        }
        if (unit.written) {
            throw new IllegalStateException("a unit of work of one write may not write twice");
        }
        writers.lock();
        try {
            unit.written = true;
            committed = changed(committed, table, change);
        } finally {
            writers.unlock();
        }
    }

    private static <K, V> Snapshot changed(Snapshot base, Table<K, V> table, Consumer<Map<K, V>> change) {
        Map<K, V> rows = new HashMap<>(base.rows(table));
        change.accept(rows);
        return base.with(table, rows);
    }

    private <T extends @Nullable Object> T run(Unit unit, Supplier<T> work) {
        Unit outer = current.get();
        if (outer != null) {
            requireJoinable(outer, unit);
            return work.get();
        }
        current.set(unit);
        try {
            return unit.mode == Mode.WRITE ? runOnDraft(unit, work) : work.get();
        } finally {
            current.remove();
        }
    }

    private <T extends @Nullable Object> T runOnDraft(Unit unit, Supplier<T> work) {
        writers.lock();
        try {
            Snapshot draft = committed;
            unit.draft = draft;
            T result = work.get();
            committed = unit.draft == null ? draft : unit.draft;
            return result;
        } finally {
            writers.unlock();
        }
    }

    private static void requireJoinable(Unit outer, Unit inner) {
        if (!outer.actor.equals(inner.actor)) {
            throw new IllegalStateException("a unit of work can't be joined by another actor");
        }
        boolean fits = outer.mode == Mode.WRITE || inner.mode == Mode.READ || inner.mode == outer.mode;
        if (!fits) {
            throw new IllegalStateException("a unit of work that writes can't join one that does not");
        }
    }

    private Unit require() {
        Unit unit = current.get();
        if (unit == null) {
            throw new IllegalStateException("stores work inside a unit of work only");
        }
        return unit;
    }
}
