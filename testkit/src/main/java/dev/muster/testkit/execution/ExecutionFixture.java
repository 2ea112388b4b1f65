package dev.muster.testkit.execution;

import dev.muster.domain.execution.Assignment;
import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.execution.Report;
import dev.muster.domain.project.Project;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Sample executions. Whatever is not said is usual: queued at {@link TestClock#START}, without input.
 * {@code ExecutionFixture.anExecution(project).correlation("deploy-7").build()}
 */
public final class ExecutionFixture {

    /** When samples are reported on. */
    public static final Instant LATER = TestClock.START.plusSeconds(60);

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private final Project project;
    private ExecutionId id = nextId();
    private String correlation = id.toString();
    private @Nullable JsonText input;
    private Instant createdAt = TestClock.START;

    private ExecutionFixture(Project project) {
        this.project = project;
    }

    public static ExecutionFixture anExecution(Project project) {
        return new ExecutionFixture(project);
    }

    /** An id that no execution has; greater than those made before. */
    public static ExecutionId nextId() {
        return new ExecutionId(IDS.next());
    }

    /** A report without output and error. */
    public static Report report(ExecutionStatus status) {
        return new Report(status, null, null);
    }

    public ExecutionFixture id(ExecutionId value) {
        id = value;
        return this;
    }

    public ExecutionFixture correlation(String text) {
        correlation = text;
        return this;
    }

    public ExecutionFixture input(String json) {
        input = new JsonText(json);
        return this;
    }

    public ExecutionFixture createdAt(Instant moment) {
        createdAt = moment;
        return this;
    }

    public Execution build() {
        var assignment = new Assignment("Prüferin 🚀", new CorrelationId(correlation), input);
        return Execution.queued(id, project.owner(), project.id(), assignment, createdAt);
    }
}
