package dev.muster.application.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.Stamps;
import dev.muster.application.task.CreateTask;
import dev.muster.application.task.TaskPlaces;
import dev.muster.domain.project.Project;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.task.Task;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.task.TaskFixture;
import dev.muster.testkit.template.PlainTemplateRenderer;
import dev.muster.testkit.template.TemplateFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The use cases of templates over ports in memory, for one test, with two people who don't know of each other. */
final class TemplateStage {

    final InMemoryMuster ports = new InMemoryMuster();
    final Stamps stamps = new Stamps(ports.ids, ports.clock);
    final PlainTemplateRenderer renderer = new PlainTemplateRenderer();
    final Patterns patterns = new Patterns(renderer);

    final TemplateQueries queries = new TemplateQueries(ports.unitOfWork, ports.templates);
    final CreateTemplate createTemplate =
            new CreateTemplate(ports.unitOfWork, ports.templates, ports.taskGraph, patterns, stamps);
    final ChangeTemplate changeTemplate =
            new ChangeTemplate(ports.unitOfWork, queries, ports.templates, patterns, stamps);
    final DeleteTemplate deleteTemplate = new DeleteTemplate(ports.unitOfWork, queries, ports.templates);
    final ApplyTemplate applyTemplate = new ApplyTemplate(
            ports.unitOfWork,
            new Stories(ports.tasks, ports.taskDirectory, ports.taskGraph, ports.projects),
            new ApplyTemplate.Made(
                    queries,
                    ports.templates,
                    new CreateTask(
                            ports.unitOfWork,
                            ports.tasks,
                            new TaskPlaces(ports.tasks, ports.projects, ports.taskGraph),
                            stamps)),
            renderer,
            stamps);

    final UserId ann = new UserId(stamps.nextId());
    final UserId bob = new UserId(stamps.nextId());

    /** A template of Ann's. */
    TaskTemplate template(String name) {
        return createTemplate.create(ann, new TemplateName(name), titled("Test {{story.title}}"));
    }

    static TemplateContent titled(String title) {
        return TemplateFixture.titled(title);
    }

    /** A project of Ann's, from whose numbers the first is taken. */
    Project project(String key, int taken) {
        Project project = ProjectFixture.aProject(ann).key(key).build();
        write(() -> {
            ports.projects.insert(project);
            ports.projects.takeNumbers(ann, project.id(), taken);
        });
        return project;
    }

    Task stored(Task task) {
        ports.unitOfWork.write(task.owner().asActor(), () -> {
            ports.tasks.insert(task);
            return true;
        });
        return task;
    }

    Task stored(TaskFixture task) {
        return stored(task.build());
    }

    void write(Runnable work) {
        ports.unitOfWork.write(ann.asActor(), () -> {
            work.run();
            return true;
        });
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
