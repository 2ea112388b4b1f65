package dev.muster.testkit.execution;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Executions in memory, each seen by none but its owner. */
public final class InMemoryExecutions implements Executions {

    /** By the text of ids, as that sorts like their bits and {@link java.util.UUID} has signs. */
    private static final Comparator<ExecutionPosition> NEWEST_FIRST = Comparator.comparing(ExecutionPosition::createdAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private final InMemoryUnitOfWork unitOfWork;
    private final Projects projects;
    private final Table<ExecutionId, Execution> table;

    public InMemoryExecutions(InMemoryUnitOfWork unitOfWork, Projects projects) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
        this.table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Execution execution) {
        table.change(rows -> {
            if (projects.find(execution.owner(), execution.project()).isEmpty()) {
                throw new NotFound(ProjectError.PROJECT_NOT_FOUND, "There is no such project.");
            }
            if (rows.putIfAbsent(execution.id(), execution) != null) {
                throw new IllegalArgumentException("an execution of this id is stored");
            }
        });
    }

    @Override
    public Optional<Execution> find(UserId owner, ExecutionId id) {
        return Optional.ofNullable(table.rows().get(id)).filter(execution -> isVisible(execution, owner));
    }

    @Override
    public Page<Execution> findPage(UserId owner, ExecutionFilter filter, PageRequest<ExecutionPosition> page) {
        ExecutionPosition after = page.after();
        List<Execution> following = meant(owner, filter)
                .filter(execution -> after == null || NEWEST_FIRST.compare(execution.position(), after) > 0)
                .sorted(Comparator.comparing(Execution::position, NEWEST_FIRST))
                .toList();
        List<Execution> items = new ArrayList<>();
        long bytes = 0;
        for (Execution execution : following) {
            if (items.size() == page.limit() || bytes >= PAGE_BYTES) {
                break;
            }
            items.add(execution);
            bytes += size(execution.assignment().input())
                    + size(execution.report().output());
        }
        return new Page<>(items, items.size() < following.size());
    }

    @Override
    public long count(UserId owner, ExecutionFilter filter) {
        return meant(owner, filter).count();
    }

    @Override
    public void update(Execution execution) {
        table.change(rows -> {
            Execution stored = rows.get(execution.id());
            boolean expected = stored != null
                    && isVisible(stored, execution.owner())
                    && stored.version() == execution.version() - 1;
            if (!expected) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The execution has been changed meanwhile.");
            }
            rows.put(execution.id(), execution);
        });
    }

    private Stream<Execution> meant(UserId owner, ExecutionFilter filter) {
        return table.rows().values().stream()
                .filter(execution -> isVisible(execution, owner))
                .filter(filter::accepts);
    }

    private boolean isVisible(Execution execution, UserId owner) {
        return execution.owner().equals(owner)
                && unitOfWork.actor().equals(owner.asActor())
                && projects.find(owner, execution.project()).isPresent();
    }

    private static int size(@Nullable JsonText json) {
        return json == null ? 0 : json.value().length();
    }
}
