package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
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
        assertThat(readAs(other, () -> tasks().findPage(other, TaskFilter.LIVE, new PageRequest<>(10, null)))
                        .items())
                .isEmpty();
        assertThat(readAs(other, () -> tasks().count(other, TaskFilter.LIVE))).isZero();
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
        assertThat(readAs(own.owner(), () -> tasks().count(other, TaskFilter.LIVE)))
                .isZero();
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
    default void taskCannotBeGivenToSomeoneElse() {
        Task task = stored(aTask(storedUser()).build());
        UserId other = storedUser();
        Task given =
                new Task(task.id(), other, null, task.details(), task.createdAt(), task.updatedAt(), null, null, 2);

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
        var page = new PageRequest<TaskPosition>(10, null);

        assertThat(unitOfWork().read(actor, () -> tasks().find(owner, task.id())))
                .isEmpty();
        assertThat(unitOfWork()
                        .read(actor, () -> tasks().findPage(owner, TaskFilter.LIVE, page))
                        .items())
                .isEmpty();
        assertThat(unitOfWork().<Long>read(actor, () -> tasks().count(owner, TaskFilter.LIVE)))
                .isZero();
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
