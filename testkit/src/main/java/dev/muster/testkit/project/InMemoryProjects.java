package dev.muster.testkit.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.project.Projects;
import dev.muster.domain.project.TaskNumbers;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Projects in memory, each seen by none but its owner. */
public final class InMemoryProjects implements Projects {

    /** By the text of ids, as that sorts like their bits and {@link java.util.UUID} has signs. */
    private static final Comparator<ProjectPosition> NEWEST_FIRST = Comparator.comparing(ProjectPosition::createdAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    /** @param lastNumber what was last given to a task of it, 0 at first */
    private record Row(Project project, int lastNumber) {}

    private final InMemoryUnitOfWork unitOfWork;
    private final Table<ProjectId, Row> table;

    public InMemoryProjects(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Project project) {
        table.change(rows -> {
            if (!unitOfWork.actor().equals(project.owner().asActor())) {
                throw new IllegalArgumentException("a project is stored by its owner alone");
            }
            requireFreeKey(rows, project);
            if (rows.putIfAbsent(project.id(), new Row(project, 0)) != null) {
                throw new IllegalArgumentException("a project of this id is stored");
            }
        });
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectId id) {
        return Optional.ofNullable(visible(table.rows(), owner, id)).map(Row::project);
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectKey key) {
        return meant(owner, Set.of())
                .filter(project -> project.details().key().equals(key))
                .findFirst();
    }

    @Override
    public Page<Project> findPage(UserId owner, Set<ProjectStatus> statuses, PageRequest<ProjectPosition> page) {
        ProjectPosition after = page.after();
        List<Project> probed = meant(owner, statuses)
                .filter(project -> after == null || NEWEST_FIRST.compare(project.position(), after) > 0)
                .sorted(Comparator.comparing(Project::position, NEWEST_FIRST))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(probed, page.limit());
    }

    @Override
    public long count(UserId owner, Set<ProjectStatus> statuses) {
        return meant(owner, statuses).count();
    }

    @Override
    public void update(Project project) {
        table.change(rows -> {
            Row stored = visible(rows, project.owner(), project.id());
            if (stored == null || stored.project().version() != project.version() - 1) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The project has been changed meanwhile.");
            }
            if (project.deletedAt() == null) {
                requireFreeKey(rows, project);
            }
            rows.put(project.id(), new Row(project, stored.lastNumber()));
        });
    }

    @Override
    public Optional<TaskNumbers> takeNumbers(UserId owner, ProjectId id, int count) {
        AtomicReference<@Nullable TaskNumbers> taken = new AtomicReference<>();
        table.change(rows -> {
            Row row = visible(rows, owner, id);
            if (row != null) {
                taken.set(new TaskNumbers(row.project().details().key(), row.lastNumber() + 1));
                rows.put(id, new Row(row.project(), row.lastNumber() + count));
            }
        });
        return Optional.ofNullable(taken.get());
    }

    private Stream<Project> meant(UserId owner, Set<ProjectStatus> statuses) {
        return table.rows().values().stream()
                .map(Row::project)
                .filter(project -> isVisible(project, owner))
                .filter(project -> statuses.isEmpty()
                        || statuses.contains(project.details().status()));
    }

    private @Nullable Row visible(Map<ProjectId, Row> rows, UserId owner, ProjectId id) {
        Row row = rows.get(id);
        return row != null && isVisible(row.project(), owner) ? row : null;
    }

    private boolean isVisible(Project project, UserId owner) {
        return project.deletedAt() == null
                && project.owner().equals(owner)
                && unitOfWork.actor().equals(owner.asActor());
    }

    private void requireFreeKey(Map<ProjectId, Row> rows, Project project) {
        boolean taken = rows.values().stream()
                .map(Row::project)
                .filter(other ->
                        isVisible(other, project.owner()) && !other.id().equals(project.id()))
                .anyMatch(
                        other -> other.details().key().equals(project.details().key()));
        if (taken) {
            throw new Conflict(ProjectError.PROJECT_KEY_TAKEN, "Another of your projects has this key.");
        }
    }
}
