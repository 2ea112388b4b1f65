package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.TaskSummary;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.Optional;

/** Reads of one's own tasks. */
public final class TaskQueries {

    private final UnitOfWork unitOfWork;
    private final Tasks tasks;
    private final TaskDirectory directory;
    private final Projects projects;
    private final Stamps stamps;

    public TaskQueries(UnitOfWork unitOfWork, Tasks tasks, TaskDirectory directory, Projects projects, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.directory = directory;
        this.projects = projects;
        this.stamps = stamps;
    }

    /**
     * A task that is not in the trash.
     *
     * @throws NotFound with TASK_NOT_FOUND if there is none, or it is someone else's
     */
    public Task require(UserId owner, TaskReference reference) {
        Task task = requireStored(owner, reference);
        if (task.isDeleted()) {
            throw notFound();
        }
        return task;
    }

    /** A task, in the trash or not; otherwise as {@link #require}. */
    Task requireStored(UserId owner, TaskReference reference) {
        return unitOfWork.read(owner.asActor(), () -> find(owner, reference)).orElseThrow(TaskQueries::notFound);
    }

    /** One page of the tasks that are meant. */
    public Page<ListedTask> findPage(UserId owner, TaskFilter filter, TaskOrder order, PageRequest<TaskPosition> page) {
        return unitOfWork.read(owner.asActor(), () -> directory.findPage(owner, filter, order, page));
    }

    /** How many there are in all pages. */
    public long count(UserId owner, TaskFilter filter) {
        return unitOfWork.read(owner.asActor(), () -> directory.count(owner, filter));
    }

    /** The tasks that are meant in numbers, as they are now. */
    public TaskSummary summarise(UserId owner, TaskFilter filter) {
        return unitOfWork.read(owner.asActor(), () -> directory.summarise(owner, filter, stamps.now()));
    }

    /** The project of a key, by which a filter can name it; empty if the owner has none of this key. */
    public Optional<ProjectId> findProject(UserId owner, ProjectKey key) {
        return unitOfWork.read(owner.asActor(), () -> projects.find(owner, key)).map(Project::id);
    }

    private Optional<Task> find(UserId owner, TaskReference reference) {
        return switch (reference) {
            case TaskId id -> tasks.find(owner, id);
            case TaskKey key -> tasks.find(owner, key);
        };
    }

    static NotFound notFound() {
        return new NotFound(TaskError.TASK_NOT_FOUND, "There is no such task.");
    }
}
