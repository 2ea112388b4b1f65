package dev.muster.testkit.task;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskStatistics;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the tasks in memory. */
public final class InMemoryTaskCensus implements TaskCensus {

    private final InMemoryTasks tasks;
    private final Users users;
    private final InstantSource clock;
    private final Table<String, TaskStatistics> refreshed;

    public InMemoryTaskCensus(InMemoryUnitOfWork unitOfWork, InMemoryTasks tasks, Users users, InstantSource clock) {
        this.tasks = tasks;
        this.users = users;
        this.clock = clock;
        this.refreshed = new Table<>(unitOfWork);
    }

    @Override
    public TaskStatistics statistics() {
        return refreshed.rows().getOrDefault("tasks", counted(List.of(), clock.instant()));
    }

    @Override
    public void refreshStatistics() {
        List<Task> counted = tasks.everybodys().filter(this::isOfSomeone).toList();
        refreshed.change(rows -> rows.put("tasks", counted(counted, clock.instant())));
    }

    private boolean isOfSomeone(Task task) {
        return users.find(task.owner())
                .filter(user -> user.status() != UserStatus.DELETED)
                .isPresent();
    }

    private static TaskStatistics counted(List<Task> all, Instant now) {
        List<Task> live = all.stream().filter(task -> !task.isDeleted()).toList();
        return new TaskStatistics(
                InMemoryTaskDirectory.summary(live, now),
                all.size() - live.size(),
                recently(all, Task::createdAt, now),
                recently(live, Task::completedAt, now),
                now);
    }

    private static TaskStatistics.Recently recently(
            List<Task> tasks, Function<Task, @Nullable Instant> moment, Instant now) {
        return new TaskStatistics.Recently(
                since(tasks, moment, now.minus(Duration.ofDays(1))),
                since(tasks, moment, now.minus(Duration.ofDays(7))),
                since(tasks, moment, now.minus(Duration.ofDays(30))));
    }

    private static long since(List<Task> tasks, Function<Task, @Nullable Instant> moment, Instant begin) {
        return tasks.stream()
                .flatMap(task -> Stream.ofNullable(moment.apply(task)))
                .filter(at -> !at.isBefore(begin))
                .count();
    }
}
