package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskGraphContract} about many who change the graph at the same moment. */
public interface RacingBlockersContract extends TaskGraphStage {

    @Test
    default void twoTasksNeverWaitForEachOther() {
        for (int round = 0; round < 10; round++) {
            UserId owner = storedUser();
            Task one = stored(aTask(owner));
            Task other = stored(aTask(owner));
            List<Boolean> done = Race.values(Race.of(
                    8,
                    thread -> thread % 2 == 0
                            ? blockUnlessCycle(owner, one.id(), other.id())
                            : blockUnlessCycle(owner, other.id(), one.id())));

            assertThat(done).contains(true, false);
            assertThat(waitsFor(one, other)).isNotEqualTo(waitsFor(other, one));
        }
    }

    @Test
    default void noRingOfTasksWaitsForItself() {
        UserId owner = storedUser();
        List<Task> ring = Stream.generate(() -> stored(aTask(owner))).limit(6).toList();
        List<Boolean> done = Race.values(Race.of(
                6,
                thread -> blockUnlessCycle(
                        owner, ring.get(thread).id(), ring.get((thread + 1) % 6).id())));

        assertThat(done).containsOnlyOnce(false);
        assertThat(ring).noneMatch(task -> waitsFor(task, task));
    }

    /** Whoever completes a task has looked at its blockers before: a blocker that came meanwhile makes that stale. */
    @Test
    default void taskIsNotCompletedWhileSomethingBeginsToBlockIt() {
        for (int round = 0; round < 10; round++) {
            UserId owner = storedUser();
            Task task = stored(aTask(owner));
            Task blocker = stored(aTask(owner));
            Task completed =
                    task.with(aTask(owner).state(COMPLETED, TaskPriority.LOW).details(), null, TestClock.START);
            var outcomes = Race.of(2, thread -> {
                if (thread == 0) {
                    updated(completed);
                } else {
                    block(task, blocker);
                }
                return true;
            });

            Task now = reread(task);
            assertThat(outcomes.get(1).succeeded()).isTrue();
            assertThat(now.blockers().open()).isEqualTo(1);
            if (outcomes.get(0).succeeded()) {
                assertThat(now.version()).isEqualTo(3);
            } else {
                assertThat(outcomes.get(0).failure()).isInstanceOf(PreconditionFailed.class);
                assertThat(now.details().status().isOpen()).isTrue();
            }
        }
    }

    @Test
    default void blockerThatIsDoneAtThatMomentIsCountedRight() {
        for (int round = 0; round < 10; round++) {
            UserId owner = storedUser();
            Task blocker = stored(aTask(owner));
            List<Task> waiting =
                    Stream.generate(() -> stored(aTask(owner))).limit(4).toList();
            Race.values(Race.of(5, thread -> {
                if (thread == 4) {
                    updated(blocker.deleted(TestClock.START));
                } else {
                    block(waiting.get(thread), blocker);
                }
                return true;
            }));

            assertThat(waiting)
                    .allSatisfy(
                            task -> assertThat(reread(task).blockers().open()).isZero());
        }
    }

    @Test
    default void blockersThatAreDoneAtTheSameMomentAreAllCounted() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner));
        List<Task> blockers =
                Stream.generate(() -> stored(aTask(owner))).limit(8).toList();
        blockers.forEach(blocker -> block(task, blocker));
        Race.values(Race.of(8, thread -> updated(blockers.get(thread).deleted(TestClock.START))));

        assertThat(reread(task).blockers().open()).isZero();
        assertThat(reread(task).version()).isEqualTo(17);
    }
}
