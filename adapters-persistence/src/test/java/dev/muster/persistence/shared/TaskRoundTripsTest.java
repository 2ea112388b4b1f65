package dev.muster.persistence.shared;

import static dev.muster.domain.shared.Actor.SYSTEM;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.FilterFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls about tasks go to the server once each, or as often as is said. */
final class TaskRoundTripsTest {

    @AutoClose
    private static final RoundTrips trips = RoundTrips.start();

    @Test
    void everyCallAboutTasksIsOne() {
        UserId owner = trips.storedUser().id();
        Tasks tasks = trips.bean(Tasks.class);
        Task task = aTask(owner).labels("red").build();

        assertThat(trips.ofOneWrite(owner, () -> tasks.insert(task))).isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> tasks.find(owner, task.id()))).isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> tasks.find(owner, new TaskKey(new ProjectKey("KAN"), 1))))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> tasks.findAll(owner, List.of(task.id()))))
                .isEqualTo(1);
        assertThat(trips.ofOneWrite(owner, () -> tasks.update(task.deleted(TestClock.START))))
                .isEqualTo(1);
    }

    @Test
    void everyListOfTasksIsOneAndOneMoreForAText() {
        UserId owner = trips.storedUser().id();
        TaskDirectory directory = trips.bean(TaskDirectory.class);
        PageRequest<TaskPosition> page = new PageRequest<>(20, null);
        TaskFilter text = FilterFixture.text("any words");

        assertThat(trips.ofRead(owner, () -> directory.findPage(owner, TaskFilter.LIVE, TaskOrder.NEWEST_FIRST, page)))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> directory.count(owner, TaskFilter.LIVE)))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> directory.summarise(owner, TaskFilter.LIVE, TestClock.START)))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> directory.similar(owner, new TaskKey(new ProjectKey("KAN"), 1), 5)))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> directory.findPage(owner, text, TaskOrder.BEST_FIRST, page)))
                .isEqualTo(2);
        assertThat(trips.ofRead(owner, () -> directory.count(owner, text))).isEqualTo(2);
    }

    @Test
    void hundredTasksAreStoredAndChangedInAFewRoundTrips() {
        UserId owner = trips.storedUser().id();
        Tasks tasks = trips.bean(Tasks.class);
        List<Task> many = Stream.generate(() -> aTask(owner).build()).limit(100).toList();
        List<Task> changed =
                many.stream().map(task -> task.deleted(TestClock.START)).toList();
        // Who acts, the statements in one or two packets, the commit; the first time the driver also asks for their
        // types.
        assertThat(trips.ofWrite(owner, () -> tasks.insertAll(many))).isLessThan(10);
        assertThat(trips.ofWrite(owner, () -> tasks.updateAll(changed))).isLessThan(10);
    }

    @Test
    void everyCallAboutTheGraphIsOne() {
        UserId owner = trips.storedUser().id();
        TaskGraph graph = trips.bean(TaskGraph.class);
        Task one = aTask(owner).build();
        Task other = aTask(owner).build();
        trips.ofOneWrite(owner, () -> trips.bean(Tasks.class).insert(one));
        trips.ofOneWrite(owner, () -> trips.bean(Tasks.class).insert(other));

        assertThat(trips.ofOneWrite(owner, () -> graph.block(owner, one.id(), other.id())))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> graph.waitsFor(owner, one.id(), other.id())))
                .isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> graph.ancestors(owner, one.id()))).isEqualTo(1);
        assertThat(trips.ofRead(owner, () -> graph.height(owner, one.id()))).isEqualTo(1);
        assertThat(trips.ofOneWrite(owner, () -> graph.unblock(owner, one.id(), other.id())))
                .isEqualTo(1);
        assertThat(trips.ofWrite(owner, () -> graph.lock(owner))).isEqualTo(2);
    }

    @Test
    void statementsThatComeOftenArePreparedOnTheServer() {
        UserId owner = trips.storedUser().id();
        Tasks tasks = trips.bean(Tasks.class);
        CurrentUnit current = trips.bean(CurrentUnit.class);
        for (int time = 0; time < 6; time++) {
            trips.ofRead(owner, () -> tasks.find(owner, aTask(owner).build().id()));
        }
        List<String> prepared = trips.bean(UnitOfWork.class)
                .read(
                        SYSTEM,
                        () -> current.query(
                                Sql.plain("select statement from pg_prepared_statements"),
                                parameters -> {},
                                Columns::text));

        assertThat(prepared)
                .anyMatch(text -> text.contains("set_config('muster.user_id', $1, true)"))
                .anyMatch(text -> text.contains("from muster.tasks t where t.user_id = $1 and t.id = $2"));
    }
}
