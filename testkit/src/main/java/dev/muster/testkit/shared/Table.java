package dev.muster.testkit.shared;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows in memory, as the unit of work of the calling thread sees them. Rows have to be immutable, as readers share them.
 *
 * @param <K> the primary key
 * @param <V> a row
 */
public final class Table<K, V> {

    private final InMemoryUnitOfWork unitOfWork;

    public Table(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /**
     * What the unit of work sees; can't be changed.
     *
     * @throws IllegalStateException if the thread is in no unit of work
     */
    public Map<K, V> rows() {
        return unitOfWork.rows(this);
    }

    /**
     * One writing call: all of what it does to the rows happens, or nothing when it throws.
     *
     * @throws IllegalStateException if the thread is in no unit of work, or in one that may not write, or not any more
     */
    public void change(Consumer<Map<K, V>> change) {
        unitOfWork.change(this, change);
    }
}
