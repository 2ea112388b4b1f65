package dev.muster.domain.execution;

import dev.muster.domain.shared.Text;

/**
 * What an execution has in common with others, and with what happens elsewhere: one line of 1 to 200 characters, compared
 * as it is (requirement D3).
 */
public record CorrelationId(String value) {

    public static final int MAX_LENGTH = 200;

    /** @throws dev.muster.domain.shared.Invalid if it is empty, too long or not one line */
    public CorrelationId {
        value = Text.line(value, 1, MAX_LENGTH);
    }
}
