package dev.muster.testkit.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * What pages of tasks promise whatever happens between them: nothing comes twice, and nothing is lost that was meant all
 * the time and kept its place in the order.
 */
public final class PagingSteps {

    private static final List<String> LABELS = List.of("red", "blue");

    /** What someone does while another reads pages. */
    public enum Kind {
        INSERT,
        CHANGE,
        TOUCH,
        TRASH_OR_RESTORE
    }

    /**
     * One of these.
     *
     * @param seed decides which task it is about, and what becomes of it
     */
    public record Step(Kind kind, int seed) {}

    /**
     * A whole course of events.
     *
     * @param before how many tasks there are at first
     * @param steps what happens after each page
     */
    public record Course(int before, List<List<Step>> steps, TaskOrder order, TaskFilter filter, int limit) {}

    private final TaskDirectoryStage stage;
    private final UserId owner;
    private final List<Task> present = new ArrayList<>();

    private PagingSteps(TaskDirectoryStage stage) {
        this.stage = stage;
        this.owner = stage.storedUser();
    }

    /** Courses of every kind. */
    public static Arbitrary<Course> courses() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 9999))
                .as(Step::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        step.list().ofMaxSize(4).list().ofSize(12),
                        orders(),
                        filters(),
                        Arbitraries.integers().between(1, 7))
                .as(Course::new);
    }

    private static Arbitrary<TaskOrder> orders() {
        return Combinators.combine(Arbitraries.of(TaskOrder.Field.class), Arbitraries.of(true, false))
                .as(TaskOrder.Sort::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements(TaskOrder.Sort::field)
                .map(TaskOrder::new);
    }

    private static Arbitrary<TaskFilter> filters() {
        return Combinators.combine(
                        Arbitraries.of(TaskStatus.class).set().ofMaxSize(2),
                        Arbitraries.of(TaskPriority.class).set().ofMaxSize(2),
                        Arbitraries.of(LABELS).set().ofMaxSize(1),
                        Arbitraries.of("fence", "green paint", "x").injectNull(0.6),
                        Arbitraries.of(true, false))
                .as((statuses, priorities, labels, text, due) -> new TaskFilter(
                        statuses,
                        priorities,
                        labels,
                        Set.of(),
                        Set.of(),
                        due ? TestClock.START : null,
                        null,
                        null,
                        text,
                        false));
    }

    /** Reads page by page while the steps happen, and checks the promise. */
    public static void check(TaskDirectoryStage stage, Course course) {
        new PagingSteps(stage).run(course);
    }

    private void run(Course course) {
        for (int number = 0; number < course.before(); number++) {
            insert(number * 37);
        }
        // Where each task stood when the reading began; those that left or moved meanwhile are taken out.
        Map<TaskId, TaskPosition> stayed = new HashMap<>();
        all(course).forEach(task -> stayed.put(task.task().id(), task.position()));
        Iterator<List<Step>> steps = course.steps().iterator();
        Page<ListedTask> page = page(course, null);
        List<ListedTask> read = new ArrayList<>(page.items());
        while (page.hasMore()) {
            if (steps.hasNext()) {
                steps.next().forEach(this::happen);
                takeOutMoved(course, stayed);
            }
            assertThat(read).as("a walk that comes to an end").hasSizeLessThan(1000);
            page = page(course, read.getLast().position());
            read.addAll(page.items());
        }
        assertThat(read).extracting(task -> task.task().id()).containsAll(stayed.keySet());
        // Always further on in the order: what comes once more was moved behind the reader meanwhile.
        var comparator = course.order().comparator();
        for (int index = 1; index < read.size(); index++) {
            assertThat(comparator.compare(
                            read.get(index - 1).position(), read.get(index).position()))
                    .isNegative();
        }
    }

    private void takeOutMoved(Course course, Map<TaskId, TaskPosition> stayed) {
        Map<TaskId, TaskPosition> now = new HashMap<>();
        all(course).forEach(task -> now.put(task.task().id(), task.position()));
        var comparator = course.order().comparator();
        stayed.entrySet().removeIf(entry -> {
            TaskPosition position = now.get(entry.getKey());
            return position == null || comparator.compare(position, entry.getValue()) != 0;
        });
    }

    private List<ListedTask> all(Course course) {
        return stage.page(owner, course.filter(), course.order(), 100, null).items();
    }

    private Page<ListedTask> page(Course course, @Nullable TaskPosition after) {
        return stage.page(owner, course.filter(), course.order(), course.limit(), after);
    }

    private void happen(Step step) {
        if (step.kind() == Kind.INSERT || present.isEmpty()) {
            insert(step.seed());
            return;
        }
        int index = step.seed() % present.size();
        Task task = present.get(index);
        var now = TestClock.START.plusSeconds(step.seed() % 5);
        Task changed = switch (step.kind()) {
            case INSERT, TOUCH -> task.with(task.details(), null, now);
            case CHANGE -> task.with(sample(step.seed() / 7).details(), null, now);
            case TRASH_OR_RESTORE -> task.isDeleted() ? task.restored(now) : task.deleted(now);
        };
        present.set(index, stage.updated(changed));
    }

    private void insert(int seed) {
        present.add(stage.stored(sample(seed).createdAt(TestClock.START.plusSeconds(seed % 4))));
    }

    private TaskFixture sample(int seed) {
        TaskFixture sample = aTask(owner)
                .title(List.of("Fence", "Green fences", "Paint it green").get(seed % 3))
                .state(TaskStatus.values()[seed % 4], TaskPriority.values()[seed / 4 % 4]);
        if (seed % 2 == 0) {
            sample.dueAt(TestClock.START.plusSeconds(seed % 3));
        }
        return seed % 5 < 2 ? sample.labels(LABELS.get(seed % 5)) : sample;
    }
}
