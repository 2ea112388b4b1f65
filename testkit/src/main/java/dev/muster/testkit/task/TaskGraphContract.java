package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.task.Blockers;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TaskGraph} promises. A test class of the adapter implements this interface, over tasks of the same store,
 * which need not be empty. This interface is about what the graph tells; its parts: {@link OpenBlockersContract} about
 * what becomes of those who wait, and {@link RacingBlockersContract} about many at once.
 */
public interface TaskGraphContract extends OpenBlockersContract, RacingBlockersContract {

    @Test
    default void taskWaitsForItsBlockersInTheOrderOfTheirNaming() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        Task first = stored(aTask(owner));
        Task second = stored(aTask(owner));
        block(task, second);
        block(task, first);

        assertThat(reread(task).blockers()).isEqualTo(new Blockers(List.of(second.id(), first.id()), 2));
        assertThat(reread(task).isBlocked()).isTrue();
        assertThat(reread(first)).isEqualTo(first);
    }

    @Test
    default void blockersOfOneUnitKeepTheirOrder() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        Task first = stored(aTask(owner));
        Task second = stored(aTask(owner));
        writeAs(owner, () -> {
            graph().block(owner, task.id(), second.id());
            graph().block(owner, task.id(), first.id());
        });

        assertThat(reread(task).blockers().tasks()).containsExactly(second.id(), first.id());
    }

    @Test
    default void blockingIsAChangeOfTheTask() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        Task blocker = stored(aTask(owner));

        block(task, blocker);
        assertThat(reread(task).version()).isEqualTo(2);
        assertThat(reread(task).updatedAt()).isAfter(task.updatedAt());

        unblock(task, blocker);
        assertThat(reread(task).version()).isEqualTo(3);
        assertThat(reread(task).blockers()).isEqualTo(Blockers.NONE);
    }

    @Test
    default void whatIsSoAlreadyChangesNothing() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        Task blocker = stored(aTask(owner));
        unblock(task, blocker);
        assertThat(reread(task)).isEqualTo(task);

        block(task, blocker);
        Task blocked = reread(task);
        block(task, blocker);
        assertThat(reread(task)).isEqualTo(blocked);
    }

    @Test
    default void taskWaitsForOthersDirectlyAndThroughOthers() {
        UserId owner = storedUser();
        Task first = stored(aTask(owner));
        Task second = stored(aTask(owner));
        Task third = stored(aTask(owner));
        Task side = stored(aTask(owner));
        block(first, second);
        block(second, third);
        block(first, side);

        assertThat(waitsFor(first, second)).isTrue();
        assertThat(waitsFor(first, third)).isTrue();
        assertThat(waitsFor(third, first)).isFalse();
        assertThat(waitsFor(side, third)).isFalse();
        assertThat(waitsFor(first, first)).isFalse();
        assertThat(waitsFor(first, stored(aTask(owner)))).isFalse();

        unblock(second, third);
        assertThat(waitsFor(first, third)).isFalse();
    }

    @Test
    default void thoseWhoWaitAreToldByTheirIds() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        List<Task> waiting = List.of(stored(aTask(owner)), stored(aTask(owner)), stored(aTask(owner)));
        waiting.reversed().forEach(one -> block(one, task));
        block(stored(aTask(owner)), waiting.getFirst());

        assertThat(readAs(owner, () -> graph().waiting(owner, task.id())))
                .isEqualTo(waiting.stream().map(Task::id).toList());
        unblock(waiting.getFirst(), task);
        assertThat(readAs(owner, () -> graph().waiting(owner, task.id()))).hasSize(2);
        UserId other = storedUser();
        assertThat(readAs(other, () -> graph().waiting(owner, task.id()))).isEmpty();
        assertThat(readAs(other, () -> graph().waiting(other, task.id()))).isEmpty();
    }

    @Test
    default void manyWaysToTheSameTaskAreNoTrouble() {
        UserId owner = storedUser();
        List<Task> layers = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            layers.add(stored(aTask(owner)));
        }
        // Each waits for both of the layer below, so there are 2^19 ways from the first to the last.
        writeAs(owner, () -> {
            for (int number = 0; number + 2 < 40; number++) {
                int below = number / 2 * 2 + 2;
                graph().block(owner, layers.get(number).id(), layers.get(below).id());
                graph().block(
                                owner,
                                layers.get(number).id(),
                                layers.get(below + 1).id());
            }
        });

        assertThat(waitsFor(layers.getFirst(), layers.getLast())).isTrue();
        assertThat(waitsFor(layers.getLast(), layers.getFirst())).isFalse();
    }

    @Test
    default void ancestorsAreToldNearestFirst() {
        List<Task> chain = chain(storedUser(), 4);

        assertThat(ancestors(chain.getLast()))
                .containsExactly(
                        chain.get(2).id(), chain.get(1).id(), chain.get(0).id());
        assertThat(ancestors(chain.getFirst())).isEmpty();
    }

    @Test
    default void heightIsOfTheDeepestPart() {
        UserId owner = storedUser();
        List<Task> chain = chain(owner, 4);
        stored(aTask(owner).parent(chain.getFirst().id()));

        assertThat(height(chain.getFirst())).isEqualTo(3);
        assertThat(height(chain.get(2))).isEqualTo(1);
        assertThat(height(chain.getLast())).isZero();
        updated(chain.getLast().deleted(aTask(owner).build().createdAt()));
        assertThat(height(chain.getFirst())).as("with parts in the trash").isEqualTo(3);
    }

    @Test
    default void depthIsToldOneLevelBeyondItsBoundAndNoFurther() {
        List<Task> chain = chain(storedUser(), TaskGraph.MAX_DEPTH + 4);

        assertThat(ancestors(chain.getLast())).hasSize(TaskGraph.MAX_DEPTH + 1);
        assertThat(height(chain.getFirst())).isEqualTo(TaskGraph.MAX_DEPTH + 1);
    }

    @Test
    default void anotherActorSeesAndChangesNothing() {
        List<Task> chain = chain(storedUser(), 2);
        UserId owner = chain.getFirst().owner();
        TaskId whole = chain.getFirst().id();
        TaskId part = chain.getLast().id();
        block(chain.getLast(), chain.getFirst());
        Task blocked = reread(chain.getLast());

        for (Actor actor : List.of(storedUser().asActor(), Actor.SYSTEM)) {
            assertThat(unitOfWork().<Boolean>read(actor, () -> graph().waitsFor(owner, part, whole)))
                    .isFalse();
            assertThat(unitOfWork().read(actor, () -> graph().ancestors(owner, part)))
                    .isEmpty();
            assertThat(unitOfWork().<Integer>read(actor, () -> graph().height(owner, whole)))
                    .isZero();
            unitOfWork().write(actor, () -> {
                graph().unblock(owner, part, whole);
                return true;
            });
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> {
                        graph().block(owner, whole, part);
                        return true;
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(reread(blocked)).isEqualTo(blocked);
        assertThat(reread(chain.getFirst())).isEqualTo(chain.getFirst());
    }

    @Test
    default void taskDoesNotWaitForSomeoneElses() {
        Task own = stored(aTask(storedUser()));
        Task foreign = stored(aTask(storedUser()));

        assertThatThrownBy(() -> block(own, foreign)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> block(foreign, own)).isInstanceOf(RuntimeException.class);
        assertThat(reread(own)).isEqualTo(own);
        assertThat(reread(foreign)).isEqualTo(foreign);
    }

    private List<Task> chain(UserId owner, int length) {
        List<Task> chain = new ArrayList<>(List.of(stored(aTask(owner))));
        while (chain.size() < length) {
            chain.add(stored(aTask(owner).parent(chain.getLast().id())));
        }
        return chain;
    }

    private List<TaskId> ancestors(Task task) {
        return readAs(task.owner(), () -> graph().ancestors(task.owner(), task.id()));
    }

    private int height(Task task) {
        return readAs(task.owner(), () -> graph().height(task.owner(), task.id()));
    }
}
