package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Whatever is tried in whatever order, no task ever waits for itself, and a try is refused only where it would. */
public final class DependencyAttempts {

    private static final int TASKS = 7;

    /**
     * One task is to wait for another, or no longer.
     *
     * @param task number of a task, from 0
     * @param blocker number of a task, from 0
     */
    public record Attempt(boolean block, int task, int blocker) {}

    private DependencyAttempts() {}

    /** Attempts among a few tasks, so that they meet. */
    public static Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, TASKS - 1);
        return Combinators.combine(Arbitraries.of(true, true, true, false), number, number)
                .as(Attempt::new)
                .list()
                .ofMaxSize(40);
    }

    /** Makes the attempts as the use case does, beside a graph of its own that is simply walked. */
    public static void check(TaskGraphStage stage, List<Attempt> attempts) {
        UserId owner = stage.storedUser();
        List<Task> tasks = new ArrayList<>();
        for (int number = 0; number < TASKS; number++) {
            tasks.add(stage.stored(aTask(owner)));
        }
        Map<TaskId, Set<TaskId>> oracle = new HashMap<>();
        for (Attempt attempt : attempts) {
            Task task = tasks.get(attempt.task());
            Task blocker = tasks.get(attempt.blocker());
            Set<TaskId> blockers = oracle.computeIfAbsent(task.id(), id -> new HashSet<>());
            if (attempt.block()) {
                boolean closes = reaches(oracle, blocker.id(), task.id());
                assertThat(stage.blockUnlessCycle(owner, task.id(), blocker.id()))
                        .isNotEqualTo(closes);
                if (!closes) {
                    blockers.add(blocker.id());
                }
            } else {
                stage.unblock(task, blocker);
                blockers.remove(blocker.id());
            }
        }
        for (Task task : tasks) {
            Set<TaskId> expected = oracle.getOrDefault(task.id(), Set.of());
            assertThat(stage.reread(task).blockers().tasks()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(stage.reread(task).blockers().open()).isEqualTo(expected.size());
            assertThat(stage.waitsFor(task, task)).isFalse();
        }
    }

    /** Whether a walk along the blockers comes from one task to another, or is there already. */
    private static boolean reaches(Map<TaskId, Set<TaskId>> graph, TaskId from, TaskId to) {
        return from.equals(to)
                || graph.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(graph, next, to));
    }
}
