package dev.muster.application.execution;

import static dev.muster.application.execution.ExecutionStage.assertFailure;
import static dev.muster.application.execution.ExecutionStage.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionError;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.domain.shared.SharedError;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ChangeExecutionTest {

    private static final JsonText OUTPUT = new JsonText("42");

    private final ExecutionStage stage = new ExecutionStage();
    private final Execution queued = stage.queued("deploy-7");

    @Test
    void reportsAreStoredWithTheirTimes() {
        stage.ports.clock.advance(Duration.ofSeconds(1));
        stage.report(queued, ExecutionStatus.RUNNING, null);
        stage.ports.clock.advance(Duration.ofSeconds(2));
        Execution ended = stage.report(queued, ExecutionStatus.SUCCEEDED, OUTPUT);

        assertThat(ended.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(ended.endedAt()).isEqualTo(stage.stamps.now());
        assertThat(ended.report().output()).isEqualTo(OUTPUT);
        assertThat(ended.version()).isEqualTo(3);
        assertThat(stored()).isEqualTo(ended);
    }

    @Test
    void reportOfNothingNewKeepsTheVersion() {
        stage.report(queued, ExecutionStatus.RUNNING, null);
        Execution ended = stage.report(queued, ExecutionStatus.CANCELLED, OUTPUT);
        stage.ports.clock.advance(Duration.ofSeconds(2));

        assertThat(stage.report(queued, ExecutionStatus.CANCELLED, OUTPUT)).isEqualTo(ended);
        assertThat(stored()).isEqualTo(ended);
    }

    @Test
    void whatHasEndedStaysAsItIs() {
        stage.report(queued, ExecutionStatus.RUNNING, null);
        Execution ended = stage.report(queued, ExecutionStatus.SUCCEEDED, OUTPUT);

        for (ExecutionStatus next : ExecutionStatus.values()) {
            assertFailure(ExecutionError.EXECUTION_STATE, () -> stage.report(queued, next, new JsonText("43")));
        }
        assertThat(stored()).isEqualTo(ended);
    }

    @Test
    void staleVersionIsRefused() {
        stage.report(queued, ExecutionStatus.RUNNING, null);

        assertFailure(
                SharedError.STALE_VERSION,
                () -> stage.changeExecution.change(stage.ann, queued.id(), 1L, UnaryOperator.identity()));
    }

    @Test
    void executionOfSomeoneElseIsNotFoundAndNotChanged() {
        assertNotFound(() -> stage.changeExecution.change(
                stage.bob, queued.id(), null, old -> new Report(ExecutionStatus.CANCELLED, null, null)));
        assertNotFound(() -> stage.changeExecution.change(
                stage.ann, new ExecutionId(stage.stamps.nextId()), null, UnaryOperator.identity()));
        assertThat(stored()).isEqualTo(queued);
    }

    @Test
    void executionOfADeletedProjectIsNotFound() {
        stage.deleteProject();

        assertNotFound(() -> stage.report(queued, ExecutionStatus.RUNNING, null));
    }

    @Test
    void ofManyWhoEndAnExecutionAtOnceOneSaysHow() {
        stage.report(queued, ExecutionStatus.RUNNING, null);

        List<Race.Outcome<Execution>> outcomes = Race.of(
                thread -> stage.report(queued, ExecutionStatus.SUCCEEDED, new JsonText(Integer.toString(thread))));

        List<Race.Outcome<Execution>> won =
                outcomes.stream().filter(Race.Outcome::succeeded).toList();
        assertThat(won).hasSize(1);
        assertThat(stored()).isEqualTo(won.getFirst().value());
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(lost -> assertFailure(ExecutionError.EXECUTION_STATE, () -> {
                    throw Objects.requireNonNull(lost.failure());
                }));
    }

    private Execution stored() {
        return stage.queries.require(stage.ann, queued.id());
    }
}
