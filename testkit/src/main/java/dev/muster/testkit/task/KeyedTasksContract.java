package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of the {@link TasksContract} about the keys of tasks in projects (requirement C4). */
public interface KeyedTasksContract extends TaskStage {

    private static Instant later() {
        return TestClock.START.plusSeconds(60);
    }

    @Test
    default void taskIsFoundByItsKey() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task first = stored(aTask(owner).in(project, 1));
        Task second = stored(aTask(owner).in(project, 999_999_999));
        stored(aTask(owner).in(storedProject(owner, "OTHER"), 1));

        assertThat(byKey(owner, "KAN-1")).contains(first);
        assertThat(byKey(owner, "KAN-999999999")).contains(second);
        assertThat(byKey(owner, "KAN-2")).isEmpty();
        assertThat(byKey(owner, "NONE-1")).isEmpty();
    }

    @Test
    default void taskInTheTrashIsFoundByItsKey() {
        UserId owner = storedUser();
        Task deleted =
                updated(stored(aTask(owner).in(storedProject(owner, "KAN"), 1)).deleted(later()));

        assertThat(byKey(owner, "KAN-1")).contains(deleted);
    }

    @Test
    default void sameKeyOfSomeoneElseIsAnotherTask() {
        UserId owner = storedUser();
        UserId other = storedUser();
        Task own = stored(aTask(owner).in(storedProject(owner, "KAN"), 1));
        Task foreign = stored(aTask(other).in(storedProject(other, "KAN"), 1));

        assertThat(byKey(owner, "KAN-1")).contains(own);
        assertThat(byKey(other, "KAN-1")).contains(foreign);
        assertThat(readAs(other, () -> tasks().find(owner, key("KAN-1")))).isEmpty();
        assertThat(readAs(owner, () -> tasks().find(other, key("KAN-1")))).isEmpty();
    }

    @Test
    default void keysFollowTheKeyOfTheirProject() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "OLD");
        Task task = stored(aTask(owner).in(project, 7));
        ProjectDetails old = project.details();
        ProjectDetails renamed = new ProjectDetails(new ProjectKey("NEW"), old.name(), null, null, old.status());
        writeAs(owner, () -> projects().update(project.with(renamed, later())));

        assertThat(byKey(owner, "OLD-7")).isEmpty();
        assertThat(byKey(owner, "NEW-7")).map(Task::id).contains(task.id());
        assertThat(reread(task).key()).isEqualTo(key("NEW-7"));
        assertThat(reread(task).version()).isEqualTo(1);
    }

    @Test
    default void numberIsGivenOnceInAProject() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task task = stored(aTask(owner).in(project, 1));
        Task other = stored(aTask(owner).in(project, 2));

        assertThatThrownBy(() -> stored(aTask(owner).in(project, 1))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> updated(other.with(other.details(), key("KAN-1"), later())))
                .isInstanceOf(RuntimeException.class);
        assertThat(byKey(owner, "KAN-1")).contains(task);
        assertThat(byKey(owner, "KAN-2")).contains(other);
    }

    @Test
    default void taskMovesFromProjectToProject() {
        UserId owner = storedUser();
        Project from = storedProject(owner, "FROM");
        Project to = storedProject(owner, "TO");
        Task task = stored(aTask(owner).in(from, 3));
        Task moved = updated(task.with(aTask(owner).in(to, 1).details(), key("TO-1"), later()));
        assertThat(byKey(owner, "TO-1")).contains(moved);
        assertThat(byKey(owner, "FROM-3")).isEmpty();

        Task left = updated(moved.with(aTask(owner).details(), null, later()));
        assertThat(byKey(owner, "TO-1")).isEmpty();
        assertThat(find(owner, task.id())).contains(left);
    }

    @Test
    default void anotherKeyOfTheProjectIsAChangeOfItsTasks() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task task = stored(aTask(owner).in(project, 1));
        Task elsewhere = stored(aTask(owner).in(storedProject(owner, "OTHER"), 1));
        writeAs(owner, () -> tasks().changeKeys(owner, project.id()));

        assertThat(reread(task).version()).isEqualTo(task.version() + 1);
        assertThat(reread(task).details()).isEqualTo(task.details());
        assertThat(reread(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    default void allTasksLeaveAProject() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task whole = stored(aTask(owner));
        Task live = stored(aTask(owner).in(project, 1).parent(whole.id()));
        Task trashed = updated(stored(aTask(owner).in(project, 2)).deleted(later()));
        Task elsewhere = stored(aTask(owner).in(storedProject(owner, "OTHER"), 1));
        writeAs(owner, () -> tasks().leaveProject(owner, project.id()));

        for (Task task : new Task[] {live, trashed}) {
            Task left = reread(task);
            assertThat(left.key()).isNull();
            assertThat(left.details().place())
                    .isEqualTo(new TaskPlace(null, task.details().place().parent()));
            assertThat(left.version()).isEqualTo(task.version() + 1);
            assertThat(left.deletedAt()).isEqualTo(task.deletedAt());
        }
        assertThat(reread(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    default void taskOfAProjectThatIsDeletedIsInNone() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task task = stored(aTask(owner).in(project, 1));
        writeAs(owner, () -> projects().update(project.deleted(later())));

        assertThat(byKey(owner, "KAN-1")).isEmpty();
        assertThat(reread(task).key()).isNull();
        assertThat(reread(task).details().place()).isEqualTo(TaskPlace.NONE);
    }

    private Optional<Task> byKey(UserId owner, String key) {
        return readAs(owner, () -> tasks().find(owner, key(key)));
    }

    private static TaskKey key(String text) {
        return TaskKey.parse(text).orElseThrow();
    }
}
