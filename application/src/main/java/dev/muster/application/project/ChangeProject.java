package dev.muster.application.project;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes a project; putting it into the archive is one such change (requirement D1). */
public final class ChangeProject {

    private final UnitOfWork unitOfWork;
    private final ProjectQueries queries;
    private final Projects projects;
    private final Tasks tasks;
    private final Stamps stamps;

    public ChangeProject(UnitOfWork unitOfWork, ProjectQueries queries, Projects projects, Tasks tasks, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.projects = projects;
        this.tasks = tasks;
        this.stamps = stamps;
    }

    /**
     * Changes a project. A change that changes nothing leaves the version as it is; another key gives all its tasks other
     * keys, which is a change of each.
     *
     * @param expectedVersion the version that the caller knows, or null to change whatever is there
     * @param change from the stored details to the wanted ones; may be applied more than once
     * @return the project as stored
     * @throws dev.muster.domain.shared.NotFound with PROJECT_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Conflict with PROJECT_KEY_TAKEN if another of the owner's projects has the key
     */
    public Project change(
            UserId owner, ProjectId id, @Nullable Long expectedVersion, UnaryOperator<ProjectDetails> change) {
        return Versions.changing(expectedVersion, () -> {
            Project project = queries.require(owner, id);
            Versions.require(expectedVersion, project.version());
            ProjectDetails wanted = change.apply(project.details());
            if (wanted.equals(project.details())) {
                return project;
            }
            Project changed = project.with(wanted, stamps.now());
            return wanted.key().equals(project.details().key()) ? store(changed) : storeWithKeys(changed);
        });
    }

    private Project store(Project changed) {
        return unitOfWork.writeOne(changed.owner().asActor(), () -> {
            projects.update(changed);
            return changed;
        });
    }

    private Project storeWithKeys(Project changed) {
        return unitOfWork.write(changed.owner().asActor(), () -> {
            projects.update(changed);
            tasks.changeKeys(changed.owner(), changed.id());
            return changed;
        });
    }
}
