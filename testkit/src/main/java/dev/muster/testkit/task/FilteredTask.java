package dev.muster.testkit.task;

import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskPlace;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tasks a filter means. */
final class FilteredTask {

    private FilteredTask() {}

    static boolean accepts(TaskFilter filter, Task task) {
        TaskPlace place = task.details().place();
        return filter.deleted() == task.isDeleted()
                && isAnyOf(filter.statuses(), task.details().status())
                && isAnyOf(filter.priorities(), task.details().priority())
                && hasAnyOf(filter.labels(), task.details().labels().values())
                && isAnyOf(filter.projects(), place.project())
                && isAnyOf(filter.parents(), place.parent())
                && isDue(filter, task.details().dueAt())
                && (filter.blocked() == null || filter.blocked() == task.isBlocked())
                && (filter.text() == null || SearchedText.fits(task, filter.text()));
    }

    private static <T> boolean isAnyOf(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static boolean hasAnyOf(Set<String> wanted, Collection<String> values) {
        return wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
    }

    private static boolean isDue(TaskFilter filter, @Nullable DueTime due) {
        Instant after = filter.dueAfter();
        Instant before = filter.dueBefore();
        return (after == null || (due != null && !due.value().isBefore(after)))
                && (before == null || (due != null && due.value().isBefore(before)));
    }
}
