package dev.muster.application.task;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a batch while it runs: what is to be stored is gathered and goes to the store together, sooner only where
 * the store has to know it. Not thread-safe.
 */
final class BatchDraft {

    private final UserId owner;
    private final Tasks tasks;

    /** As they are after the operations so far. */
    private final Map<TaskId, Task> known = new HashMap<>();

    private final List<Task> made = new ArrayList<>();
    private final List<Task> changed = new ArrayList<>();

    /** Tasks that were opened or got done: the store changes those that wait for them. */
    private final Set<TaskId> turned = new HashSet<>();

    BatchDraft(UserId owner, Tasks tasks) {
        this.owner = owner;
        this.tasks = tasks;
    }

    /** Reads those of these tasks that are not known yet. */
    void load(Collection<TaskId> ids) {
        List<TaskId> unknown =
                ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        if (!unknown.isEmpty()) {
            tasks.findAll(owner, unknown).forEach(task -> known.put(task.id(), task));
        }
    }

    /** A task that was loaded, in the trash or not; null if there is none. */
    @Nullable Task find(TaskId id) {
        return known.get(id);
    }

    /** A task that there is, with what has become of it since one that it waits for was opened or got done. */
    Task upToDate(TaskId id) {
        Task task = Objects.requireNonNull(known.get(id));
        if (Collections.disjoint(task.blockers().tasks(), turned)) {
            return task;
        }
        flush();
        Task stored = tasks.find(owner, id)
                .filter(found -> !found.isDeleted() && found.details().equals(task.details()))
                .orElseThrow(BatchDraft::changedMeanwhile);
        known.put(id, stored);
        return stored;
    }

    void insert(Task task) {
        made.add(task);
    }

    void update(Task from, Task to) {
        if (isOpen(from) != isOpen(to)) {
            // One that waits for it and is gathered already would be changed twice at once.
            if (changed.stream().anyMatch(other -> other.blockers().tasks().contains(to.id()))) {
                flush();
            }
            turned.add(to.id());
        }
        changed.add(to);
        known.put(to.id(), to);
    }

    /** Stores what has been gathered. */
    void flush() {
        if (!made.isEmpty()) {
            tasks.insertAll(List.copyOf(made));
            made.clear();
        }
        if (!changed.isEmpty()) {
            // In the same order in every batch, so that no two wait for each other.
            tasks.updateAll(changed.stream()
                    .sorted(Comparator.comparing(task -> task.id().value()))
                    .toList());
            changed.clear();
        }
    }

    /** These tasks as they are stored in the end. */
    List<Task> stored(List<Task> those) {
        flush();
        if (turned.isEmpty()) {
            return those;
        }
        Map<TaskId, Task> stored = new HashMap<>();
        tasks.findAll(owner, those.stream().map(Task::id).toList()).forEach(task -> stored.put(task.id(), task));
        return those.stream().map(task -> stored.getOrDefault(task.id(), task)).toList();
    }

    private static boolean isOpen(Task task) {
        return task.details().status().isOpen() && !task.isDeleted();
    }

    private static PreconditionFailed changedMeanwhile() {
        return new PreconditionFailed(SharedError.STALE_VERSION, "A task has been changed meanwhile.");
    }
}
