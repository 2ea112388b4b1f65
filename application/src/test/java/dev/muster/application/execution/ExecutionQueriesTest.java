package dev.muster.application.execution;

import static dev.muster.application.execution.ExecutionStage.assertNotFound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.shared.PageRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExecutionQueriesTest {

    private static final PageRequest<ExecutionPosition> FIRST = new PageRequest<>(10, null);

    private final ExecutionStage stage = new ExecutionStage();
    private final Execution first = stage.queued("deploy-7");
    private final Execution second = stage.queued(null);

    @Test
    void executionsAreFoundByProjectAndByCorrelationId() {
        var ofProject = ExecutionFilter.of(stage.project.id(), Set.of());
        var correlated = ExecutionFilter.of(new CorrelationId("deploy-7"), Set.of());
        var running = ExecutionFilter.of(stage.project.id(), Set.of(ExecutionStatus.RUNNING));

        assertThat(stage.queries.findPage(stage.ann, ofProject, FIRST).items()).containsExactly(second, first);
        assertThat(stage.queries.findPage(stage.ann, correlated, FIRST).items()).containsExactly(first);
        assertThat(stage.queries.count(stage.ann, ofProject)).isEqualTo(2);
        assertThat(stage.queries.count(stage.ann, running)).isZero();
    }

    @Test
    void executionsOfSomeoneElseAreNotFound() {
        var correlated = ExecutionFilter.of(new CorrelationId("deploy-7"), Set.of());

        assertNotFound(() -> stage.queries.require(stage.bob, first.id()));
        assertThat(stage.queries.findPage(stage.bob, correlated, FIRST).items()).isEmpty();
        assertThat(stage.queries.count(stage.bob, correlated)).isZero();
    }
}
