package dev.muster.testkit.execution;

import static dev.muster.domain.execution.ExecutionStatus.CANCELLED;
import static dev.muster.domain.execution.ExecutionStatus.QUEUED;
import static dev.muster.domain.execution.ExecutionStatus.RUNNING;
import static dev.muster.testkit.execution.ExecutionFixture.LATER;
import static dev.muster.testkit.execution.ExecutionFixture.anExecution;
import static dev.muster.testkit.execution.ExecutionFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of the {@link ExecutionsContract} that says what lists of executions contain, and in which order. */
public interface ExecutionPagesContract extends ExecutionStage {

    @Test
    default void projectWithoutExecutionsHasAnEmptyPage() {
        Project project = storedProject();
        var filter = ExecutionFilter.of(project.id(), Set.of());

        assertThat(page(project.owner(), filter, 10, null)).isEqualTo(new Page<>(List.of(), false));
        assertThat(count(project.owner(), filter)).isZero();
    }

    @Test
    default void newestExecutionsComeFirstAndTiesByGreaterId() {
        Project project = storedProject();
        Execution oldest = storedAt(project, 1);
        Execution first = storedAt(project, 2);
        Execution second = storedAt(project, 2);

        assertMeant(project.owner(), ExecutionFilter.of(project.id(), Set.of()), second, first, oldest);
    }

    @Test
    default void pagesOfExecutionsFollowOneAnotherWithoutGapOrRepetition() {
        Project project = storedProject();
        for (int number = 0; number < 11; number++) {
            storedAt(project, number / 4);
        }
        var filter = ExecutionFilter.of(project.id(), Set.of());
        List<Execution> whole =
                page(project.owner(), filter, PageRequest.MAX_LIMIT, null).items();

        assertThat(whole).hasSize(11);
        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(walk(project.owner(), filter, limit))
                    .as("pages of %s", limit)
                    .isEqualTo(whole);
        }
    }

    @Test
    default void listOfAProjectHasNoOthersExecutions() {
        Project project = storedProject();
        Project other = stored(ProjectFixture.aProject(project.owner()).build());
        Execution execution = stored(anExecution(project).build());
        stored(anExecution(other).build());

        assertMeant(project.owner(), ExecutionFilter.of(project.id(), Set.of()), execution);
    }

    @Test
    default void listOfExecutionsTakesAnyOfItsStatuses() {
        Project project = storedProject();
        Execution queued = stored(anExecution(project).build());
        Execution running = updated(stored(anExecution(project).build()).reported(report(RUNNING), LATER));
        updated(stored(anExecution(project).build()).reported(report(CANCELLED), LATER));

        assertMeant(project.owner(), ExecutionFilter.of(project.id(), Set.of(QUEUED)), queued);
        assertMeant(project.owner(), ExecutionFilter.of(project.id(), Set.of(QUEUED, RUNNING)), running, queued);
    }

    @Test
    default void correlationIdLeadsToExecutionsOfAllProjects() {
        Project project = storedProject();
        Project other = stored(ProjectFixture.aProject(project.owner()).build());
        Execution first = stored(anExecution(project).correlation("Depl-ö 1").build());
        Execution second = stored(anExecution(other).correlation("Depl-ö 1").build());
        Execution running = updated(
                stored(anExecution(other).correlation("Depl-ö 1").build()).reported(report(RUNNING), LATER));
        stored(anExecution(other).correlation("depl-ö 1").build());
        var correlation = new CorrelationId("Depl-ö 1");

        assertMeant(project.owner(), ExecutionFilter.of(correlation, Set.of()), running, second, first);
        assertMeant(project.owner(), ExecutionFilter.of(correlation, Set.of(RUNNING)), running);
        assertThat(walk(project.owner(), ExecutionFilter.of(correlation, Set.of()), 1))
                .containsExactly(running, second, first);
    }

    @Test
    default void deletedProjectHasNoExecutions() {
        Project project = storedProject();
        Execution execution = stored(anExecution(project).correlation("gone").build());
        updated(project.deleted(LATER));

        assertThat(find(project.owner(), execution.id())).isEmpty();
        assertMeant(project.owner(), ExecutionFilter.of(project.id(), Set.of()));
        assertMeant(project.owner(), ExecutionFilter.of(new CorrelationId("gone"), Set.of()));
    }

    @Test
    default void pageOfLargeExecutionsEndsEarly() {
        Project project = storedProject();
        String large = "\"" + "x".repeat(JsonText.MAX_BYTES - 2) + "\"";
        List<Execution> newestFirst = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            newestFirst.addFirst(stored(anExecution(project).input(large).build()));
        }
        var filter = ExecutionFilter.of(project.id(), Set.of());

        Page<Execution> page = page(project.owner(), filter, PageRequest.MAX_LIMIT, null);
        assertThat(page).isEqualTo(new Page<>(newestFirst.subList(0, 16), true));
        assertThat(walk(project.owner(), filter, PageRequest.MAX_LIMIT)).isEqualTo(newestFirst);
        assertThat(page(project.owner(), filter, 16, null).hasMore()).isTrue();
        assertThat(page(project.owner(), filter, 4, newestFirst.get(15).position()))
                .isEqualTo(new Page<>(newestFirst.subList(16, 20), false));
    }

    private void assertMeant(UserId owner, ExecutionFilter filter, Execution... meant) {
        assertThat(page(owner, filter, 10, null).items()).containsExactly(meant);
        assertThat(count(owner, filter)).isEqualTo(meant.length);
    }

    private List<Execution> walk(UserId owner, ExecutionFilter filter, int limit) {
        List<Execution> walked = new ArrayList<>();
        Page<Execution> page = page(owner, filter, limit, null);
        walked.addAll(page.items());
        while (page.hasMore()) {
            page = page(owner, filter, limit, walked.getLast().position());
            walked.addAll(page.items());
        }
        return walked;
    }

    private Execution storedAt(Project project, int second) {
        return stored(anExecution(project)
                .createdAt(TestClock.START.plusSeconds(second))
                .build());
    }
}
