package dev.muster.application.execution;

import static dev.muster.application.execution.ExecutionStage.INPUT;
import static dev.muster.application.execution.ExecutionStage.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.shared.FieldError;
import org.junit.jupiter.api.Test;

final class QueueExecutionTest {

    private final ExecutionStage stage = new ExecutionStage();

    @Test
    void executionBeginsInTheQueue() {
        Execution execution = stage.queued("deploy-7");

        assertThat(execution.report().status()).isEqualTo(ExecutionStatus.QUEUED);
        assertThat(execution.project()).isEqualTo(stage.project.id());
        assertThat(execution.assignment().agent()).isEqualTo("reviewer");
        assertThat(execution.assignment().input()).isEqualTo(INPUT);
        assertThat(execution.assignment().correlationId()).isEqualTo(new CorrelationId("deploy-7"));
        assertThat(execution.createdAt()).isEqualTo(stage.stamps.now());
        assertThat(execution.version()).isEqualTo(1);
        assertThat(stage.queries.require(stage.ann, execution.id())).isEqualTo(execution);
    }

    @Test
    void executionOfWhichNothingIsSaidIsCorrelatedWithItself() {
        Execution execution = stage.queued(null);

        assertThat(execution.assignment().correlationId())
                .isEqualTo(new CorrelationId(execution.id().toString()));
    }

    @Test
    void projectThatIsNotOnesOwnIsNotFound() {
        assertFailure(
                ProjectError.PROJECT_NOT_FOUND,
                () -> stage.queueExecution.queue(stage.bob, stage.project.id(), "reviewer", null, null));
        assertFailure(
                ProjectError.PROJECT_NOT_FOUND,
                () -> stage.queueExecution.queue(
                        stage.ann, new ProjectId(stage.stamps.nextId()), "reviewer", null, null));

        stage.deleteProject();

        assertFailure(ProjectError.PROJECT_NOT_FOUND, () -> stage.queued(null));
    }

    @Test
    void agentHasToBeNamed() {
        assertFailure(
                FieldError.VALIDATION_FAILED,
                () -> stage.queueExecution.queue(stage.ann, stage.project.id(), " ", null, null));
    }
}
