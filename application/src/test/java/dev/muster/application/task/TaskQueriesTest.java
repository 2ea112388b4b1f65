package dev.muster.application.task;

import static dev.muster.application.task.TaskStage.assertNotFound;
import static dev.muster.application.task.TaskStage.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
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

        Page<Task> page = queries.findPage(stage.ann, TaskFilter.LIVE, new PageRequest<>(2, null));

        assertThat(page.items()).hasSize(2);
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void listAndCountAreOfTheOwnerAlone() {
        Task anns = stage.task("Ann's");
        stage.createTask.create(stage.bob, titled("Bob's"), null);

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

        assertMeant(new TaskFilter(Set.of(TaskStatus.COMPLETED), Set.of(), false), done);
        assertMeant(new TaskFilter(Set.of(), Set.of(TaskPriority.URGENT, TaskPriority.LOW), false), urgent);
        assertMeant(new TaskFilter(Set.of(TaskStatus.COMPLETED), Set.of(TaskPriority.URGENT), false));
        assertMeant(new TaskFilter(Set.of(), Set.of(), true), queries.requireStored(stage.ann, deleted.id()));
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
        return queries.findPage(stage.ann, filter, new PageRequest<>(PageRequest.DEFAULT_LIMIT, null))
                .items();
    }

    private List<Task> allPages(int limit) {
        List<Task> all = new ArrayList<>();
        TaskPosition after = null;
        Page<Task> page;
        do {
            page = queries.findPage(stage.ann, TaskFilter.LIVE, new PageRequest<>(limit, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            after = all.getLast().position();
        } while (page.hasMore());
        return all;
    }
}
