package dev.muster.domain.execution;

import dev.muster.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * How far an agent says it is. Whether that fits an execution, {@link Execution#reported} tells.
 *
 * @param output what came of it, in full or in part; of what has ended only, or null
 * @param error why it failed, any text of at most 10 000 characters; of what has failed only, or null
 */
public record Report(
        ExecutionStatus status,
        @Nullable JsonText output,
        @Nullable String error) {

    public static final int MAX_ERROR = 10_000;

    /** Where every execution begins. */
    static final Report QUEUED = new Report(ExecutionStatus.QUEUED, null, null);

    /** @throws dev.muster.domain.shared.Invalid if the error is too long or can't be stored */
    public Report {
        error = error == null ? null : Text.block(error, MAX_ERROR);
    }
}
