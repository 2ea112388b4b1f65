package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.in;
import static dev.muster.application.task.TaskStage.of;
import static dev.muster.application.task.TaskStage.retitled;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.application.task.TaskOperation.Change;
import dev.muster.application.task.TaskOperation.Create;
import dev.muster.application.task.TaskOperation.Delete;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskStatus;
import dev.muster.testkit.shared.Race;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ApplyTaskBatchTest {

    private final TaskStage stage = new TaskStage();

    @Test
    void tasksAreMadeChangedAndDeletedInOrder() {
        Task old = stage.task("Old");
        Task gone = stage.task("Gone");

        List<Task> done = apply(
                new Create(titled("New")), new Change(old.id(), 1L, retitled("Changed")), new Delete(gone.id(), null));

        assertThat(done)
                .hasSize(3)
                .allSatisfy(task -> assertThat(stage.stored(task)).isEqualTo(task));
        assertThat(done.get(0).details()).isEqualTo(titled("New"));
        assertThat(done.get(1).details()).isEqualTo(titled("Changed"));
        assertThat(done.get(1).version()).isEqualTo(2);
        assertThat(done.get(2).id()).isEqualTo(gone.id());
        assertThat(done.get(2).isDeleted()).isTrue();
    }

    @Test
    void changeOfNothingKeepsTheVersion() {
        Task task = stage.task("Same");

        assertThat(apply(new Change(task.id(), null, retitled("Same")))).containsExactly(task);
        assertThat(stage.stored(task)).isEqualTo(task);
    }

    @Test
    void hundredAreMadeInTheirOrder() {
        List<TaskOperation> operations = Collections.nCopies(100, new Create(titled("One of many")));

        List<Task> made = stage.applyTaskBatch.apply(stage.ann, new TaskBatch(operations));

        assertThat(page().items()).extracting(ListedTask::task).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void tasksThatEnterAProjectGetItsKeysInOrder() {
        Project kan = stage.project(stage.ann, "KAN");
        Project pot = stage.project(stage.ann, "POT");
        Task moved = stage.task("Moved");
        TaskPlace inKan = new TaskPlace(kan.id(), null);

        List<Task> done = apply(
                new Create(in(inKan).apply(titled("First"))),
                new Create(in(new TaskPlace(pot.id(), null)).apply(titled("Other"))),
                new Change(moved.id(), null, in(inKan)),
                new Create(titled("None")),
                new Create(in(inKan).apply(titled("Last"))));

        assertThat(done)
                .extracting(task -> String.valueOf(task.key()))
                .containsExactly("KAN-1", "POT-1", "KAN-2", "null", "KAN-3");
        assertThat(apply(new Change(moved.id(), 2L, retitled("Stays"))))
                .extracting(task -> String.valueOf(task.key()))
                .containsExactly("KAN-2");
        assertThat(apply(new Change(moved.id(), 3L, in(TaskPlace.NONE))))
                .extracting(Task::key)
                .containsOnlyNulls();
    }

    @Test
    void whatIsDoneEarlierCountsForWhatWaitsForIt() {
        Task first = stage.task("First");
        Task second = stage.task("Second");
        Task third = stage.task("Third");
        stage.blockTask.block(stage.ann, second.id(), first.id(), null);
        stage.blockTask.block(stage.ann, third.id(), second.id(), null);

        List<Task> done = apply(
                new Change(third.id(), 2L, retitled("Third, renamed")),
                new Change(first.id(), null, of(TaskStatus.COMPLETED)),
                new Change(second.id(), 2L, of(TaskStatus.COMPLETED)));

        assertThat(done).allSatisfy(task -> assertThat(stage.stored(task)).isEqualTo(task));
        assertThat(done.get(0).isBlocked()).isFalse();
        assertThat(done.get(2).completedAt()).isNotNull();
        stage.change(third, of(TaskStatus.COMPLETED));
    }

    @Test
    void waitingTaskGoesToTheTrashAfterWhatItWaitsFor() {
        Task first = stage.task("First");
        Task second = stage.task("Second");
        stage.blockTask.block(stage.ann, second.id(), first.id(), null);

        apply(new Delete(first.id(), null), new Delete(second.id(), 2L));

        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isZero();
    }

    @Test
    void manyPartsFindTheirPlace() {
        List<Task> chain = stage.chain(TaskGraph.MAX_DEPTH);
        TaskPlace below = new TaskPlace(null, chain.getLast().id());

        List<Task> made = apply(
                new Create(in(below).apply(titled("One"))), new Create(in(below).apply(titled("Two"))));

        assertThat(made).extracting(task -> task.details().place()).containsOnly(below);
    }

    @Test
    void movesSeeTheMovesBeforeThem() {
        Task a = stage.task("A");
        Task b = stage.task("B");
        Task c = stage.task("C");

        apply(
                new Change(a.id(), null, below(b)),
                new Change(b.id(), null, below(c)),
                new Create(below(a).apply(titled("Below all"))));
        apply(new Change(a.id(), null, in(TaskPlace.NONE)), new Change(b.id(), null, below(a)));

        assertThat(stage.stored(b).details().place().parent()).isEqualTo(a.id());
    }

    @Test
    void changesThatComeBetweenAreTakenAlong() {
        Task task = stage.task("0");
        int threads = 8;

        Race.values(Race.of(
                threads,
                thread -> apply(new Change(
                        task.id(),
                        null,
                        old -> retitled(Integer.toString(
                                        Integer.parseInt(old.title().value()) + 1))
                                .apply(old)))));

        assertThat(stage.stored(task).details()).isEqualTo(titled(Integer.toString(threads)));
        assertThat(stage.stored(task).version()).isEqualTo(1 + threads);
    }

    @Test
    void ofManyBatchesForOneVersionOneIsApplied() {
        Task task = stage.task("Raced");

        List<Race.Outcome<List<Task>>> outcomes = Race.of(
                thread -> apply(new Create(titled("Beside")), new Change(task.id(), 1L, retitled("Thread " + thread))));

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
        assertThat(stage.queries.count(stage.ann, TaskFilter.LIVE)).isEqualTo(2);
    }

    @Test
    void othersTasksAreNotReached() {
        List<Task> anns =
                IntStream.range(0, 2).mapToObj(i -> stage.task("Ann's " + i)).toList();

        TaskStage.assertNotFound(() -> stage.applyTaskBatch.apply(
                stage.bob, new TaskBatch(List.of(new Delete(anns.getFirst().id(), null)))));
        TaskStage.assertNotFound(() -> stage.applyTaskBatch.apply(
                stage.bob, new TaskBatch(List.of(new Change(anns.getLast().id(), 1L, retitled("Bob's"))))));
        assertThat(anns).allSatisfy(task -> assertThat(stage.stored(task)).isEqualTo(task));
    }

    private Page<ListedTask> page() {
        return stage.queries.findPage(stage.ann, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, new PageRequest<>(100, null));
    }

    private List<Task> apply(TaskOperation... operations) {
        return stage.applyTaskBatch.apply(stage.ann, new TaskBatch(List.of(operations)));
    }

    private static UnaryOperator<TaskDetails> below(Task parent) {
        return in(new TaskPlace(null, parent.id()));
    }
}
