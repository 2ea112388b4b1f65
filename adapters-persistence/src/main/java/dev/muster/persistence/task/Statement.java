package dev.muster.persistence.task;

import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    String text() {
        return text.toString();
    }

    void bind(Parameters parameters) throws SQLException {
        for (Parameters.Binding binding : bindings) {
            binding.bind(parameters);
        }
    }
}
