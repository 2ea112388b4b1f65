package dev.muster.application.template;

import static dev.muster.application.template.TemplateStage.assertRefused;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.project.Project;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.template.TemplateName;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.TaskFixture;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What templates make of stories (requirement C5). */
final class ApplyTemplateTest {

    private static final TemplateName TEST = new TemplateName("test");

    private final TemplateStage stage = new TemplateStage();

    @Test
    void databaseTaskIsAPartOfTheStoryInItsProject() {
        Project kan = stage.project("KAN", 15);
        Task story = stage.stored(aTask(stage.ann)
                .in(kan, 15)
                .title("Order products")
                .description("- orders: total")
                .state(TaskStatus.IN_PROGRESS, TaskPriority.URGENT));

        ApplyTemplate.Outcome outcome = apply(key("KAN-15"), TemplateName.DATABASE);
        Task made = outcome.task();
        assertThat(made.key()).hasToString("KAN-16");
        assertThat(made.details().title().value()).isEqualTo("Order products - DB");
        assertThat(made.details().place().parent()).isEqualTo(story.id());
        assertThat(made.details().place().project()).isEqualTo(kan.id());
        assertThat(made.details().priority()).isEqualTo(TaskPriority.URGENT);
        assertThat(made.details().status()).isEqualTo(TaskStatus.PENDING);
        assertThat(outcome.warnings()).hasSize(4);
        assertThat(stored(made)).isEqualTo(made);
    }

    @Test
    void dependenciesOfTheStoryAreTold() {
        Project kan = stage.project("KAN", 20);
        Task story = stage.stored(aTask(stage.ann).in(kan, 15).title("Order"));
        Task open = stage.stored(aTask(stage.ann).in(kan, 1).title("Choose"));
        Task deleted = stage.stored(aTask(stage.ann).in(kan, 2).title("Given up"));
        Task waiting = stage.stored(aTask(stage.ann).in(kan, 3).title("Pay"));
        stage.write(() -> {
            stage.ports.taskGraph.block(stage.ann, story.id(), open.id());
            stage.ports.taskGraph.block(stage.ann, story.id(), deleted.id());
            stage.ports.taskGraph.block(stage.ann, waiting.id(), story.id());
            stage.ports.tasks.update(deleted.deleted(TestClock.START));
        });

        ApplyTemplate.Outcome outcome = apply(story.id(), TemplateName.DATABASE);
        assertThat(Objects.requireNonNull(outcome.task().details().description())
                        .value())
                .contains("### Requires\n\n- KAN-1: Choose (pending)\n\n", "### Blocked by\n\n- KAN-1: Choose\n\n")
                .contains("### Blocks\n\n- KAN-15: Order\n- KAN-3: Pay\n\n")
                .doesNotContain("KAN-2:");
        assertThat(outcome.warnings()).contains("The story waits for KAN-1, which is not done: Choose");
    }

    @Test
    void infrastructureOfTheProjectEndsItsWarnings() {
        Project kan = stage.project("KAN", 20);
        Project other = stage.project("OTH", 20);
        Task story = stage.stored(aTask(stage.ann).in(kan, 15));
        infrastructure(kan, 1, TaskStatus.COMPLETED, "postgresql");
        infrastructure(kan, 2, TaskStatus.PENDING, "backups");
        infrastructure(other, 1, TaskStatus.COMPLETED, "migrations");
        stage.stored(
                aTask(stage.ann).in(kan, 3).title("A connection pool").state(TaskStatus.COMPLETED, TaskPriority.LOW));

        assertThat(apply(story.id(), TemplateName.DATABASE).warnings())
                .hasSize(3)
                .noneMatch(warning -> warning.contains("a PostgreSQL server"))
                .anyMatch(warning -> warning.contains("backups"))
                .anyMatch(warning -> warning.contains("a tool for migrations"))
                .anyMatch(warning -> warning.contains("a connection pool"));
        Task loose = stage.stored(aTask(stage.ann));
        assertThat(apply(loose.id(), TemplateName.DATABASE).warnings()).hasSize(2);
    }

