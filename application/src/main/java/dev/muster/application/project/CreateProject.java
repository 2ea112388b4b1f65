package dev.muster.application.project;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;

/** Makes a project (requirement D1). */
public final class CreateProject {

    private final UnitOfWork unitOfWork;
    private final Projects projects;
    private final Stamps stamps;

    public CreateProject(UnitOfWork unitOfWork, Projects projects, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.projects = projects;
        this.stamps = stamps;
    }

    /**
     * Makes a project of one's own.
     *
     * @throws dev.muster.domain.shared.Conflict with PROJECT_KEY_TAKEN if another of the owner's projects has the key
     */
    public Project create(UserId owner, ProjectDetails details) {
        Project project = Project.created(new ProjectId(stamps.nextId()), owner, details, stamps.now());
        return unitOfWork.writeOne(owner.asActor(), () -> {
            projects.insert(project);
            return project;
        });
    }
}
