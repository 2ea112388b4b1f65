package dev.muster.testkit.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory, each seen by none but its owner. */
public final class InMemoryTasks implements Tasks {

    private final InMemoryUnitOfWork unitOfWork;
    private final Projects projects;
    private final InstantSource clock;
    private final Table<TaskId, Task> table;

    /** @param clock the time of changes that are not told theirs */
    public InMemoryTasks(InMemoryUnitOfWork unitOfWork, Projects projects, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
        this.clock = clock;
        this.table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Task task) {
        insertAll(List.of(task));
    }

    @Override
    public void insertAll(List<Task> tasks) {
        table.change(rows -> tasks.forEach(task -> {
            requireOwn(task.owner());
            requireParent(rows, task);
            requireFreeKey(rows, task);
            if (rows.putIfAbsent(task.id(), blockedBy(task, Blockers.NONE)) != null) {
                throw new IllegalArgumentException("a task of this id is stored");
            }
        }));
    }

    @Override
    public Optional<Task> find(UserId owner, TaskId id) {
        return all(owner).filter(task -> task.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Task> find(UserId owner, TaskKey key) {
        return all(owner).filter(task -> key.equals(task.key())).findFirst();
    }

    @Override
    public List<Task> findAll(UserId owner, Collection<TaskId> ids) {
        return all(owner).filter(task -> ids.contains(task.id())).toList();
    }

    @Override
    public void update(Task task) {
        updateAll(List.of(task));
    }

    @Override
    public void updateAll(List<Task> tasks) {
        table.change(rows -> tasks.forEach(task -> {
            Task stored = requireFresh(rows, task);
            requireParent(rows, task);
            requireFreeKey(rows, task);
            Task changed = blockedBy(task, stored.blockers());
            rows.put(task.id(), changed);
            tellDependents(rows, stored, changed);
        }));
    }

    @Override
    public void leaveProject(UserId owner, ProjectId project) {
        Instant now = now();
        table.change(rows -> rows.replaceAll((id, task) ->
                isVisible(task, owner) && project.equals(task.details().place().project())
                        ? task.with(outside(task.details()), null, now)
                        : task));
    }

    @Override
    public void changeKeys(UserId owner, ProjectId project) {
        Instant now = now();
        table.change(rows -> rows.replaceAll((id, task) ->
                isVisible(task, owner) && project.equals(task.details().place().project())
                        ? changed(task, task.blockers(), now)
                        : task));
    }

    /** The owner's tasks as the unit of work sees them, with the keys that they have now. */
    Stream<Task> all(UserId owner) {
        return table.rows().values().stream()
                .filter(task -> isVisible(task, owner))
                .map(this::withPresentKey);
    }

    /** All tasks that there are, whoever acts. */
    Stream<Task> everybodys() {
        return table.rows().values().stream();
    }

    /** One writing call on tasks, of which the change may touch those of who acts alone. */
    void change(Consumer<Map<TaskId, Task>> change) {
        table.change(change);
    }

    boolean isVisible(Task task, UserId owner) {
        return task.owner().equals(owner) && unitOfWork.actor().equals(owner.asActor());
    }

    /** In microseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static boolean isOpen(Task task) {
        return task.details().status().isOpen() && !task.isDeleted();
    }

    static Task blockedBy(Task task, Blockers blockers) {
        return new Task(
                task.id(),
                task.owner(),
                task.details(),
                task.key(),
                blockers,
                task.createdAt(),
                task.updatedAt(),
                task.completedAt(),
                task.deletedAt(),
                task.version());
    }

    /** The same with other blockers: one more version. */
    static Task changed(Task task, Blockers blockers, Instant at) {
        return new Task(
                task.id(),
                task.owner(),
                task.details(),
                task.key(),
                blockers,
                task.createdAt(),
                at,
                task.completedAt(),
                task.deletedAt(),
                task.version() + 1);
    }

    private static void tellDependents(Map<TaskId, Task> rows, Task before, Task after) {
        if (isOpen(before) == isOpen(after)) {
            return;
        }
        int more = isOpen(after) ? 1 : -1;
        rows.replaceAll((id, task) -> {
            List<TaskId> blockers = task.blockers().tasks();
            return blockers.contains(after.id())
                    ? changed(task, new Blockers(blockers, task.blockers().open() + more), after.updatedAt())
                    : task;
        });
    }

    private Task withPresentKey(Task task) {
        TaskKey key = task.key();
        ProjectId project = task.details().place().project();
        if (key == null || project == null) {
            return task;
        }
        @Nullable TaskKey present = projects.find(task.owner(), project)
                .map(found -> new TaskKey(found.details().key(), key.number()))
                .orElse(null);
        TaskDetails details = present == null ? outside(task.details()) : task.details();
        return new Task(
                task.id(),
                task.owner(),
                details,
                present,
                task.blockers(),
                task.createdAt(),
                task.updatedAt(),
                task.completedAt(),
                task.deletedAt(),
                task.version());
    }

    private static TaskDetails outside(TaskDetails details) {
        return new TaskDetails(
                details.title(),
                details.description(),
                details.status(),
                details.priority(),
                details.storyPoints(),
                details.labels(),
                details.dueAt(),
                new TaskPlace(null, details.place().parent()));
    }

    private Task requireFresh(Map<TaskId, Task> rows, Task task) {
        Task stored = rows.get(task.id());
        if (stored == null || !isVisible(stored, task.owner()) || stored.version() != task.version() - 1) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The task has been changed meanwhile.");
        }
        return stored;
    }

    private void requireOwn(UserId owner) {
        if (!unitOfWork.actor().equals(owner.asActor())) {
            throw new IllegalArgumentException("a task is stored by its owner alone");
        }
    }

    private void requireParent(Map<TaskId, Task> rows, Task task) {
        TaskId parent = task.details().place().parent();
        if (parent == null) {
            return;
        }
        Task found = rows.get(parent);
        if (found == null || !isVisible(found, task.owner())) {
            throw Invalid.at("/parent_id", TaskError.PARENT_NOT_FOUND, "must be the id of one of your tasks");
        }
    }

    private static void requireFreeKey(Map<TaskId, Task> rows, Task task) {
        TaskKey key = task.key();
        boolean taken = key != null
                && rows.values().stream()
                        .filter(other -> !other.id().equals(task.id()))
                        .filter(other -> Objects.equals(
                                other.details().place().project(),
                                task.details().place().project()))
                        .map(Task::key)
                        .anyMatch(other -> other != null && other.number() == key.number());
        if (taken) {
            throw new IllegalArgumentException("another task of the project has this number");
        }
    }
}
