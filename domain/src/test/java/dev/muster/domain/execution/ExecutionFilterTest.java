package dev.muster.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ExecutionFilterTest {

    private static final ProjectId PROJECT = new ProjectId(new UUID(0, 1));
    private static final CorrelationId DEPLOY = new CorrelationId("deploy-7");

    private final Execution queued = Execution.queued(
            new ExecutionId(new UUID(0, 2)),
            new UserId(new UUID(0, 3)),
            PROJECT,
            new Assignment("reviewer", DEPLOY, null),
            Instant.parse("2026-03-02T09:30:00Z"));

    @Test
    void executionIsMeantByItsProject() {
        assertThat(ExecutionFilter.of(PROJECT, Set.of()).accepts(queued)).isTrue();
        assertThat(ExecutionFilter.of(new ProjectId(new UUID(0, 9)), Set.of()).accepts(queued))
                .isFalse();
    }

    @Test
    void executionIsMeantByItsCorrelationAsItIsWritten() {
        assertThat(ExecutionFilter.of(DEPLOY, Set.of()).accepts(queued)).isTrue();
        assertThat(ExecutionFilter.of(new CorrelationId("Deploy-7"), Set.of()).accepts(queued))
                .isFalse();
    }

    @Test
    void executionIsMeantByAnyOfTheStatuses() {
        assertThat(ExecutionFilter.of(PROJECT, Set.of(ExecutionStatus.QUEUED, ExecutionStatus.RUNNING))
                        .accepts(queued))
                .isTrue();
        assertThat(ExecutionFilter.of(DEPLOY, Set.of(ExecutionStatus.RUNNING)).accepts(queued))
                .isFalse();
    }

    @Test
    void filterStaysAsItWasMade() {
        Set<ExecutionStatus> statuses = EnumSet.of(ExecutionStatus.QUEUED);
        var filter = ExecutionFilter.of(PROJECT, statuses);
        statuses.clear();
        statuses.add(ExecutionStatus.FAILED);

        assertThat(filter.accepts(queued)).isTrue();
    }
}
