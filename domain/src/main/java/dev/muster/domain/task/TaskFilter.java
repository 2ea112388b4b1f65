package dev.muster.domain.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Text;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's tasks are meant (requirement C2). Sets mean any of their members, or anything if empty; null means
 * anything.
 *
 * @param labels as they are spelled
 * @param parents parts of these tasks alone
 * @param dueAfter due at this time or after it
 * @param dueBefore due before this time
 * @param blocked those that are blocked, or those that are not
 * @param text a part of the title, or words of title and description in any order; 1 to 100 characters, whose case makes
 *     no difference. A text of one or two characters means words only.
 * @param deleted those in the trash, or those that are not
 */
public record TaskFilter(
        Set<TaskStatus> statuses,
        Set<TaskPriority> priorities,
        Set<String> labels,
        Set<ProjectId> projects,
        Set<TaskId> parents,
        @Nullable Instant dueAfter,
        @Nullable Instant dueBefore,
        @Nullable Boolean blocked,
        @Nullable String text,
        boolean deleted) {

    public static final int MAX_TEXT = 100;

    /** Every task that is not in the trash. */
    public static final TaskFilter LIVE =
            new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, false);

    /** @throws dev.muster.domain.shared.Invalid if the text is empty, too long or no single line */
    public TaskFilter {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        labels = Set.copyOf(labels);
        projects = Set.copyOf(projects);
        parents = Set.copyOf(parents);
        text = text == null ? null : Text.line(text, 1, MAX_TEXT);
    }

    /** Every task of a project that is not in the trash. */
    public static TaskFilter ofProject(ProjectId project) {
        return new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(project), Set.of(), null, null, null, null, false);
    }
}
