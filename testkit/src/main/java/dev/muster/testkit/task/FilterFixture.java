package dev.muster.testkit.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sample filters. Whatever is not said means anything that is not in the trash. */
public final class FilterFixture {

    private Set<TaskStatus> statuses = Set.of();
    private Set<TaskPriority> priorities = Set.of();
    private Set<String> labels = Set.of();
    private Set<ProjectId> projects = Set.of();
    private Set<TaskId> parents = Set.of();
    private @Nullable Instant dueAfter;
    private @Nullable Instant dueBefore;
    private @Nullable Boolean blocked;
    private @Nullable String text;
    private boolean deleted;

    private FilterFixture() {}

    public static FilterFixture aFilter() {
        return new FilterFixture();
    }

    /** Everything that fits a text. */
    public static TaskFilter text(String text) {
        FilterFixture fixture = aFilter();
        fixture.text = text;
        return fixture.build();
    }

    /** Everything in the trash. */
    public static TaskFilter trash() {
        return aFilter().deleted().build();
    }

    public FilterFixture statuses(TaskStatus... values) {
        statuses = Set.of(values);
        return this;
    }

    public FilterFixture priorities(TaskPriority... values) {
        priorities = Set.of(values);
        return this;
    }

    public FilterFixture labels(String... values) {
        labels = Set.of(values);
        return this;
    }

    public FilterFixture projects(ProjectId... values) {
        projects = Set.of(values);
        return this;
    }

    public FilterFixture parents(TaskId... values) {
        parents = Set.of(values);
        return this;
    }

    public FilterFixture dueAfter(Instant moment) {
        dueAfter = moment;
        return this;
    }

    public FilterFixture dueBefore(Instant moment) {
        dueBefore = moment;
        return this;
    }

    public FilterFixture blocked(boolean value) {
        blocked = value;
        return this;
    }

    public FilterFixture containing(String value) {
        text = value;
        return this;
    }

    public FilterFixture deleted() {
        deleted = true;
        return this;
    }

    public TaskFilter build() {
        return new TaskFilter(
                statuses, priorities, labels, projects, parents, dueAfter, dueBefore, blocked, text, deleted);
    }
}
