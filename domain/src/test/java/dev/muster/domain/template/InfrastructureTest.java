package dev.muster.domain.template;

import static dev.muster.domain.template.StoryFixture.story;
import static dev.muster.domain.template.StoryFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InfrastructureTest {

    @Test
    void everythingThatIsNotThereIsAWarning() {
        assertThat(Infrastructure.warnings(story("Order", ""), List.of()))
                .containsExactly(
                        "No completed task labelled infrastructure provides a PostgreSQL server in project KAN; its label would be postgresql.",
                        "No completed task labelled infrastructure provides a tool for migrations in project KAN; its label would be migrations.",
                        "No completed task labelled infrastructure provides a connection pool in project KAN; its label would be connection-pool.",
                        "No completed task labelled infrastructure provides backups in project KAN; its label would be backups.");
        assertThat(Infrastructure.warnings(StoryFixture.loose("Order"), List.of()))
                .hasSize(4)
                .allMatch(warning -> warning.contains(" among your tasks; "));
    }

    @Test
    void pieceIsThereByItsLabelOrByAWordInTheTitle() {
        List<Task> done = List.of(
                task(1, "One", "", TaskStatus.COMPLETED, "infrastructure", "PostgreSQL"),
                task(2, "Introduce FLYWAY", "", TaskStatus.COMPLETED, "infrastructure"),
                task(3, "A connection pool for all", "", TaskStatus.COMPLETED, "infrastructure"));

        assertThat(Infrastructure.warnings(story("Order", ""), done))
                .singleElement()
                .asString()
                .contains("provides backups");
    }

    @Test
    void openBlockersAreWarningsToo() {
        Story alone = story("Order", "");
        Story blocked = new Story(
                alone.task(),
                alone.project(),
                List.of(task(3, "Done", "", TaskStatus.COMPLETED), task(4, "Open", "", TaskStatus.PENDING)),
                List.of());

        assertThat(Infrastructure.warnings(blocked, List.of()))
                .hasSize(5)
                .first()
                .isEqualTo("The story waits for KAN-4, which is not done: Open");
    }
}
