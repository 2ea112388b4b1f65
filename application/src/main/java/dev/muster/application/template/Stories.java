package dev.muster.application.template;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskReference;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.template.Infrastructure;
import dev.muster.domain.template.Story;
import dev.muster.domain.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stores tell of a story. Works inside a unit of work only. */
public final class Stories {

    private static final int SIMILAR = 5;

    private final Tasks tasks;
    private final TaskDirectory directory;
    private final TaskGraph graph;
    private final Projects projects;

    public Stories(Tasks tasks, TaskDirectory directory, TaskGraph graph, Projects projects) {
        this.tasks = tasks;
        this.directory = directory;
        this.graph = graph;
        this.projects = projects;
    }

    /** Keeps others who apply templates, or change how tasks hang together, waiting until the unit of work ends. */
    void lock(UserId owner) {
        graph.lock(owner);
    }

    /**
     * A task that is not in the trash.
     *
     * @throws NotFound with TASK_NOT_FOUND and the keys that might have been meant, as {@code similar}
     */
    Task require(UserId owner, TaskReference reference) {
        Optional<Task> found = switch (reference) {
            case TaskId id -> tasks.find(owner, id);
            case TaskKey key -> tasks.find(owner, key);
        };
        return found.filter(task -> !task.isDeleted()).orElseThrow(() -> {
            List<String> similar = reference instanceof TaskKey key
                    ? directory.similar(owner, key, SIMILAR).stream()
                            .map(TaskKey::toString)
                            .toList()
                    : List.of();
            return new NotFound(TaskError.TASK_NOT_FOUND, "There is no such task.").with("similar", similar);
        });
    }

    /** A task that was made once, empty if it is in the trash or gone. */
    Optional<Task> findMade(UserId owner, TaskId made) {
        return tasks.find(owner, made).filter(task -> !task.isDeleted());
    }

    /** The task with what is around it. */
    Story around(Task task) {
        UserId owner = task.owner();
        ProjectId project = task.details().place().project();
        return new Story(
                task,
                project == null ? null : projects.find(owner, project).orElse(null),
                live(owner, task.blockers().tasks()).toList(),
                live(owner, graph.waiting(owner, task.id()))
                        .filter(waiting -> waiting.details().status().isOpen())
                        .toList());
    }

    /** The newest 100 completed tasks about infrastructure of the story's project; of its owner, if it is in none. */
    List<Task> infrastructure(Story story) {
        ProjectId project = story.task().details().place().project();
        var filter = new TaskFilter(
                Set.of(TaskStatus.COMPLETED),
                Set.of(),
                Set.of(Infrastructure.LABEL),
                project == null ? Set.of() : Set.of(project),
                Set.of(),
                null,
                null,
                null,
                null,
                false);
        var page = new PageRequest<TaskPosition>(PageRequest.MAX_LIMIT, null);
        return directory.findPage(story.task().owner(), filter, TaskOrder.NEWEST_FIRST, page).items().stream()
                .map(ListedTask::task)
                .toList();
    }

    /** In the order of the ids. */
    private Stream<Task> live(UserId owner, Collection<TaskId> ids) {
        var found = tasks.findAll(owner, ids).stream()
                .filter(task -> !task.isDeleted())
                .collect(Collectors.toMap(Task::id, task -> task));
        return ids.stream().filter(found::containsKey).map(found::get);
    }
}