    @Test
    void secondTimePointsAtTheFirst() {
        Project kan = stage.project("KAN", 15);
        Task story = stage.stored(aTask(stage.ann).in(kan, 15));
        Task made = apply(story.id(), TemplateName.DATABASE).task();

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> apply(key("KAN-15"), TemplateName.DATABASE))
                .satisfies(again -> {
                    assertThat(again.code()).isEqualTo(TemplateError.TEMPLATE_ALREADY_APPLIED);
                    assertThat(again.extensions())
                            .isEqualTo(Map.of("task", Map.of("id", made.id().toString(), "key", "KAN-16")));
                });
        assertThat(count()).isEqualTo(2);
        stage.template("test");
        assertThat(apply(story.id(), TEST).task().key()).hasToString("KAN-17");
    }

    @Test
    void anotherIsMadeWhenTheFirstIsInTheTrash() {
        Task story = stage.stored(aTask(stage.ann));
        Task first = apply(story.id(), TemplateName.DATABASE).task();
        stage.write(() -> stage.ports.tasks.update(first.deleted(TestClock.START)));

        Task second = apply(story.id(), TemplateName.DATABASE).task();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> apply(story.id(), TemplateName.DATABASE))
                .satisfies(again -> assertThat(again.extensions().get("task"))
                        .asString()
                        .contains(second.id().toString()));
    }

    @Test
    void ofFiftyAtOnceOneMakesTheTask() {
        Task story = stage.stored(aTask(stage.ann));

        List<Race.Outcome<ApplyTemplate.Outcome>> outcomes =
                Race.of(50, number -> apply(story.id(), TemplateName.DATABASE));
        assertThat(outcomes).filteredOn(Race.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Conflict.class));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void unknownStoryTellsSimilarKeys() {
        Project kan = stage.project("KAN", 20);
        stage.stored(aTask(stage.ann).in(kan, 14));
        stage.stored(aTask(stage.ann).in(kan, 16));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> apply(key("KAN-15"), TemplateName.DATABASE))
                .satisfies(missing -> {
                    assertThat(missing.code()).isEqualTo(TaskError.TASK_NOT_FOUND);
                    assertThat(missing.extensions())
                            .extractingByKey("similar")
                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                            .contains("KAN-14", "KAN-16");
                });
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> apply(TaskFixture.nextId(), TemplateName.DATABASE))
                .satisfies(missing -> assertThat(missing.extensions()).isEqualTo(Map.of("similar", List.of())));
    }

    @Test
    void storyInTheTrashOrOfSomeoneElseIsNone() {
        Task foreign = stage.stored(aTask(stage.bob));
        Task story = stage.stored(aTask(stage.ann));
        stage.write(() -> stage.ports.tasks.update(story.deleted(TestClock.START)));

        assertRefused(TaskError.TASK_NOT_FOUND, () -> apply(foreign.id(), TemplateName.DATABASE));
        assertRefused(TaskError.TASK_NOT_FOUND, () -> apply(story.id(), TemplateName.DATABASE));
    }

    @Test
    void unknownTemplateIsRefused() {
        Task story = stage.stored(aTask(stage.ann));

        assertRefused(TemplateError.TEMPLATE_NOT_FOUND, () -> apply(story.id(), TEST));
    }

    @Test
    void ownTemplateIsFilledFromTheStory() {
        Project kan = stage.project("KAN", 15);
        Task story = stage.stored(aTask(stage.ann).in(kan, 15).title("Order"));
        stage.createTemplate.create(
                stage.ann,
                TEST,
                TemplateStage.titled(
                        "Test {{story.key}}{{^story.description}}, {{story.title}}{{/story.description}}"));

        ApplyTemplate.Outcome outcome = apply(story.id(), TEST);
        assertThat(outcome.task().details().title().value()).isEqualTo("Test KAN-15, Order");
        assertThat(outcome.warnings()).isEmpty();
    }

    @Test
    void templateThatGivesNoTitleMakesNothing() {
        Task story = stage.stored(aTask(stage.ann));
        stage.createTemplate.create(stage.ann, TEST, TemplateStage.titled("{{story.key}}"));

        assertRefused(FieldError.VALIDATION_FAILED, () -> apply(story.id(), TEST));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void partOfPartsMayBeTooDeep() {
        Task story = stage.stored(aTask(stage.ann));
        for (int depth = 0; depth < TaskGraph.MAX_DEPTH; depth++) {
            story = stage.stored(aTask(stage.ann).parent(story.id()));
        }
        Task deepest = story;

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> apply(deepest.id(), TemplateName.DATABASE))
                .satisfies(invalid ->
                        assertThat(invalid.violations().getFirst().code()).isEqualTo(TaskError.TOO_DEEP));
    }

    private ApplyTemplate.Outcome apply(TaskReference story, TemplateName template) {
        return stage.applyTemplate.apply(stage.ann, story, template);
    }

    private void infrastructure(Project project, int number, TaskStatus status, String label) {
        stage.stored(aTask(stage.ann)
                .in(project, number)
                .labels("infrastructure", label)
                .state(status, TaskPriority.LOW));
    }

    private Task stored(Task task) {
        return stage.ports.unitOfWork.read(
                stage.ann.asActor(),
                () -> stage.ports.tasks.find(stage.ann, task.id()).orElseThrow());
    }

    private long count() {
        return stage.ports.unitOfWork.read(
                stage.ann.asActor(), () -> stage.ports.taskDirectory.count(stage.ann, TaskFilter.LIVE));
    }

    private static TaskKey key(String text) {
        return TaskKey.parse(text).orElseThrow();
    }
}
