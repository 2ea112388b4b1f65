package dev.muster.testkit.shared;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The rows of all tables at one moment; never changed once made. */
record Snapshot(Map<Table<?, ?>, Map<?, ?>> tables) {

    static final Snapshot EMPTY = new Snapshot(Map.of());

    @SuppressWarnings("unchecked") // with() is the only way in, and pairs a table with rows of its own types
    <K, V> Map<K, V> rows(Table<K, V> table) {
        return (Map<K, V>) tables.getOrDefault(table, Map.of());
    }

    <K, V> Snapshot with(Table<K, V> table, Map<K, V> rows) {
        Map<Table<?, ?>, Map<?, ?>> changed = new HashMap<>(tables);
        changed.put(table, Collections.unmodifiableMap(rows));
        return new Snapshot(changed);
    }
}
