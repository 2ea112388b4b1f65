package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.Violation;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The part of the {@link TasksContract} that says how tasks are changed. */
public interface ChangedTasksContract extends TaskStage {

    /** When samples are changed. */
    Instant LATER = TestClock.START.plusSeconds(60);

    @Test
    default void updateKeepsEverythingThatChanged() {
        Task task = stored(aTask(storedUser()).build());
        Task changed =
                updated(task.with(TaskFixture.everythingKnown(task.owner()).details(), null, LATER));

        assertThat(find(task.owner(), task.id())).contains(changed);
    }

    @Test
    default void updateClearsWhatIsNoLongerTold() {
        Task task = stored(TaskFixture.everythingKnown(storedUser()));
        Task changed = updated(task.with(TaskDetails.titled(new TaskTitle("Only a title")), null, LATER));

        assertThat(find(task.owner(), task.id())).contains(changed);
    }

    @Test
    default void updateOfOneWriteKeepsEverything() {
        Task task = stored(aTask(storedUser()).build());
        Task changed = task.with(TaskFixture.everythingKnown(task.owner()).details(), null, LATER);
        unitOfWork().writeOne(task.owner().asActor(), () -> {
            tasks().update(changed);
            return true;
        });

        assertThat(find(task.owner(), task.id())).contains(changed);
    }

    @Test
    default void deletedTaskIsFoundUntilItIsRestoredAndAfter() {
        Task task = stored(aTask(storedUser()).build());
        Task deleted = updated(task.deleted(LATER));
        assertThat(find(task.owner(), task.id())).contains(deleted);

        Task restored = updated(deleted.restored(LATER.plusSeconds(1)));
        assertThat(find(task.owner(), task.id())).contains(restored);
    }

    @Test
    default void updateLeavesOtherTasksAlone() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).build());
        Task other = stored(aTask(owner).build());
        updated(task.deleted(LATER));

        assertThat(find(owner, other.id())).contains(other);
    }

    @Test
    default void updateRefusesStaleVersion() {
        Task task = stored(aTask(storedUser()).build());
        Task second = updated(task.with(task.details(), null, LATER));

        assertStale(task.deleted(LATER.plusSeconds(1)));
        assertThat(find(task.owner(), task.id())).contains(second);
    }

    @Test
    default void updateRefusesAVersionThatSkipsOne() {
        Task task = stored(aTask(storedUser()).build());

        assertStale(task.deleted(LATER).restored(LATER));
        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void updateRefusesUnknownTask() {
        Task unknown = aTask(storedUser()).build();

        assertStale(unknown.deleted(LATER));
        assertThat(find(unknown.owner(), unknown.id())).isEmpty();
    }

    @Test
    default void updateInAUnitThatFailsChangesNothing() {
        Task task = stored(aTask(storedUser()).build());

        assertThatThrownBy(() -> writeAs(task.owner(), () -> {
                    tasks().update(task.deleted(LATER));
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(task.owner(), task.id())).contains(task);
    }

    @Test
    default void changeThatIsNotStoredIsNotSeen() {
        Task task = stored(aTask(storedUser()).build());
        Task changed = task.deleted(LATER);

        assertThat(find(task.owner(), task.id()))
                .contains(task)
                .hasValueSatisfying(found -> assertThat(found).isNotEqualTo(changed));
    }

    @Test
    default void oneOfManyUpdatesOfTheSameVersionWins() {
        Task task = stored(aTask(storedUser()).build());
        var outcomes = Race.of(thread -> updated(task.with(task.details(), null, LATER.plusSeconds(thread))));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(winner ->
                        assertThat(find(task.owner(), task.id()).orElse(null)).isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertThat(loser.failure()).isInstanceOf(PreconditionFailed.class));
    }

    @Test
    default void updateRefusesAParentOfSomeoneElse() {
        Task task = stored(aTask(storedUser()).build());
        Task foreign = stored(aTask(storedUser()).build());
        TaskDetails child = aTask(task.owner()).parent(foreign.id()).details();

        assertThatThrownBy(() -> updated(task.with(child, null, LATER)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(Violation::code)
                                .containsExactly(TaskError.PARENT_NOT_FOUND));
        assertThat(find(task.owner(), task.id())).contains(task);
    }

    private void assertStale(Task changed) {
        assertThatThrownBy(() -> updated(changed))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        failure -> assertThat(failure.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
