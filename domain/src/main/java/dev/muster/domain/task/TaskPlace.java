package dev.muster.domain.task;

import dev.muster.domain.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where a task belongs.
 *
 * @param project the project it is a task of, or null
 * @param parent the task that it is a part of, or null; whatever the project of that is
 */
public record TaskPlace(
        @Nullable ProjectId project, @Nullable TaskId parent) {

    /** In no project, a part of nothing. */
    public static final TaskPlace NONE = new TaskPlace(null, null);
}
