package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertNotFound;
import static dev.muster.application.task.TaskStage.in;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TaskQueriesTest {

    private final TaskStage stage = new TaskStage();
    private final TaskQueries queries = stage.queries;

    @Test
    void taskIsFoundByItsOwnerOnly() {
        Task task = stage.task("Write");

        assertThat(queries.require(stage.ann, task.id())).isEqualTo(task);
        assertNotFound(() -> queries.require(stage.bob, task.id()));
    }

    @Test
    void unknownTaskIsNotFound() {
        assertNotFound(() -> queries.require(stage.ann, new TaskId(stage.stamps.nextId())));
    }

    @Test
    void taskInTheTrashIsNotFoundUnlessTheTrashIsMeantToo() {
        Task task = stage.task("Write");
        stage.deleteTask.delete(stage.ann, task.id(), null);

        assertNotFound(() -> queries.require(stage.ann, task.id()));
        assertThat(queries.requireStored(stage.ann, task.id()).id()).isEqualTo(task.id());
        assertNotFound(() -> queries.requireStored(stage.bob, task.id()));
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        List<Task> made = IntStream.range(0, 7).mapToObj(this::taskAMinuteLater).toList();

        assertThat(allPages(3)).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void pagesOfTasksMadeAtTheSameTimeLoseNone() {
        List<Task> made = IntStream.range(0, 7)
                .mapToObj(number -> stage.task("Task " + number))
                .toList();

        assertThat(allPages(2)).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void lastPageThatIsFullHasNoMore() {
        stage.task("One");
        stage.task("Two");

        Page<ListedTask> page =
                queries.findPage(stage.ann, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, new PageRequest<>(2, null));

        assertThat(page.items()).hasSize(2);
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void listAndCountAreOfTheOwnerAlone() {
        Task anns = stage.task("Ann's");
        stage.createTask.create(stage.bob, titled("Bob's"));

        assertThat(firstPage(TaskFilter.LIVE)).containsExactly(anns);
        assertThat(queries.count(stage.ann, TaskFilter.LIVE)).isEqualTo(1);
    }

    @Test
    void listAndCountFollowTheFilter() {
        stage.task("Pending");
        Task urgent = changed(stage.task("Urgent"), TaskPriority.URGENT);
        Task done =
                stage.changeTask.change(stage.ann, stage.task("Done").id(), null, TaskStage.of(TaskStatus.COMPLETED));
        Task deleted = stage.task("Deleted");
        stage.deleteTask.delete(stage.ann, deleted.id(), null);

        assertMeant(filter(Set.of(TaskStatus.COMPLETED), Set.of(), false), done);
        assertMeant(filter(Set.of(), Set.of(TaskPriority.URGENT, TaskPriority.LOW), false), urgent);
        assertMeant(filter(Set.of(TaskStatus.COMPLETED), Set.of(TaskPriority.URGENT), false));
        assertMeant(filter(Set.of(), Set.of(), true), stage.stored(deleted));
    }

    @Test
    void taskOfAProjectIsFoundByItsKeyToo() {
        Project project = stage.project(stage.ann, "KAN");
        stage.project(stage.bob, "KAN");
        Task task = stage.createTask.create(
                stage.ann, in(new TaskPlace(project.id(), null)).apply(titled("Keyed")));
        TaskReference key = TaskKey.parse("kan-1").orElseThrow();

        assertThat(queries.require(stage.ann, key)).isEqualTo(task);
        assertNotFound(() -> queries.require(stage.bob, key));
        assertNotFound(() -> queries.require(stage.ann, TaskKey.parse("KAN-2").orElseThrow()));
        stage.deleteTask.delete(stage.ann, key, null);
        assertNotFound(() -> queries.require(stage.ann, key));
        assertThat(stage.restoreTask.restore(stage.ann, key).key()).isEqualTo(key);
    }

    @Test
    void projectIsFoundByItsKeyByItsOwnerOnly() {
        Project project = stage.project(stage.ann, "KAN");

        assertThat(queries.findProject(stage.ann, new ProjectKey("kan"))).contains(project.id());
        assertThat(queries.findProject(stage.bob, new ProjectKey("KAN"))).isEmpty();
    }

    @Test
    void searchShowsWhatFitsBestFirst() {
        Task inTitle = stage.task("Water the plants");
        stage.task("Paint the fence");

        Page<ListedTask> found =
                queries.findPage(stage.ann, searched("water"), TaskOrder.BEST_FIRST, new PageRequest<>(10, null));

        assertThat(found.items()).extracting(ListedTask::task).containsExactly(inTitle);
        assertThat(found.items().getFirst().score()).isPositive();
    }

    @Test
    void summaryCountsWhatIsMeant() {
        Task open = stage.task("Open");
        Task waiting = stage.task("Waiting");
        stage.change(stage.task("Done"), TaskStage.of(TaskStatus.COMPLETED));
        stage.blockTask.block(stage.ann, waiting.id(), open.id(), null);
        stage.createTask.create(stage.bob, titled("Bob's"));

        TaskSummary all = queries.summarise(stage.ann, TaskFilter.LIVE);
        TaskSummary done = queries.summarise(stage.ann, filter(Set.of(TaskStatus.COMPLETED), Set.of(), false));

        assertThat(all.statuses()).containsEntry(TaskStatus.PENDING, 2L).containsEntry(TaskStatus.COMPLETED, 1L);
        assertThat(all.priorities()).containsEntry(TaskPriority.MEDIUM, 3L);
        assertThat(all.blocked()).isEqualTo(1);
        assertThat(done.statuses()).containsEntry(TaskStatus.PENDING, 0L).containsEntry(TaskStatus.COMPLETED, 1L);
    }

    private static TaskFilter filter(Set<TaskStatus> statuses, Set<TaskPriority> priorities, boolean deleted) {
        return new TaskFilter(statuses, priorities, Set.of(), Set.of(), Set.of(), null, null, null, null, deleted);
    }

    private static TaskFilter searched(String text) {
        return new TaskFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, text, false);
    }

    private void assertMeant(TaskFilter filter, Task... meant) {
        assertThat(firstPage(filter)).containsExactly(meant);
        assertThat(queries.count(stage.ann, filter)).isEqualTo(meant.length);
    }

    private Task taskAMinuteLater(int number) {
        stage.clock.advance(Duration.ofMinutes(1));
        return stage.task("Task " + number);
    }

    private Task changed(Task task, TaskPriority priority) {
        return stage.changeTask.change(stage.ann, task.id(), null, TaskStage.of(priority));
    }

    private List<Task> firstPage(TaskFilter filter) {
        return queries
                .findPage(stage.ann, filter, TaskOrder.NEWEST_FIRST, new PageRequest<>(PageRequest.DEFAULT_LIMIT, null))
                .items()
                .stream()
                .map(ListedTask::task)
                .toList();
    }

    private List<Task> allPages(int limit) {
        List<Task> all = new ArrayList<>();
        TaskPosition after = null;
        Page<ListedTask> page;
        do {
            page = queries.findPage(
                    stage.ann, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, new PageRequest<>(limit, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(listed -> all.add(listed.task()));
            after = page.items().getLast().position();
        } while (page.hasMore());
        return all;
    }
}
