package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the {@link TasksContract} about many tasks at once (requirement C6). */
public interface TaskBatchesContract extends TaskStage {

    private static Instant later() {
        return TestClock.START.plusSeconds(60);
    }

    @Test
    default void manyAreStoredAtOnce() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        List<Task> many = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> number % 2 == 0
                        ? TaskFixture.everythingKnown(owner)
                        : aTask(owner).in(project, number).build())
                .toList();
        writeAs(owner, () -> tasks().insertAll(many));

        assertThat(findAll(owner, many)).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    default void partsAreStoredAfterTheirWhole() {
        UserId owner = storedUser();
        Task whole = aTask(owner).build();
        Task part = aTask(owner).parent(whole.id()).build();
        writeAs(owner, () -> tasks().insertAll(List.of(whole, part)));

        assertThat(findAll(owner, List.of(whole, part))).containsExactlyInAnyOrder(whole, part);
    }

    @Test
    default void nothingIsStoredIfOneIsRefused() {
        UserId owner = storedUser();
        Task right = aTask(owner).build();
        Task wrong = aTask(owner).parent(TaskFixture.nextId()).build();

        assertThatThrownBy(() -> writeAs(owner, () -> tasks().insertAll(List.of(right, wrong))))
                .isInstanceOf(RuntimeException.class);
        assertThat(findAll(owner, List.of(right, wrong))).isEmpty();
    }

    @Test
    default void manyAreChangedAtOnce() {
        UserId owner = storedUser();
        List<Task> many = storedMany(owner, 100);
        List<Task> changed = many.stream()
                .map(task -> task.with(TaskFixture.everythingKnown(owner).details(), null, later()))
                .toList();
        writeAs(owner, () -> tasks().updateAll(changed));

        assertThat(findAll(owner, many)).containsExactlyInAnyOrderElementsOf(changed);
    }

    @Test
    default void oneStaleTaskRefusesAll() {
        UserId owner = storedUser();
        List<Task> many = storedMany(owner, 3);
        Task first = updated(many.getFirst().deleted(later()));

        assertThatThrownBy(() -> writeAs(
                        owner,
                        () -> tasks().updateAll(many.reversed().stream()
                                .map(task -> task.deleted(later()))
                                .toList())))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        stale -> assertThat(stale.code()).isEqualTo(SharedError.STALE_VERSION));
        assertThat(findAll(owner, many)).containsExactlyInAnyOrder(first, many.get(1), many.get(2));
    }

    @Test
    default void nothingIsNothing() {
        UserId owner = storedUser();
        writeAs(owner, () -> {
            tasks().insertAll(List.of());
            tasks().updateAll(List.of());
        });

        assertThat(findAll(owner, List.of())).isEmpty();
    }

    @Test
    default void thoseThatThereAreAreFound() {
        UserId owner = storedUser();
        Task live = stored(aTask(owner));
        Task trashed = updated(stored(aTask(owner)).deleted(later()));
        Task foreign = stored(aTask(storedUser()));
        List<TaskId> ids = List.of(live.id(), TaskFixture.nextId(), foreign.id(), trashed.id());

        assertThat(readAs(owner, () -> tasks().findAll(owner, ids))).containsExactlyInAnyOrder(live, trashed);
    }

    private List<Task> storedMany(UserId owner, int count) {
        List<Task> many =
                Stream.generate(() -> aTask(owner).build()).limit(count).toList();
        writeAs(owner, () -> tasks().insertAll(many));
        return many;
    }

    private List<Task> findAll(UserId owner, List<Task> wanted) {
        return readAs(
                owner,
                () -> tasks().findAll(owner, wanted.stream().map(Task::id).toList()));
    }
}
