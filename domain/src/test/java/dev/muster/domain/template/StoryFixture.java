package dev.muster.domain.template;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.ProjectDetails;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectKey;
import dev.muster.domain.project.ProjectName;
import dev.muster.domain.project.ProjectStatus;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskPlace;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sample stories. */
final class StoryFixture {

    static final Instant NOW = Instant.parse("2030-01-31T23:59:00Z");
    static final UserId ANN = new UserId(new UUID(0, 1));
    static final Project KAN = Project.created(
            new ProjectId(new UUID(0, 2)),
            ANN,
            new ProjectDetails(new ProjectKey("KAN"), new ProjectName("Shop"), null, null, ProjectStatus.ACTIVE),
            NOW);

    private StoryFixture() {}

    /** KAN-15, alone. */
    static Story story(String title, String description) {
        return new Story(task(15, title, description, TaskStatus.PENDING), KAN, List.of(), List.of());
    }

    static Task task(int number, String title, String description, TaskStatus status, String... labels) {
        var details = new TaskDetails(
                new TaskTitle(title),
                description.isEmpty() ? null : new TaskDescription(description),
                status,
                TaskPriority.HIGH,
                new StoryPoints(5),
                new Labels(List.of(labels)),
                new DueTime(NOW),
                new TaskPlace(KAN.id(), null));
        return Task.created(
                new TaskId(new UUID(1, number)), ANN, details, new TaskKey(new ProjectKey("KAN"), number), NOW);
    }

    /** A story in no project. */
    static Story loose(String title) {
        Task task = Task.created(new TaskId(new UUID(1, 99)), ANN, TaskDetails.titled(new TaskTitle(title)), null, NOW);
        return new Story(task, null, List.of(), List.of());
    }
}
