package dev.muster.application.project;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import java.util.Set;

/** Reads of one's own projects. */
public final class ProjectQueries {

    private final UnitOfWork unitOfWork;
    private final Projects projects;

    public ProjectQueries(UnitOfWork unitOfWork, Projects projects) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
    }

    /**
     * A project.
     *
     * @throws NotFound with PROJECT_NOT_FOUND if there is none, or it is someone else's
     */
    public Project require(UserId owner, ProjectId id) {
        return unitOfWork.read(owner.asActor(), () -> projects.find(owner, id)).orElseThrow(ProjectQueries::notFound);
    }

    /** The project of a key; otherwise as {@link #require(UserId, ProjectId)}. */
    public Project require(UserId owner, ProjectKey key) {
        return unitOfWork.read(owner.asActor(), () -> projects.find(owner, key)).orElseThrow(ProjectQueries::notFound);
    }

    /**
     * One page, newest first.
     *
     * @param statuses any of these, or any at all if empty
     */
    public Page<Project> findPage(UserId owner, Set<ProjectStatus> statuses, PageRequest<ProjectPosition> page) {
        return unitOfWork.read(owner.asActor(), () -> projects.findPage(owner, statuses, page));
    }

    /** How many there are in all pages. */
    public long count(UserId owner, Set<ProjectStatus> statuses) {
        return unitOfWork.read(owner.asActor(), () -> projects.count(owner, statuses));
    }

    static NotFound notFound() {
        return new NotFound(ProjectError.PROJECT_NOT_FOUND, "There is no such project.");
    }
}
