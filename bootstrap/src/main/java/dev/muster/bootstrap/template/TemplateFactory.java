package dev.muster.bootstrap.template;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.CreateTask;
import dev.muster.application.template.ApplyTemplate;
import dev.muster.application.template.ChangeTemplate;
import dev.muster.application.template.CreateTemplate;
import dev.muster.application.template.DeleteTemplate;
import dev.muster.application.template.Patterns;
import dev.muster.application.template.Stories;
import dev.muster.application.template.TemplateQueries;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateRenderer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class TemplateFactory {

    @Singleton
    TemplateQueries templateQueries(UnitOfWork unitOfWork, TaskTemplates templates) {
        return new TemplateQueries(unitOfWork, templates);
    }

    @Singleton
    Patterns patterns(TemplateRenderer renderer) {
        return new Patterns(renderer);
    }

    @Singleton
    CreateTemplate createTemplate(
            UnitOfWork unitOfWork, TaskTemplates templates, TaskGraph graph, Patterns patterns, Stamps stamps) {
        return new CreateTemplate(unitOfWork, templates, graph, patterns, stamps);
    }

    @Singleton
    ChangeTemplate changeTemplate(
            UnitOfWork unitOfWork, TemplateQueries queries, TaskTemplates templates, Patterns patterns, Stamps stamps) {
        return new ChangeTemplate(unitOfWork, queries, templates, patterns, stamps);
    }

    @Singleton
    DeleteTemplate deleteTemplate(UnitOfWork unitOfWork, TemplateQueries queries, TaskTemplates templates) {
        return new DeleteTemplate(unitOfWork, queries, templates);
    }

    @Singleton
    Stories stories(Tasks tasks, TaskDirectory directory, TaskGraph graph, Projects projects) {
        return new Stories(tasks, directory, graph, projects);
    }

    @Singleton
    ApplyTemplate.Made made(TemplateQueries queries, TaskTemplates templates, CreateTask createTask) {
        return new ApplyTemplate.Made(queries, templates, createTask);
    }

    @Singleton
    ApplyTemplate applyTemplate(
            UnitOfWork unitOfWork, Stories stories, ApplyTemplate.Made made, TemplateRenderer renderer, Stamps stamps) {
        return new ApplyTemplate(unitOfWork, stories, made, renderer, stamps);
    }
}
