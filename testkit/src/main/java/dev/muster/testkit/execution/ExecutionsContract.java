package dev.muster.testkit.execution;

import static dev.muster.testkit.execution.ExecutionFixture.LATER;
import static dev.muster.testkit.execution.ExecutionFixture.anExecution;
import static dev.muster.testkit.execution.ExecutionFixture.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.shared.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What {@link Executions} promise. A test class of the adapter implements this interface, which makes it run every test.
 * It gives the adapter, its unit of work, and the users and projects of the same store.
 *
 * <p>The store need not be empty: every test uses executions of its own owners. This interface is about storing and
 * changing; {@link ExecutionPagesContract} and {@link OwnedExecutionsContract} are its other parts.
 */
public interface ExecutionsContract extends ExecutionPagesContract, OwnedExecutionsContract {

    @Test
    default void insertKeepsAnExecution() {
        Execution execution = stored(anExecution(storedProject())
                .correlation("c".repeat(CorrelationId.MAX_LENGTH))
                .input("{\"a\":[1,\"🚀 \\\\ \\\" \\n\",null,true],\"bb\":{}}")
                .build());
        Execution bare = stored(anExecution(storedProject()).build());

        assertThat(find(execution.owner(), execution.id())).contains(execution);
        assertThat(find(bare.owner(), bare.id())).contains(bare);
    }

    @Test
    default void insertOfOneWriteKeepsAnExecution() {
        Execution execution = anExecution(storedProject()).build();
        unitOfWork().writeOne(execution.owner().asActor(), () -> {
            executions().insert(execution);
            return true;
        });

        assertThat(find(execution.owner(), execution.id())).contains(execution);
    }

    @Test
    default void jsonKeepsItsMeaning() {
        Project project = storedProject();
        List<String> values = List.of(
                "0",
                "\"\"",
                "[]",
                "{}",
                "false",
                "0.10",
                "-1.500",
                "123456789012345678901234567890",
                "0.1234567890123456789012345678901234567890",
                "1" + "0".repeat(400),
                "9".repeat(JsonText.MAX_DIGITS),
                "0." + "1".repeat(JsonText.MAX_DIGITS - 2),
                "\"\u007f\u2028 \\u0001 e\u0301 é 柵 🚀\"",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]");
        for (String value : values) {
            Execution execution = stored(anExecution(project).input(value).build());
            assertThat(find(project.owner(), execution.id())).contains(execution);
        }
    }

    @Test
    default void longestJsonIsKept() {
        String longest = "\"" + "é".repeat((JsonText.MAX_BYTES - 2) / 2) + "\"";
        String manyParts = "[0" + ",0".repeat((JsonText.MAX_BYTES - 3) / 2) + "]";
        for (String input : List.of(longest, manyParts)) {
            Execution execution =
                    stored(anExecution(storedProject()).input(input).build());
            assertThat(find(execution.owner(), execution.id())).contains(execution);
        }
    }

    @Test
    default void unknownExecutionIsNotFound() {
        assertThat(find(storedUser(), ExecutionFixture.nextId())).isEmpty();
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Execution execution = stored(anExecution(storedProject()).build());
        Execution same = anExecution(storedProject()).id(execution.id()).build();

        assertThatThrownBy(() -> stored(same)).isInstanceOf(RuntimeException.class);
        assertThat(find(execution.owner(), execution.id())).contains(execution);
    }

    @Test
    default void insertRefusesAProjectThatIsNotTheOwnersOrIsDeleted() {
        Project foreign = storedProject();
        Project deleted = storedProject();
        updated(deleted.deleted(LATER));
        Execution stray =
                anExecution(ProjectFixture.aProject(storedUser()).build()).build();
        Execution stolen = anExecution(
                        ProjectFixture.aProject(storedUser()).id(foreign.id()).build())
                .build();

        for (Execution refused : List.of(stray, stolen, anExecution(deleted).build())) {
            assertThatThrownBy(() -> stored(refused))
                    .isInstanceOfSatisfying(
                            NotFound.class,
                            missing -> assertThat(missing.code()).isEqualTo(ProjectError.PROJECT_NOT_FOUND));
            assertThat(find(refused.owner(), refused.id())).isEmpty();
        }
    }

    @Test
    default void everyStateIsKept() {
        Project project = storedProject();
        for (ExecutionStatus end :
                List.of(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED, ExecutionStatus.CANCELLED)) {
            Execution queued = stored(anExecution(project).build());
            Execution running = updated(queued.reported(report(ExecutionStatus.RUNNING), LATER));
            assertThat(find(project.owner(), queued.id())).contains(running);

            String error = end == ExecutionStatus.FAILED ? "🚀".repeat(Report.MAX_ERROR) : null;
            Execution ended = updated(
                    running.reported(new Report(end, new JsonText("{\"a\":0.10}"), error), LATER.plusNanos(1000)));
            assertThat(find(project.owner(), queued.id())).contains(ended);
        }
    }

    @Test
    default void whatIsCancelledInTheQueueIsKept() {
        Execution queued = stored(anExecution(storedProject()).build());
        Execution cancelled = updated(queued.reported(report(ExecutionStatus.CANCELLED), LATER));

        assertThat(find(queued.owner(), queued.id())).contains(cancelled);
    }

    @Test
    default void updateRefusesStaleVersion() {
        Execution queued = stored(anExecution(storedProject()).build());
        Execution running = updated(queued.reported(report(ExecutionStatus.RUNNING), LATER));

        assertStale(queued.reported(report(ExecutionStatus.CANCELLED), LATER));
        assertThat(find(queued.owner(), queued.id())).contains(running);
    }

    @Test
    default void updateRefusesUnknownExecution() {
        assertStale(anExecution(storedProject()).build().reported(report(ExecutionStatus.CANCELLED), LATER));
    }

    @Test
    default void updateRefusesAnExecutionOfADeletedProject() {
        Project project = storedProject();
        Execution queued = stored(anExecution(project).build());
        updated(project.deleted(LATER));

        assertStale(queued.reported(report(ExecutionStatus.CANCELLED), LATER));
    }

    @Test
    default void updateInAUnitThatFailsChangesNothing() {
        Execution queued = stored(anExecution(storedProject()).build());

        assertThatThrownBy(() -> writeAs(queued.owner(), () -> {
                    executions().update(queued.reported(report(ExecutionStatus.RUNNING), LATER));
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(find(queued.owner(), queued.id())).contains(queued);
    }

    @Test
    default void oneOfManyReportsOnTheSameVersionWins() {
        Execution queued = stored(anExecution(storedProject()).build());
        var outcomes =
                Race.of(thread -> updated(queued.reported(report(ExecutionStatus.RUNNING), LATER.plusSeconds(thread))));

        assertThat(outcomes)
                .filteredOn(Race.Outcome::succeeded)
                .singleElement()
                .satisfies(
                        winner -> assertThat(find(queued.owner(), queued.id()).orElse(null))
                                .isEqualTo(winner.value()));
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(loser -> assertThat(loser.failure()).isInstanceOf(PreconditionFailed.class));
    }

    private void assertStale(Execution changed) {
        assertThatThrownBy(() -> updated(changed))
                .isInstanceOfSatisfying(
                        PreconditionFailed.class,
                        failure -> assertThat(failure.code()).isEqualTo(SharedError.STALE_VERSION));
    }
}
