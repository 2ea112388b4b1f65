package dev.muster.persistence.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.task.ListedTask;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPosition;
import dev.muster.testkit.task.FilterFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fits a text that many tasks fit is found by another way than what few fit, and is the same (requirement C2). */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("plans of many rows")
final class ManyTextsTest {

    private static final IntPredicate IN_TRASH = number -> number % 25 == 11;
    private static final IntPredicate MEDIUM = number -> number % 20 == 7;
    private static final IntPredicate USUAL = number -> number % 20 != 7 && number % 2000 != 9;

    private final TaskDirectory directory = ManyTasks.stores().bean(TaskDirectory.class);

    static Stream<Arguments> newestAreScoredAndAllAreCounted() {
        return Stream.of(
                Arguments.of(FilterFixture.text("medium"), MEDIUM),
                Arguments.of(FilterFixture.text("usual"), USUAL.and(IN_TRASH.negate())),
                Arguments.of(
                        FilterFixture.aFilter().containing("usual").deleted().build(), USUAL.and(IN_TRASH)));
    }

    @ParameterizedTest
    @MethodSource
    void newestAreScoredAndAllAreCounted(TaskFilter filter, IntPredicate fits) {
        List<Integer> fitting =
                IntStream.rangeClosed(1, 100_000).filter(fits).boxed().toList();

        assertThat(fitting).hasSizeGreaterThan(FittingTasks.FEW);
        assertThat(ManyTasks.stores()
                        .unitOfWork()
                        .read(ManyTasks.OWNER.asActor(), () -> directory.count(ManyTasks.OWNER, filter)))
                .isEqualTo(fitting.size());
        assertThat(best(filter))
                .containsExactlyInAnyOrderElementsOf(fitting.reversed().subList(0, TaskDirectory.SCORED));
    }

    private List<Integer> best(TaskFilter filter) {
        List<Integer> numbers = new ArrayList<>();
        @Nullable TaskPosition place = null;
        do {
            Page<ListedTask> page = page(filter, place);
            page.items().forEach(listed -> numbers.add(number(listed.task())));
            place = page.hasMore() ? page.items().getLast().position() : null;
        } while (place != null);
        return numbers;
    }

    private Page<ListedTask> page(TaskFilter filter, @Nullable TaskPosition after) {
        PageRequest<TaskPosition> request = new PageRequest<>(PageRequest.MAX_LIMIT, after);
        return ManyTasks.stores()
                .unitOfWork()
                .read(
                        ManyTasks.OWNER.asActor(),
                        () -> directory.findPage(ManyTasks.OWNER, filter, TaskOrder.BEST_FIRST, request));
    }

    /** The last word of the title. */
    private static int number(Task task) {
        String title = task.details().title().value();
        return Integer.parseInt(title.substring(title.lastIndexOf(' ') + 1));
    }
}
