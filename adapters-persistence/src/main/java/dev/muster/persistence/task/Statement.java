package dev.muster.persistence.task;

import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A statement in the making: its text, and what belongs to its question marks in their order. Not thread-safe. */
final class Statement {

    private final StringBuilder text = new StringBuilder();
    private final List<Parameters.Binding> bindings = new ArrayList<>();

    Statement add(String sql) {
        text.append(sql);
        return this;
    }

    Statement add(String sql, Parameters.Binding binding) {
        text.append(sql);
        bindings.add(binding);
        return this;
    }

    Statement add(Statement other) {
        text.append(other.text);
        bindings.addAll(other.bindings);
        return this;
    }

    /**
     * That a column has one of some values, if there are any. A single one is compared by {@code =}, as only then an index
     * led by the column keeps the order of what follows it.
     *
     * @param type what the values are cast to, with its colons; empty for text
     */
    void addOneOf(String column, String type, Stream<String> values) {
        List<String> sorted = values.sorted().toList();
        if (sorted.size() == 1) {
            add(" and " + column + " = ?" + type, parameters -> parameters.text(sorted.getFirst()));
        } else if (!sorted.isEmpty()) {
            String array = type.isEmpty() ? "?" : "?" + type + "[]";
            add(" and " + column + " = any(" + array + ")", parameters -> parameters.texts(sorted));
        }
    }

    String text() {
        return text.toString();
    }

    void bind(Parameters parameters) throws SQLException {
        for (Parameters.Binding binding : bindings) {
            binding.bind(parameters);
        }
    }
}
