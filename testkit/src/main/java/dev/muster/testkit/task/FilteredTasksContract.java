package dev.muster.testkit.task;

import static dev.muster.domain.task.TaskPriority.HIGH;
import static dev.muster.domain.task.TaskPriority.LOW;
import static dev.muster.domain.task.TaskPriority.MEDIUM;
import static dev.muster.domain.task.TaskStatus.CANCELLED;
import static dev.muster.domain.task.TaskStatus.COMPLETED;
import static dev.muster.domain.task.TaskStatus.PENDING;
import static dev.muster.testkit.task.FilterFixture.aFilter;
import static dev.muster.testkit.task.TaskFixture.aTask;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskDirectoryContract} that says which tasks are meant by a filter. */
public interface FilteredTasksContract extends TaskDirectoryStage {

    @Test
    default void filterTakesAnyOfItsStatuses() {
        UserId owner = storedUser();
        Task pending = stored(aTask(owner).state(PENDING, LOW));
        Task completed = stored(aTask(owner).state(COMPLETED, LOW));
        stored(aTask(owner).state(CANCELLED, LOW));

        assertMeant(owner, aFilter().statuses(PENDING).build(), pending);
        assertMeant(owner, aFilter().statuses(PENDING, COMPLETED).build(), pending, completed);
    }

    @Test
    default void filterTakesAnyOfItsPriorities() {
        UserId owner = storedUser();
        Task low = stored(aTask(owner).state(PENDING, LOW));
        Task high = stored(aTask(owner).state(PENDING, HIGH));
        stored(aTask(owner).state(PENDING, MEDIUM));

        assertMeant(owner, aFilter().priorities(HIGH).build(), high);
        assertMeant(owner, aFilter().priorities(HIGH, LOW).build(), low, high);
    }

    @Test
    default void filterTakesAnyOfItsLabelsAsTheyAreSpelled() {
        UserId owner = storedUser();
        Task red = stored(aTask(owner).labels("red", "big"));
        Task both = stored(aTask(owner).labels("blue", "red"));
        Task capital = stored(aTask(owner).labels("Red"));
        Task awkward = stored(aTask(owner).labels("{a,\"b\"}", "'; drop"));
        stored(aTask(owner));

        assertMeant(owner, aFilter().labels("red").build(), red, both);
        assertMeant(owner, aFilter().labels("red", "blue", "big").build(), red, both);
        assertMeant(owner, aFilter().labels("Red").build(), capital);
        assertMeant(owner, aFilter().labels("{a,\"b\"}", "none").build(), awkward);
        assertMeant(owner, aFilter().labels("re").build());
    }

