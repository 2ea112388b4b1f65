package dev.muster.testkit.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskSummary;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through the tasks in memory. */
public final class InMemoryTaskDirectory implements TaskDirectory {

    private final InMemoryTasks tasks;

    public InMemoryTaskDirectory(InMemoryTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Page<ListedTask> findPage(
            UserId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskPosition> request) {
        Comparator<TaskPosition> comparator = order.comparator();
        TaskPosition after = request.after();
        List<ListedTask> probed = scored(owner, filter, order)
                .filter(task -> after == null || comparator.compare(task.position(), after) > 0)
                .sorted(Comparator.comparing(ListedTask::position, comparator))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(probed, request.limit());
    }

    @Override
    public long count(UserId owner, TaskFilter filter) {
        return meant(owner, filter).count();
    }

    @Override
    public TaskSummary summarise(UserId owner, TaskFilter filter, Instant now) {
        return summary(meant(owner, filter).toList(), now);
    }

    static TaskSummary summary(List<Task> meant, Instant now) {
        return new TaskSummary(
                sums(TaskStatus.values(), meant, task -> task.details().status(), task -> 1),
                sums(TaskPriority.values(), meant, task -> task.details().priority(), task -> 1),
                sums(TaskStatus.values(), meant, task -> task.details().status(), InMemoryTaskDirectory::points),
                meant.stream().filter(task -> isOverdue(task, now)).count(),
                meant.stream().filter(Task::isBlocked).count());
    }

    @Override
    public List<TaskKey> similar(UserId owner, TaskKey key, int limit) {
        return tasks.all(owner)
                .filter(task -> !task.isDeleted())
                .map(Task::key)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((TaskKey other) -> -likeness(key, other))
                        .thenComparing(other -> Math.abs((long) other.number() - key.number()))
                        .thenComparing(TaskKey::toString))
                .limit(limit)
                .toList();
    }

    @Override
    public void forEach(UserId owner, ProjectId project, Consumer<? super Task> consumer) {
        tasks.all(owner)
                .filter(task -> !task.isDeleted())
                .filter(task -> project.equals(task.details().place().project()))
                .sorted(Comparator.comparing(InMemoryTaskDirectory::number))
                .forEach(consumer);
    }

    private Stream<ListedTask> scored(UserId owner, TaskFilter filter, TaskOrder order) {
        String text = filter.text();
        Stream<ListedTask> listed = meant(owner, filter)
                .map(task -> new ListedTask(task, text == null ? 0 : SearchedText.score(task, text)));
        boolean byScore = order.sorts().stream().anyMatch(sort -> sort.field() == TaskOrder.Field.SCORE);
        return text == null || !byScore
                ? listed
                : listed.sorted(Comparator.comparing(ListedTask::position, TaskOrder.NEWEST_FIRST.comparator()))
                        .limit(SCORED);
    }

    private Stream<Task> meant(UserId owner, TaskFilter filter) {
        return tasks.all(owner).filter(task -> FilteredTask.accepts(filter, task));
    }

    private static <K> Map<K, Long> sums(
            K[] keys, List<Task> tasks, Function<Task, K> key, ToLongFunction<Task> amount) {
        return Arrays.stream(keys)
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> tasks.stream()
                                .filter(task -> key.apply(task).equals(one))
                                .mapToLong(amount)
                                .sum()));
    }

    private static long points(Task task) {
        StoryPoints points = task.details().storyPoints();
        return points == null ? 0 : points.value();
    }

    private static boolean isOverdue(Task task, Instant now) {
        DueTime due = task.details().dueAt();
        return due != null
                && due.value().isBefore(now)
                && task.details().status().isOpen();
    }

    private static int number(Task task) {
        TaskKey key = task.key();
        return key == null ? 0 : key.number();
    }

    /** How much the keys of two projects have in common: the same, or so many first letters. */
    private static int likeness(TaskKey key, TaskKey other) {
        String one = key.project().value();
        String another = other.project().value();
        int common = 0;
        while (common < Math.min(one.length(), another.length()) && one.charAt(common) == another.charAt(common)) {
            common++;
        }
        return one.equals(another) ? Integer.MAX_VALUE : common;
    }
}
