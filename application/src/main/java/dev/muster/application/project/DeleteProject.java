package dev.muster.application.project;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Deletes a project that has no tasks outside the trash (requirement D1). */
public final class DeleteProject {

    private final UnitOfWork unitOfWork;
    private final Projects projects;
    private final Tasks tasks;
    private final TaskDirectory directory;
    private final Stamps stamps;

    public DeleteProject(
            UnitOfWork unitOfWork, Projects projects, Tasks tasks, TaskDirectory directory, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
        this.tasks = tasks;
        this.directory = directory;
        this.stamps = stamps;
    }

    /**
     * Deletes a project: its key is free, and its tasks in the trash belong to none any more.
     *
     * @param expectedVersion the version that the caller knows, or null to delete whatever is there
     * @throws dev.muster.domain.shared.NotFound with PROJECT_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws Conflict with PROJECT_NOT_EMPTY while it has tasks outside the trash
     */
    public void delete(UserId owner, ProjectId id, @Nullable Long expectedVersion) {
        Versions.changing(
                expectedVersion,
                () -> unitOfWork.write(owner.asActor(), () -> {
                    // A number that no task gets: who wants one for a task waits until this has ended.
                    if (projects.takeNumbers(owner, id, 1).isEmpty()) {
                        throw ProjectQueries.notFound();
                    }
                    Project project = projects.find(owner, id).orElseThrow(ProjectQueries::notFound);
                    Versions.require(expectedVersion, project.version());
                    requireEmpty(owner, id);
                    tasks.leaveProject(owner, id);
                    Project deleted = project.deleted(stamps.now());
                    projects.update(deleted);
                    return deleted;
                }));
    }

    private void requireEmpty(UserId owner, ProjectId id) {
        if (directory.count(owner, TaskFilter.ofProject(id)) > 0) {
            throw new Conflict(
                    ProjectError.PROJECT_NOT_EMPTY,
                    "There are tasks in the project. Archive it, or delete its tasks first.");
        }
    }
}
