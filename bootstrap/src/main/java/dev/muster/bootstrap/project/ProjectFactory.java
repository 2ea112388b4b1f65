package dev.muster.bootstrap.project;

import dev.muster.application.project.ChangeProject;
import dev.muster.application.project.CreateProject;
import dev.muster.application.project.DeleteProject;
import dev.muster.application.project.ProjectQueries;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ProjectFactory {

    @Singleton
    ProjectQueries projectQueries(UnitOfWork unitOfWork, Projects projects) {
        return new ProjectQueries(unitOfWork, projects);
    }

    @Singleton
    CreateProject createProject(UnitOfWork unitOfWork, Projects projects, Stamps stamps) {
        return new CreateProject(unitOfWork, projects, stamps);
    }

    @Singleton
    ChangeProject changeProject(
            UnitOfWork unitOfWork, ProjectQueries queries, Projects projects, Tasks tasks, Stamps stamps) {
        return new ChangeProject(unitOfWork, queries, projects, tasks, stamps);
    }

    @Singleton
    DeleteProject deleteProject(
            UnitOfWork unitOfWork, Projects projects, Tasks tasks, TaskDirectory directory, Stamps stamps) {
        return new DeleteProject(unitOfWork, projects, tasks, directory, stamps);
    }
}
