package dev.muster.domain.execution;

import dev.muster.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an agent (requirement D3).
 *
 * @param agent which one, one line of 1 to 100 characters
 * @param input what it works on, or null
 */
public record Assignment(
        String agent, CorrelationId correlationId, @Nullable JsonText input) {

    public static final int MAX_AGENT = 100;

    /** @throws dev.muster.domain.shared.Invalid if the agent is empty, too long or not one line */
    public Assignment {
        agent = Text.line(agent, 1, MAX_AGENT);
    }
}
