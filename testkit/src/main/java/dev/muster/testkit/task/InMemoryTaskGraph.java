package dev.muster.testkit.task;

import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How tasks in memory hang together. Writers wait for each other anyway, so the lock is theirs. */
public final class InMemoryTaskGraph implements TaskGraph {

    private final InMemoryTasks tasks;

    public InMemoryTaskGraph(InMemoryTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void lock(UserId owner) {
        tasks.change(rows -> {}); // refused where nothing may be written
    }

    @Override
    public List<TaskId> ancestors(UserId owner, TaskId task) {
        List<TaskId> found = new ArrayList<>();
        TaskId parent = parent(owner, task);
        while (parent != null && found.size() <= MAX_DEPTH) {
            found.add(parent);
            parent = parent(owner, parent);
        }
        return found;
    }

    @Override
    public int height(UserId owner, TaskId task) {
        Set<TaskId> level = parts(owner, Set.of(task));
        int height = 0;
        while (!level.isEmpty() && height <= MAX_DEPTH) {
            height++;
            level = parts(owner, level);
        }
        return height;
    }

    @Override
    public boolean waitsFor(UserId owner, TaskId task, TaskId other) {
        Map<TaskId, List<TaskId>> blockers = tasks.all(owner)
                .collect(Collectors.toMap(Task::id, one -> one.blockers().tasks()));
        Set<TaskId> seen = new HashSet<>();
        Deque<TaskId> open = new ArrayDeque<>(blockers.getOrDefault(task, List.of()));
        while (!open.isEmpty()) {
            TaskId next = open.pop();
            if (next.equals(other)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(blockers.getOrDefault(next, List.of()));
            }
        }
        return false;
    }

    @Override
    public List<TaskId> waiting(UserId owner, TaskId task) {
        return tasks.all(owner)
                .filter(one -> one.blockers().tasks().contains(task))
                .map(Task::id)
                .sorted(Comparator.comparing(TaskId::toString))
                .limit(MOST_WAITING)
                .toList();
    }

    @Override
    public void block(UserId owner, TaskId task, TaskId blocker) {
        tasks.change(rows -> {
            Task waiting = require(rows, owner, task);
            Task other = require(rows, owner, blocker);
            List<TaskId> blockers = waiting.blockers().tasks();
            if (!blockers.contains(blocker)) {
                List<TaskId> more =
                        Stream.concat(blockers.stream(), Stream.of(blocker)).toList();
                int open = waiting.blockers().open() + (InMemoryTasks.isOpen(other) ? 1 : 0);
                rows.put(task, InMemoryTasks.changed(waiting, new Blockers(more, open), tasks.now()));
            }
        });
    }

    @Override
    public void unblock(UserId owner, TaskId task, TaskId blocker) {
        tasks.change(rows -> {
            Task waiting = rows.get(task);
            Task other = rows.get(blocker);
            if (waiting == null || other == null || !tasks.isVisible(waiting, owner)) {
                return;
            }
            if (waiting.blockers().tasks().contains(blocker)) {
                List<TaskId> fewer = waiting.blockers().tasks().stream()
                        .filter(id -> !id.equals(blocker))
                        .toList();
                int open = waiting.blockers().open() - (InMemoryTasks.isOpen(other) ? 1 : 0);
                rows.put(task, InMemoryTasks.changed(waiting, new Blockers(fewer, open), tasks.now()));
            }
        });
    }

    private Task require(Map<TaskId, Task> rows, UserId owner, TaskId id) {
        Task task = rows.get(id);
        if (task == null || !tasks.isVisible(task, owner)) {
            throw new IllegalArgumentException("a task waits only for one of the same owner");
        }
        return task;
    }

    private @Nullable TaskId parent(UserId owner, TaskId task) {
        return tasks.find(owner, task)
                .map(found -> found.details().place())
                .map(place -> place.parent())
                .orElse(null);
    }

    private Set<TaskId> parts(UserId owner, Set<TaskId> whole) {
        return tasks.all(owner)
                .filter(task -> task.details().place().parent() != null
                        && whole.contains(task.details().place().parent()))
                .map(Task::id)
                .collect(Collectors.toSet());
    }
}
