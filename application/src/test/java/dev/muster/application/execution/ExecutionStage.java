package dev.muster.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.project.CreateProject;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionError;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The use cases of executions over ports in memory, for one test, with a project and someone who doesn't know of it. */
final class ExecutionStage {

    static final JsonText INPUT = new JsonText("{\"task\":\"KAN-1\"}");

    final InMemoryMuster ports = new InMemoryMuster();
    final Stamps stamps = new Stamps(ports.ids, ports.clock);
    final ExecutionQueries queries = new ExecutionQueries(ports.unitOfWork, ports.executions);
    final QueueExecution queueExecution = new QueueExecution(ports.unitOfWork, ports.executions, stamps);
    final ChangeExecution changeExecution = new ChangeExecution(ports.unitOfWork, queries, ports.executions, stamps);
    final UserId ann = new UserId(stamps.nextId());
    final UserId bob = new UserId(stamps.nextId());
    final Project project = new CreateProject(ports.unitOfWork, ports.projects, stamps)
            .create(
                    ann,
                    new ProjectDetails(
                            new ProjectKey("KAN"), new ProjectName("Garden"), null, null, ProjectStatus.ACTIVE));

    /** An execution in Ann's project. */
    Execution queued(@Nullable String correlationId) {
        return queueExecution.queue(
                ann, project.id(), "reviewer", correlationId == null ? null : new CorrelationId(correlationId), INPUT);
    }

    /** What Ann reports, whatever was reported before. */
    Execution report(Execution execution, ExecutionStatus status, @Nullable JsonText output) {
        return changeExecution.change(ann, execution.id(), null, old -> new Report(status, output, null));
    }

    /** The project is gone. */
    void deleteProject() {
        ports.unitOfWork.writeOne(ann.asActor(), () -> {
            ports.projects.update(project.deleted(stamps.now()));
            return true;
        });
    }

    static void assertNotFound(ThrowingCallable call) {
        assertFailure(ExecutionError.EXECUTION_NOT_FOUND, call);
    }

    static void assertFailure(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