    @Test
    default void labelsThatChangeAreFoundAsTheyAreNow() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).labels("old", "kept"));
        Task changed = updated(task.with(aTask(owner).labels("kept", "new").details(), null, TestClock.START));

        assertMeant(owner, aFilter().labels("old").build());
        assertMeant(owner, aFilter().labels("kept").build(), changed);
        assertMeant(owner, aFilter().labels("new").build(), changed);

        Task deleted = updated(changed.deleted(TestClock.START));
        assertMeant(owner, aFilter().labels("new").build());
        assertMeant(owner, aFilter().labels("new").deleted().build(), deleted);
    }

    @Test
    default void filterTakesAnyOfItsProjects() {
        UserId owner = storedUser();
        Project one = storedProject(owner, "ONE");
        Project two = storedProject(owner, "TWO");
        Task first = stored(aTask(owner).in(one, 1));
        Task second = stored(aTask(owner).in(two, 1));
        stored(aTask(owner).in(storedProject(owner, "THREE"), 1));
        stored(aTask(owner));

        assertMeant(owner, aFilter().projects(one.id()).build(), first);
        assertMeant(owner, aFilter().projects(one.id(), two.id()).build(), first, second);
        assertMeant(
                owner,
                aFilter().projects(new ProjectId(TaskFixture.nextId().value())).build());
    }

    @Test
    default void filterTakesPartsOfAnyOfItsParentsButNotTheirParts() {
        UserId owner = storedUser();
        Task whole = stored(aTask(owner));
        Task other = stored(aTask(owner));
        Task part = stored(aTask(owner).parent(whole.id()));
        Task otherPart = stored(aTask(owner).parent(other.id()));
        Task partOfPart = stored(aTask(owner).parent(part.id()));

        assertMeant(owner, aFilter().parents(whole.id()).build(), part);
        assertMeant(owner, aFilter().parents(whole.id(), other.id()).build(), part, otherPart);
        assertMeant(owner, aFilter().parents(part.id()).build(), partOfPart);
        assertMeant(owner, aFilter().parents(partOfPart.id()).build());
    }

    @Test
    default void filterTakesWhatIsDueBetweenItsTimes() {
        UserId owner = storedUser();
        Instant noon = TestClock.START;
        Task before = stored(aTask(owner).dueAt(noon.minusNanos(1000)));
        Task at = stored(aTask(owner).dueAt(noon));
        Task after = stored(aTask(owner).dueAt(Instant.parse("9999-12-31T23:59:59.999999Z")));
        stored(aTask(owner));

        assertMeant(owner, aFilter().dueBefore(noon).build(), before);
        assertMeant(owner, aFilter().dueAfter(noon).build(), at, after);
        assertMeant(
                owner,
                aFilter()
                        .dueAfter(noon.minusSeconds(1))
                        .dueBefore(noon.plusNanos(1000))
                        .build(),
                before,
                at);
        assertMeant(owner, aFilter().dueAfter(noon).dueBefore(noon).build());
    }

    @Test
    default void filterTakesWhatIsBlockedOrWhatIsNot() {
        UserId owner = storedUser();
        Task blocker = stored(aTask(owner));
        Task done = stored(aTask(owner).state(COMPLETED, LOW));
        Task blocked = stored(aTask(owner));
        Task waitedInVain = stored(aTask(owner));
        Task cancelled = stored(aTask(owner).state(CANCELLED, LOW));
        writeAs(owner, () -> {
            graph().block(owner, blocked.id(), blocker.id());
            graph().block(owner, waitedInVain.id(), done.id());
            graph().block(owner, cancelled.id(), blocker.id());
        });

        assertMeant(owner, aFilter().blocked(true).build(), reread(blocked));
        assertMeant(owner, aFilter().blocked(false).build(), blocker, done, reread(waitedInVain), reread(cancelled));
    }

    @Test
    default void trashAndTheRestAreListedApart() {
        UserId owner = storedUser();
        Task live = stored(aTask(owner));
        Task deleted = updated(stored(aTask(owner)).deleted(TestClock.START.plusSeconds(60)));

        assertMeant(owner, TaskFilter.LIVE, live);
        assertMeant(owner, FilterFixture.trash(), deleted);
    }

    @Test
    default void filterTakesWhatMeetsAllOfItsConditions() {
        UserId owner = storedUser();
        Project project = storedProject(owner, "KAN");
        Task whole = stored(aTask(owner));
        Task meant = stored(sample(owner, project, whole, 1));
        stored(sample(owner, project, whole, 2).state(CANCELLED, HIGH));
        stored(sample(owner, project, whole, 3).state(PENDING, LOW));
        stored(sample(owner, project, whole, 4).labels("blue"));
        stored(sample(owner, storedProject(owner, "OTHER"), whole, 5));
        stored(sample(owner, project, meant, 6));
        stored(sample(owner, project, whole, 7).dueAt(TestClock.START.plusSeconds(60)));
        stored(sample(owner, project, whole, 8).title("Something else"));
        updated(stored(sample(owner, project, whole, 9)).deleted(TestClock.START));
        TaskFilter filter = aFilter()
                .statuses(PENDING)
                .priorities(HIGH)
                .labels("red")
                .projects(project.id())
                .parents(whole.id())
                .dueAfter(TestClock.START)
                .dueBefore(TestClock.START.plusSeconds(60))
                .blocked(false)
                .containing("fence")
                .build();

        assertMeant(owner, filter, meant);
    }

    private static TaskFixture sample(UserId owner, Project project, Task whole, int number) {
        return aTask(owner)
                .title("Paint the fence")
                .in(project, number)
                .parent(whole.id())
                .state(PENDING, HIGH)
                .labels("red")
                .dueAt(TestClock.START);
    }
}
