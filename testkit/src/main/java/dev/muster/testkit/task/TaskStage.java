package dev.muster.testkit.task;

import dev.muster.domain.project.Project;
import dev.muster.domain.project.Projects;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.project.ProjectFixture;
import dev.muster.testkit.user.UserStage;
import java.util.Optional;
import java.util.function.Supplier;

/** What contracts about tasks begin with. */
public interface TaskStage extends UserStage {

    Tasks tasks();

    /** Projects, as tasks refer to them. */
    Projects projects();

    /** Stores a task on its owner's behalf. */
    default Task stored(Task task) {
        writeAs(task.owner(), () -> tasks().insert(task));
        return task;
    }

    /** Stores a sample. */
    default Task stored(TaskFixture sample) {
        return stored(sample.build());
    }

    /** Stores a changed task on its owner's behalf. */
    default Task updated(Task task) {
        writeAs(task.owner(), () -> tasks().update(task));
        return task;
    }

    /** Stores a project on its owner's behalf. */
    default Project storedProject(UserId owner, String key) {
        Project project = ProjectFixture.aProject(owner).key(key).build();
        writeAs(owner, () -> projects().insert(project));
        return project;
    }

    /** What the owner finds. */
    default Optional<Task> find(UserId owner, TaskId id) {
        return readAs(owner, () -> tasks().find(owner, id));
    }

    /** The task as it is stored now. */
    default Task reread(Task task) {
        return find(task.owner(), task.id()).orElseThrow();
    }

    /** Reads on a person's behalf. */
    default <T> T readAs(UserId actor, Supplier<T> work) {
        return unitOfWork().read(actor.asActor(), work);
    }

    /** Writes on a person's behalf. */
    default void writeAs(UserId actor, Runnable work) {
        unitOfWork().write(actor.asActor(), () -> {
            work.run();
            return true;
        });
    }
}
