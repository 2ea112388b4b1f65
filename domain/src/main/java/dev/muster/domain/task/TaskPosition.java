package dev.muster.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands in a list, whatever its order: all that an order may look at. A list goes on after it even when the
 * task itself is gone.
 *
 * @param score how well it fits the text that was looked for, 0 where none was
 */
public record TaskPosition(
        float score,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        TaskPriority priority,
        TaskId id) {}
