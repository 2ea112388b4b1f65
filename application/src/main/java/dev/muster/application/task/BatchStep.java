package dev.muster.application.task;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPlace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one operation of a batch comes to.
 *
 * @param place which operation it is, as a JSON Pointer
 * @param before the task before the batch, or null if it is made
 * @param wanted its details in the end, or null if it goes to the trash
 */
record BatchStep(
        String place, @Nullable Task before, @Nullable TaskDetails wanted) {

    /** The project that the task was not in before, or null. */
    @Nullable ProjectId entered() {
        ProjectId project = wantedPlace().project();
        return Objects.equals(project, formerPlace().project()) ? null : project;
    }

    /** Whether the task becomes a part of another than before, or of none. */
    boolean changesParent() {
        return !Objects.equals(wantedPlace().parent(), formerPlace().parent());
    }

    /** The task of which it becomes a part, or null. */
    @Nullable TaskId newParent() {
        return changesParent() ? wantedPlace().parent() : null;
    }

    private TaskPlace formerPlace() {
        return before == null ? TaskPlace.NONE : before.details().place();
    }

    private TaskPlace wantedPlace() {
        return wanted == null ? formerPlace() : wanted.place();
    }
}
