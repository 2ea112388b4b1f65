package dev.muster.web.testing;

import dev.muster.application.execution.ChangeExecution;
import dev.muster.application.execution.ExecutionQueries;
import dev.muster.application.execution.QueueExecution;
import dev.muster.application.export.DownloadExport;
import dev.muster.application.export.ExportQueries;
import dev.muster.application.export.RequestExport;
import dev.muster.application.project.ChangeProject;
import dev.muster.application.project.CreateProject;
import dev.muster.application.project.DeleteProject;
import dev.muster.application.project.ProjectQueries;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.export.ExportPolicy;
import dev.muster.testkit.InMemoryMuster;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases of projects, their executions and exports, over stores in memory. */
@Factory
final class InMemoryProjectWiring {

    private final InMemoryMuster memory;
    private final Stamps stamps;

    InMemoryProjectWiring(InMemoryMuster memory) {
        this.memory = memory;
        this.stamps = new Stamps(memory.ids, memory.clock);
    }

    @Singleton
    ProjectQueries projectQueries() {
        return new ProjectQueries(memory.unitOfWork, memory.projects);
    }

    @Singleton
    CreateProject createProject() {
        return new CreateProject(memory.unitOfWork, memory.projects, stamps);
    }

    @Singleton
    ChangeProject changeProject(ProjectQueries queries) {
        return new ChangeProject(memory.unitOfWork, queries, memory.projects, memory.tasks, stamps);
    }

    @Singleton
    DeleteProject deleteProject() {
        return new DeleteProject(memory.unitOfWork, memory.projects, memory.tasks, memory.taskDirectory, stamps);
    }

    @Singleton
    ExecutionQueries executionQueries() {
        return new ExecutionQueries(memory.unitOfWork, memory.executions);
    }

    @Singleton
    QueueExecution queueExecution() {
        return new QueueExecution(memory.unitOfWork, memory.executions, stamps);
    }

    @Singleton
    ChangeExecution changeExecution(ExecutionQueries queries) {
        return new ChangeExecution(memory.unitOfWork, queries, memory.executions, stamps);
    }

    @Singleton
    ExportQueries exportQueries() {
        return new ExportQueries(memory.unitOfWork, memory.exports);
    }

    @Singleton
    RequestExport requestExport() {
        return new RequestExport(memory.unitOfWork, memory.exports, ExportPolicy.DEFAULT, stamps);
    }

    @Singleton
    DownloadExport downloadExport(ExportQueries queries) {
        return new DownloadExport(queries, memory.exportFiles, stamps);
    }
}
