package dev.muster.application.task;

import dev.muster.application.shared.Stamps;
import dev.muster.application.shared.Versions;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.TaskNumbers;
import dev.muster.domain.shared.Failure;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskKey;
import dev.muster.domain.user.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One attempt at a batch, inside a unit of work that writes. Not thread-safe. */
final class BatchRun {

    private final UserId owner;
    private final BatchDraft draft;
    private final TaskPlaces places;
    private final Stamps stamps;
    private final Map<ProjectId, Queue<TaskKey>> keys = new HashMap<>();

    /** Tasks that were found to have room for new parts. */
    private final Set<TaskId> roomy = new HashSet<>();

    BatchRun(UserId owner, BatchDraft draft, TaskPlaces places, Stamps stamps) {
        this.owner = owner;
        this.draft = draft;
        this.places = places;
        this.stamps = stamps;
    }

    /** Runs it, once. */
    List<Task> run(List<TaskOperation> operations) {
        List<TaskId> named = operations.stream()
                .map(TaskBatch::named)
                .filter(Objects::nonNull)
                .toList();
        boolean several = named.size() > 1;
        if (several) {
            // A task that is done changes those that wait for it, so no order of one's own keeps two batches from
            // waiting for each other. Before they are read, as what another batch does meanwhile makes them stale.
            places.lock(owner);
        }
        draft.load(named);
        List<BatchStep> steps = plan(operations);
        preparePlaces(steps, several);
        List<Task> done = new ArrayList<>(steps.size());
        steps.forEach(step -> done.add(apply(step)));
        return draft.stored(done);
    }

    private List<BatchStep> plan(List<TaskOperation> operations) {
        List<BatchStep> steps = new ArrayList<>(operations.size());
        for (TaskOperation operation : operations) {
            String place = "/operations/" + steps.size();
            steps.add(at(place, () -> plan(place, operation)));
        }
        return steps;
    }

    private BatchStep plan(String place, TaskOperation operation) {
        return switch (operation) {
            case TaskOperation.Create create -> new BatchStep(place, null, create.details());
            case TaskOperation.Change change -> {
                Task task = require(change.id(), change.expectedVersion());
                yield new BatchStep(
                        place, task, at("/task", () -> change.change().apply(task.details())));
            }
            case TaskOperation.Delete delete ->
                new BatchStep(place, require(delete.id(), delete.expectedVersion()), null);
        };
    }

    private Task require(TaskId id, @Nullable Long expectedVersion) {
        Task task = draft.find(id);
        if (task == null || task.isDeleted()) {
            throw TaskQueries.notFound().at("/id");
        }
        return at("/version", () -> {
            Versions.require(expectedVersion, task.version());
            return task;
        });
    }

    /** The lock comes before the numbers, as it does everywhere. */
    private void preparePlaces(List<BatchStep> steps, boolean locked) {
        if (!locked && steps.stream().anyMatch(BatchStep::changesParent)) {
            places.lock(owner);
        }
        draft.load(steps.stream()
                .map(BatchStep::newParent)
                .filter(Objects::nonNull)
                .toList());
        // In the same order in every batch, so that no two wait for each other.
        Map<ProjectId, List<BatchStep>> entering = new TreeMap<>(Comparator.comparing(ProjectId::value));
        for (BatchStep step : steps) {
            ProjectId project = step.entered();
            if (project != null) {
                entering.computeIfAbsent(project, first -> new ArrayList<>()).add(step);
            }
        }
        entering.forEach((project, those) ->
                at(those.getFirst().place() + "/task", () -> keys.put(project, takeKeys(project, those.size()))));
    }

    private Queue<TaskKey> takeKeys(ProjectId project, int count) {
        TaskNumbers numbers = places.takeNumbers(owner, project, count);
        Queue<TaskKey> taken = new ArrayDeque<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(new TaskKey(numbers.key(), numbers.first() + i));
        }
        return taken;
    }

    private Task apply(BatchStep step) {
        Task before = step.before();
        TaskDetails wanted = step.wanted();
        if (before == null) {
            return make(step, Objects.requireNonNull(wanted));
        }
        Task task = draft.upToDate(before.id());
        if (wanted == null) {
            return store(task, task.deleted(stamps.now()));
        }
        return wanted.equals(task.details()) ? task : change(step, task, wanted);
    }

    private Task make(BatchStep step, TaskDetails details) {
        TaskId parent = step.newParent();
        if (parent != null) {
            at(step.place() + "/task", () -> {
                TaskPlaces.requireLive(draft.find(parent));
                if (!roomy.contains(parent)) {
                    places.requireRoom(owner, parent);
                }
                return roomy.add(parent);
            });
        }
        Task task = Task.created(new TaskId(stamps.nextId()), owner, details, keyOf(step, null, details), stamps.now());
        draft.insert(task);
        return task;
    }

    private Task change(BatchStep step, Task task, TaskDetails wanted) {
        if (step.changesParent()) {
            move(step, task);
        }
        TaskKey key = keyOf(step, task, wanted);
        Task changed = store(task, at(step.place(), () -> task.with(wanted, key, stamps.now())));
        if (step.changesParent()) {
            draft.flush();
            roomy.clear();
        }
        return changed;
    }

    /** How tasks hang together is asked in the store, so what was done before is stored first. */
    private void move(BatchStep step, Task task) {
        draft.flush();
        TaskId parent = step.newParent();
        if (parent != null) {
            at(step.place() + "/task", () -> {
                TaskPlaces.requireLive(draft.find(parent));
                places.requireRoom(owner, parent, task.id());
                return task;
            });
        }
    }

    private Task store(Task from, Task to) {
        draft.update(from, to);
        return to;
    }

    private @Nullable TaskKey keyOf(BatchStep step, @Nullable Task task, TaskDetails wanted) {
        ProjectId entered = step.entered();
        if (entered != null) {
            return Objects.requireNonNull(keys.get(entered)).remove();
        }
        return task == null || wanted.place().project() == null ? null : task.key();
    }

    private static <T> T at(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (Failure failure) {
            throw failure.at(place);
        }
    }
}
