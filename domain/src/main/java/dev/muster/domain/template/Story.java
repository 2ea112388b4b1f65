package dev.muster.domain.template;

import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that another is made from, with what is around it.
 *
 * @param project the project it is in, or null
 * @param blockers the tasks it waits for, done or not; none in the trash
 * @param waiting the open tasks that wait for it
 */
public record Story(Task task, @Nullable Project project, List<Task> blockers, List<Task> waiting) {

    public Story {
        blockers = List.copyOf(blockers);
        waiting = List.copyOf(waiting);
    }

    public String title() {
        return task.details().title().value();
    }

    /** The text, empty if there is none. */
    public String description() {
        TaskDescription description = task.details().description();
        return description == null ? "" : description.value();
    }

    /** Those of the {@link #blockers} that are neither completed nor cancelled. */
    public List<Task> openBlockers() {
        return blockers.stream()
                .filter(blocker -> blocker.details().status().isOpen())
                .toList();
    }

    /** How people call it: by its key, or by its id where it has none. */
    public String name() {
        return nameOf(task);
    }

    static String nameOf(Task task) {
        return task.key() == null ? task.id().toString() : task.key().toString();
    }
}
