package dev.muster.testkit.task;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tasks in memory, each seen by none but its owner. */
public final class InMemoryTasks implements Tasks {

    /** By the text of ids, as that sorts like their bits and {@link java.util.UUID} has signs. */
    private static final Comparator<TaskPosition> NEWEST_FIRST = Comparator.comparing(TaskPosition::createdAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private final InMemoryUnitOfWork unitOfWork;
    private final Table<TaskId, Task> table;

    public InMemoryTasks(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Task task) {
        table.change(rows -> {
            requireOwn(task.owner());
            requireParent(rows, task);
            if (rows.putIfAbsent(task.id(), task) != null) {
                throw new IllegalArgumentException("a task of this id is stored");
            }
        });
    }

    @Override
    public Optional<Task> find(UserId owner, TaskId id) {
        return Optional.ofNullable(table.rows().get(id)).filter(task -> isVisible(task, owner));
    }

    @Override
    public Page<Task> findPage(UserId owner, TaskFilter filter, PageRequest<TaskPosition> page) {
        TaskPosition after = page.after();
        List<Task> probed = meant(owner, filter)
                .filter(task -> after == null || NEWEST_FIRST.compare(task.position(), after) > 0)
                .sorted(Comparator.comparing(Task::position, NEWEST_FIRST))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(probed, page.limit());
    }

    @Override
    public long count(UserId owner, TaskFilter filter) {
        return meant(owner, filter).count();
    }

    @Override
    public void update(Task task) {
        table.change(rows -> {
            Task stored = rows.get(task.id());
            boolean expected =
                    stored != null && isVisible(stored, task.owner()) && stored.version() == task.version() - 1;
            if (!expected) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The task has been changed meanwhile.");
            }
            rows.put(task.id(), task);
        });
    }

    private Stream<Task> meant(UserId owner, TaskFilter filter) {
        return table.rows().values().stream()
                .filter(task -> isVisible(task, owner))
                .filter(filter::accepts);
    }

    private boolean isVisible(Task task, UserId owner) {
        return task.owner().equals(owner) && unitOfWork.actor().equals(owner.asActor());
    }

    private void requireOwn(UserId owner) {
        if (!unitOfWork.actor().equals(owner.asActor())) {
            throw new IllegalArgumentException("a task is stored by its owner alone");
        }
    }

    private void requireParent(Map<TaskId, Task> rows, Task task) {
        TaskId parent = task.parent();
        if (parent == null) {
            return;
        }
        Task found = rows.get(parent);
        if (found == null || !isVisible(found, task.owner())) {
            throw Invalid.at("/parent_id", TaskError.PARENT_NOT_FOUND, "must be the id of one of your tasks");
        }
    }
}
