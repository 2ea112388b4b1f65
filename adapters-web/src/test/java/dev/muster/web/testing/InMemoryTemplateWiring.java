package dev.muster.web.testing;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.CreateTask;
import dev.muster.application.template.ApplyTemplate;
import dev.muster.application.template.ChangeTemplate;
import dev.muster.application.template.CreateTemplate;
import dev.muster.application.template.DeleteTemplate;
import dev.muster.application.template.Patterns;
import dev.muster.application.template.Stories;
import dev.muster.application.template.TemplateQueries;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.template.PlainTemplateRenderer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases of templates, over stores in memory. */
@Factory
final class InMemoryTemplateWiring {

    private final InMemoryMuster memory;
    private final Stamps stamps;
    private final PlainTemplateRenderer renderer = new PlainTemplateRenderer();
    private final Patterns patterns = new Patterns(renderer);

    InMemoryTemplateWiring(InMemoryMuster memory) {
        this.memory = memory;
        this.stamps = new Stamps(memory.ids, memory.clock);
    }

    @Singleton
    TemplateQueries templateQueries() {
        return new TemplateQueries(memory.unitOfWork, memory.templates);
    }

    @Singleton
    CreateTemplate createTemplate() {
        return new CreateTemplate(memory.unitOfWork, memory.templates, memory.taskGraph, patterns, stamps);
    }

    @Singleton
    ChangeTemplate changeTemplate(TemplateQueries queries) {
        return new ChangeTemplate(memory.unitOfWork, queries, memory.templates, patterns, stamps);
    }

    @Singleton
    DeleteTemplate deleteTemplate(TemplateQueries queries) {
        return new DeleteTemplate(memory.unitOfWork, queries, memory.templates);
    }

    @Singleton
    ApplyTemplate applyTemplate(TemplateQueries queries, CreateTask createTask) {
        return new ApplyTemplate(
                memory.unitOfWork,
                new Stories(memory.tasks, memory.taskDirectory, memory.taskGraph, memory.projects),
                new ApplyTemplate.Made(queries, memory.templates, createTask),
                renderer,
                stamps);
    }
}
