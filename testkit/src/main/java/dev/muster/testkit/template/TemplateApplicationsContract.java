package dev.muster.testkit.template;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.template.TaskTemplates;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.task.TaskFixture;
import dev.muster.testkit.task.TaskStage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskTemplatesContract} that says what is kept of a template's applications. */
public interface TemplateApplicationsContract extends TaskStage {

    /** What is tested. */
    TaskTemplates templates();

    @Test
    default void applicationIsKeptByStoryAndTemplate() {
        UserId owner = storedUser();
        Task story = stored(aTask(owner).build());
        Task made = stored(aTask(owner).build());
        record(owner, story, "database", made);

        assertThat(application(owner, story, "database")).contains(made.id());
        assertThat(application(owner, story, "other")).isEmpty();
        assertThat(application(owner, made, "database")).isEmpty();
    }

    @Test
    default void laterApplicationTakesThePlaceOfTheOneBefore() {
        UserId owner = storedUser();
        Task story = stored(aTask(owner).build());
        Task first = stored(aTask(owner).build());
        Task second = stored(aTask(owner).build());
        record(owner, story, "database", first);
        record(owner, story, "database", second);
        record(owner, story, "test", first);

        assertThat(application(owner, story, "database")).contains(second.id());
        assertThat(application(owner, story, "test")).contains(first.id());
    }

    @Test
    default void applicationStaysWhenTheTaskGoesToTheTrash() {
        UserId owner = storedUser();
        Task story = stored(aTask(owner).build());
        Task made = stored(aTask(owner).build());
        record(owner, story, "database", made);
        updated(made.deleted(TestClock.START.plusSeconds(60)));

        assertThat(application(owner, story, "database")).contains(made.id());
    }

    @Test
    default void concurrentApplicationsLeaveOneRecord() {
        UserId owner = storedUser();
        Task story = stored(aTask(owner).build());

        var made = Race.values(Race.of(number -> {
            Task task = stored(aTask(owner).build());
            record(owner, story, "database", task);
            return task.id();
        }));
        assertThat(application(owner, story, "database")).get().isIn(made);
    }

    @Test
    default void applicationsAreOfStoredTasksOfOnesOwn() {
        UserId owner = storedUser();
        UserId other = storedUser();
        Task story = stored(aTask(owner).build());
        Task foreign = stored(aTask(other).build());
        Task unknown = aTask(owner).id(TaskFixture.nextId()).build();

        assertThatThrownBy(() -> record(owner, story, "database", unknown)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> record(owner, unknown, "database", story)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> record(owner, story, "database", foreign)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> record(owner, foreign, "database", story)).isInstanceOf(RuntimeException.class);
        assertThat(application(owner, story, "database")).isEmpty();
    }

    @Test
    default void nobodySeesApplicationsOfOthers() {
        UserId owner = storedUser();
        UserId other = storedUser();
        Task story = stored(aTask(owner).build());
        record(owner, story, "database", story);

        assertThat(readAs(other, () -> templates().findApplication(owner, story.id(), TemplateName.DATABASE)))
                .isEmpty();
        assertThat(application(other, story, "database")).isEmpty();
        assertThatThrownBy(() -> writeAs(
                        other,
                        () -> templates().recordApplication(owner, story.id(), TemplateName.DATABASE, story.id())))
                .isInstanceOf(RuntimeException.class);
    }

    private void record(UserId owner, Task story, String template, Task made) {
        writeAs(owner, () -> templates().recordApplication(owner, story.id(), new TemplateName(template), made.id()));
    }

    private Optional<TaskId> application(UserId owner, Task story, String template) {
        return readAs(owner, () -> templates().findApplication(owner, story.id(), new TemplateName(template)));
    }
}
