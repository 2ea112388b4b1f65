package dev.muster.testkit.execution;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.project.ProjectStage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of the {@link ExecutionsContract} begin with. */
public interface ExecutionStage extends ProjectStage {

    /** What is tested. */
    Executions executions();

    /** Stores a project of someone new. */
    default Project storedProject() {
        return stored(ProjectFixture.aProject(storedUser()).build());
    }

    /** Stores an execution on its owner's behalf. */
    default Execution stored(Execution execution) {
        writeAs(execution.owner(), () -> executions().insert(execution));
        return execution;
    }

    /** Stores a changed execution on its owner's behalf. */
    default Execution updated(Execution execution) {
        writeAs(execution.owner(), () -> executions().update(execution));
        return execution;
    }

    /** What the owner finds. */
    default Optional<Execution> find(UserId owner, ExecutionId id) {
        return readAs(owner, () -> executions().find(owner, id));
    }

    /** A page as the owner sees it. */
    default Page<Execution> page(UserId owner, ExecutionFilter filter, int limit, @Nullable ExecutionPosition after) {
        return readAs(owner, () -> executions().findPage(owner, filter, new PageRequest<>(limit, after)));
    }

    /** How many the owner counts. */
    default long count(UserId owner, ExecutionFilter filter) {
        return readAs(owner, () -> executions().count(owner, filter));
    }
}
