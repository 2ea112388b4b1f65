package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.task.Task;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The part of the {@link TasksContract} that says who sees what: a task belongs to one person, and whoever else acts
 * sees and changes nothing of it, even when the call names the owner (requirements C1, E4).
 */
public interface OwnedTasksContract extends TaskStage {

    @Test
    default void anotherPersonFindsNothingUnderTheirOwnName() {
        Task task = stored(aTask(storedUser()).build());
        UserId other = storedUser();

        assertThat(find(other, task.id())).isEmpty();
        assertThat(readAs(other, () -> tasks().findAll(other, List.of(task.id()))))
                .isEmpty();
    }

    @Test
    default void anotherActorFindsNothingUnderTheOwnersName() {
        Task task = stored(aTask(storedUser()).build());

        assertInvisible(task, storedUser().asActor());
    }

    @Test
    default void systemFindsNobodysTasks() {
        Task task = stored(aTask(storedUser()).build());

        assertInvisible(task, Actor.SYSTEM);
    }

    @Test
    default void actorSeesTheirOwnTasksAloneWhateverOwnerTheyName() {
        Task own = stored(aTask(storedUser()).build());
        UserId other = storedUser();

        assertThat(readAs(own.owner(), () -> tasks().find(other, own.id()))).isEmpty();
        assertThat(readAs(own.owner(), () -> tasks().findAll(other, List.of(own.id()))))
                .isEmpty();
    }

    @Test
    default void anotherActorChangesNothing() {
        Task task = stored(aTask(storedUser()).build());
        Task changed = task.deleted(TestClock.START.plusSeconds(60));

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> update(changed)))
                    .isInstanceOf(PreconditionFailed.class);
            assertThatThrownBy(() -> unitOfWork().writeOne(actor, () -> update(changed)))
                    .isInstanceOf(PreconditionFailed.class);
        }
        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void anotherActorAddsNothing() {
        Task task = aTask(storedUser()).build();

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> insert(task)))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> unitOfWork().writeOne(actor, () -> insert(task)))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(find(task.owner(), task.id())).isEmpty();
    }

    @Test
    default void anotherActorChangesNothingOfAProject() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task task = stored(aTask(owner).in(project, 1));
        UserId other = storedUser();
        writeAs(other, () -> tasks().leaveProject(owner, project.id()));
        writeAs(other, () -> tasks().leaveProject(other, project.id()));
        writeAs(other, () -> tasks().changeKeys(owner, project.id()));

        assertThat(find(owner, task.id())).contains(task);
    }

    @Test
    default void taskCannotBeGivenToSomeoneElse() {
        Task task = stored(aTask(storedUser()).build());
        UserId other = storedUser();
        Task given = Task.created(task.id(), other, task.details(), null, task.createdAt())
                .deleted(TestClock.START);

        assertThatThrownBy(() -> writeAs(task.owner(), () -> update(given))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> writeAs(other, () -> update(given))).isInstanceOf(RuntimeException.class);
        assertThat(find(task.owner(), task.id())).contains(task);
        assertThat(find(other, task.id())).isEmpty();
    }

    @Test
    default void nothingOfAnActorIsLeftForTheNext() {
        Task task = stored(aTask(storedUser()).build());
        UserId other = storedUser();

        // Many times, so that an adapter that shares connections gives one to both.
        for (int round = 0; round < 20; round++) {
            assertThat(find(task.owner(), task.id())).contains(task);
            assertThat(readAs(other, () -> tasks().find(task.owner(), task.id())))
                    .isEmpty();
            assertThat(read(() -> tasks().find(task.owner(), task.id()))).isEmpty();
        }
    }

    @Test
    default void actorsWhoWorkAtTheSameTimeSeeTheirOwnTasks() {
        Task one = stored(aTask(storedUser()).build());
        Task other = stored(aTask(storedUser()).build());

        assertThat(Race.values(Race.of(thread -> {
                    Task own = thread % 2 == 0 ? one : other;
                    Task foreign = thread % 2 == 0 ? other : one;
                    boolean right = true;
                    for (int round = 0; round < 20; round++) {
                        right &= find(own.owner(), own.id()).isPresent();
                        right &= readAs(own.owner(), () -> tasks().find(foreign.owner(), foreign.id()))
                                .isEmpty();
                    }
                    return right;
                })))
                .containsOnly(true);
    }

    private void assertInvisible(Task task, Actor actor) {
        UserId owner = task.owner();

        assertThat(unitOfWork().read(actor, () -> tasks().find(owner, task.id())))
                .isEmpty();
        assertThat(unitOfWork().read(actor, () -> tasks().findAll(owner, List.of(task.id()))))
                .isEmpty();
        assertThat(unitOfWork().write(actor, () -> tasks().find(owner, task.id())))
                .isEmpty();
    }

    private boolean insert(Task task) {
        tasks().insert(task);
        return true;
    }

    private boolean update(Task task) {
        tasks().update(task);
        return true;
    }
}
