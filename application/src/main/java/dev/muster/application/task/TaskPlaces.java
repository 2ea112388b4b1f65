package dev.muster.application.task;

import dev.muster.domain.project.ProjectError;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.project.TaskNumbers;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks may go: into a project of their owner, below a task of their owner (requirements C3, C4). What is refused
 * is {@link Invalid} at {@code /project_id} or {@code /parent_id}. Works inside a unit of work that writes.
 */
public final class TaskPlaces {

    private static final String PROJECT = "/project_id";
    private static final String PARENT = "/parent_id";

    private final Tasks tasks;
    private final Projects projects;
    private final TaskGraph graph;

    public TaskPlaces(Tasks tasks, Projects projects, TaskGraph graph) {
        this.tasks = tasks;
        this.projects = projects;
        this.graph = graph;
    }

    /** Keeps the places of the owner's tasks as they are until the unit of work ends, but for its own changes. */
    void lock(UserId owner) {
        graph.lock(owner);
    }

    /**
     * The key of a task that enters a project, or null where that is none. An archived project takes tasks too.
     *
     * @throws Invalid with PROJECT_NOT_FOUND if it is not one of the owner's, or is deleted
     */
    @Nullable TaskKey keyIn(UserId owner, @Nullable ProjectId project) {
        if (project == null) {
            return null;
        }
        TaskNumbers numbers = takeNumbers(owner, project, 1);
        return new TaskKey(numbers.key(), numbers.first());
    }

    /** The keys of several tasks that enter a project; otherwise as {@link #keyIn}. */
    TaskNumbers takeNumbers(UserId owner, ProjectId project, int count) {
        return projects.takeNumbers(owner, project, count).orElseThrow(TaskPlaces::projectNotFound);
    }

    /**
     * Checks that a new task may be a part of another.
     *
     * @throws Invalid with PARENT_NOT_FOUND or TOO_DEEP
     */
    void requireParent(UserId owner, TaskId parent) {
        requireLive(tasks.find(owner, parent).orElse(null));
        requireRoom(owner, parent);
    }

    /**
     * Checks that a stored task may become a part of another.
     *
     * @throws Invalid with PARENT_NOT_FOUND, PARENT_CYCLE or TOO_DEEP
     */
    void requireParent(UserId owner, TaskId parent, TaskId moved) {
        requireLive(tasks.find(owner, parent).orElse(null));
        requireRoom(owner, parent, moved);
    }

    /** The part of {@link #requireParent(UserId, TaskId)} about the parent itself. */
    static void requireLive(@Nullable Task parent) {
        if (parent == null || parent.isDeleted()) {
            throw Invalid.at(PARENT, TaskError.PARENT_NOT_FOUND, "must be the id of one of your tasks");
        }
    }

    /** The part of {@link #requireParent(UserId, TaskId)} about those above the parent. */
    void requireRoom(UserId owner, TaskId parent) {
        requireDepth(graph.ancestors(owner, parent).size() + 1);
    }

    /** The part of {@link #requireParent(UserId, TaskId, TaskId)} about those above the parent and below the task. */
    void requireRoom(UserId owner, TaskId parent, TaskId moved) {
        List<TaskId> above = graph.ancestors(owner, parent);
        if (moved.equals(parent) || above.contains(moved)) {
            throw Invalid.at(PARENT, TaskError.PARENT_CYCLE, "must not be the task itself or one of its parts");
        }
        requireDepth(above.size() + 1 + graph.height(owner, moved));
    }

    private static void requireDepth(int levels) {
        if (levels > TaskGraph.MAX_DEPTH) {
            throw Invalid.at(
                    PARENT,
                    TaskError.TOO_DEEP,
                    "must not put a part more than " + TaskGraph.MAX_DEPTH + " levels below a task");
        }
    }

    private static Invalid projectNotFound() {
        return Invalid.at(PROJECT, ProjectError.PROJECT_NOT_FOUND, "must be the id of one of your projects");
    }
}
