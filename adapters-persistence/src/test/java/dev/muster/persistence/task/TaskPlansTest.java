package dev.muster.persistence.task;

import static dev.muster.testkit.task.FilterFixture.aFilter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskOrder.Field;
import dev.muster.domain.task.TaskOrder.Sort;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.task.FilterFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of 100 000 tasks of one owner those that are looked for are found by the index that was made for it, as the application
 * asks for them: under row-level security (requirements C2, E2).
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("plans of many rows")
final class TaskPlansTest {

    private static final Instant MIDDLE = ManyTasks.BEGINNING.plus(Duration.ofMinutes(50_000));
    private static final TaskPosition SOMEWHERE = new TaskPosition(
            0.5f,
            MIDDLE,
            MIDDLE.plus(Duration.ofDays(73)),
            MIDDLE,
            TaskPriority.HIGH,
            new TaskId(UUID.fromString("10000000-0000-7000-8000-000000050000")));

    private static final String NEWEST = "ix_tasks__user_id_created_at_id";
    private static final String NEWEST_TEXTS = "ix_task_texts__user_id_created_at";
    private static final String BY_DUE = "ix_tasks__user_id_due_at_id";
    private static final Pattern BUFFERS = Pattern.compile("shared hit=(\\d+)(?: read=(\\d+))?");

    private final Stores stores = ManyTasks.stores();

    static Stream<Arguments> inOrder() {
        return Stream.of(
                Arguments.of(TaskFilter.LIVE, order("-created"), NEWEST),
                Arguments.of(TaskFilter.LIVE, order("created"), NEWEST),
                Arguments.of(TaskFilter.LIVE, order("-due"), BY_DUE),
                Arguments.of(TaskFilter.LIVE, order("due"), BY_DUE),
                Arguments.of(TaskFilter.LIVE, order("-priority"), "ix_tasks__user_id_rank_id"),
                Arguments.of(TaskFilter.LIVE, order("priority"), "ix_tasks__user_id_rank_id"),
                Arguments.of(TaskFilter.LIVE, order("-updated"), "ix_tasks__user_id_updated_at_id"),
                Arguments.of(TaskFilter.LIVE, order("updated"), "ix_tasks__user_id_updated_at_id"),
                Arguments.of(status(TaskStatus.CANCELLED), order("-created"), "ix_tasks__user_id_status_created_at_id"),
                Arguments.of(
                        aFilter().priorities(TaskPriority.URGENT).build(),
                        order("-created"),
                        "ix_tasks__user_id_priority_created_at_id"),
                Arguments.of(
                        aFilter().projects(ManyTasks.PROJECT).build(),
                        order("-created"),
                        "ix_tasks__user_id_project_id_created_at_id"),
                Arguments.of(FilterFixture.trash(), order("-created"), "ix_tasks__user_id_created_at_id__deleted"),
                Arguments.of(
                        aFilter().blocked(true).build(), order("-created"), "ix_tasks__user_id_created_at_id__blocked"),
                Arguments.of(aFilter().blocked(false).build(), order("-created"), NEWEST),
                Arguments.of(aFilter().dueAfter(MIDDLE).build(), order("due"), BY_DUE),
                Arguments.of(aFilter().dueAfter(MIDDLE).build(), order("-due"), BY_DUE),
                Arguments.of(aFilter().dueAfter(MIDDLE).build(), order("-priority"), "ix_tasks__user_id_rank_id"),
                Arguments.of(aFilter().dueBefore(MIDDLE).build(), order("-due"), BY_DUE),
                Arguments.of(status(TaskStatus.PENDING), order("due"), BY_DUE),
                Arguments.of(aFilter().labels("common").build(), order("-created"), NEWEST),
                Arguments.of(aFilter().labels("common").build(), order("due"), BY_DUE),
                Arguments.of(FilterFixture.text("usual"), order("-created"), NEWEST),
                Arguments.of(FilterFixture.text("usual task"), order("due"), BY_DUE));
    }

    @ParameterizedTest
    @MethodSource
    void inOrder(TaskFilter filter, TaskOrder order, String index) {
        for (TaskPosition after : Stream.of(SOMEWHERE, null).toList()) {
            List<String> plan = explain("explain ", filter, order, after);

            assertUses(plan, index);
            assertThat(plan).as(String.join("\n", plan)).noneMatch(TaskPlansTest::isSorted);
        }
    }

    static Stream<Arguments> byWhatFewHave() {
        return Stream.of(
                Arguments.of(aFilter().labels("rare").build(), order("-created"), "pk_task_labels"),
                Arguments.of(aFilter().labels("rare", "none").build(), order("due"), "pk_task_labels"),
                Arguments.of(
                        aFilter().parents(new TaskId(ManyTasks.WHOLE)).build(),
                        order("-created"),
                        "ix_tasks__user_id_parent_id"),
                Arguments.of(
                        aFilter()
                                .dueAfter(MIDDLE)
                                .dueBefore(MIDDLE.plusSeconds(3600))
                                .build(),
                        order("due"),
                        BY_DUE),
                Arguments.of(FilterFixture.text("seldom"), order("-created"), "pk_tasks"),
                Arguments.of(FilterFixture.text("seldom"), TaskOrder.BEST_FIRST, "pk_tasks"),
                Arguments.of(FilterFixture.text("usual"), TaskOrder.BEST_FIRST, NEWEST_TEXTS),
                Arguments.of(FilterFixture.text("medium"), TaskOrder.BEST_FIRST, NEWEST_TEXTS),
                Arguments.of(
                        aFilter()
                                .containing("usual")
                                .statuses(TaskStatus.PENDING)
                                .build(),
                        TaskOrder.BEST_FIRST,
                        "ix_tasks__user_id_status_created_at_id"));
    }

    @ParameterizedTest
    @MethodSource
    void byWhatFewHave(TaskFilter filter, TaskOrder order, String index) {
        assertUses(explain("explain ", filter, order, null), index);
    }

    static Stream<TaskOrder> severalSorts() {
        return Stream.of(
                order("-priority", "due"),
                order("priority", "-created"),
                order("due", "-created"),
                order("-updated", "priority", "created"),
                order("-priority", "-due", "-updated", "-created"));
    }

    /** What the first leaves equal is sorted by the others, and no more than that. */
    @ParameterizedTest
    @MethodSource
    void severalSorts(TaskOrder order) {
        for (TaskPosition after : Stream.of(SOMEWHERE, null).toList()) {
            List<String> plan = explain("explain ", TaskFilter.LIVE, order, after);

            assertThat(plan)
                    .as(String.join("\n", plan))
                    .anyMatch(line -> line.contains("Incremental Sort"))
                    .noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    @ParameterizedTest
    @MethodSource("inOrder")
    void pageOneThousandCostsWhatPageOneCosts(TaskFilter filter, TaskOrder order, String index) {
        String measured = "explain (analyze, buffers, timing off, summary off) ";
        int first = buffers(explain(measured, filter, order, null));
        List<String> plan = explain(measured, filter, order, SOMEWHERE);

        assertThat(buffers(plan)).as(index + "\n" + String.join("\n", plan)).isLessThan(first * 3 + 200);
    }

    /** In the name of its owner the search may use the index that row-level security keeps from the application. */
    @ParameterizedTest
    @ValueSource(strings = {"seldom", "eldom task 4", "paint 77770 before", "77777"})
    void textsThatFewFitAreFoundByTheirIndex(String text) throws InterruptedException {
        long before = settledSearches();
        CurrentUnit unit = stores.bean(CurrentUnit.class);
        FittingTasks fitting = stores.unitOfWork()
                .read(
                        ManyTasks.OWNER.asActor(),
                        () -> JdbcTaskDirectory.selection(unit, ManyTasks.OWNER, FilterFixture.text(text)))
                .text();

        assertThat(fitting).isNotNull();
        assertThat(fitting.found()).isNotEmpty().hasSizeLessThan(100);
        assertThat(settledSearches()).isGreaterThan(before);
    }

    /** How often the index was used; a connection tells what it counted once in a second. */
    private long settledSearches() throws InterruptedException {
        long last = -1;
        for (int look = 0; look < 3; look++) {
            Thread.sleep(look == 0 ? 0 : 1100);
            last = searches();
        }
        return last;
    }

    private long searches() {
        CurrentUnit unit = stores.bean(CurrentUnit.class);
        Sql sql = Sql.plain("select pg_stat_get_numscans('muster.ix_task_texts__user_id_title_words'::regclass)");
        return stores.unitOfWork()
                .read(
                        ManyTasks.OWNER.asActor(),
                        () -> unit.query(sql, parameters -> {}, Columns::number).getFirst());
    }

    /** Other than by what each task waits for, for itself. */
    private static boolean isSorted(String line) {
        return line.contains("Sort Key") && !line.contains("d.created_at");
    }

    private static void assertUses(List<String> plan, String index) {
        assertThat(plan)
                .as(String.join("\n", plan))
                .anyMatch(line -> line.contains("on " + index + " ") || line.contains("using " + index + " "))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    /** The plan as the application gets it: with its setting, for these very parameters or for any. */
    private List<String> explain(String explain, TaskFilter filter, TaskOrder order, @Nullable TaskPosition after) {
        CurrentUnit unit = stores.bean(CurrentUnit.class);
        return stores.unitOfWork().read(ManyTasks.OWNER.asActor(), () -> {
            TaskPage page = new TaskPage(JdbcTaskDirectory.selection(unit, ManyTasks.OWNER, filter), order, after);
            Statement statement = page.statement(21);
            return ManyTasks.explain(explain, page.sql(statement), statement);
        });
    }

    private static int buffers(List<String> plan) {
        Matcher top = BUFFERS.matcher(String.join("\n", plan));
        assertThat(top.find()).as(String.join("\n", plan)).isTrue();
        return Integer.parseInt(top.group(1)) + (top.group(2) == null ? 0 : Integer.parseInt(top.group(2)));
    }

    private static TaskFilter status(TaskStatus status) {
        return aFilter().statuses(status).build();
    }

    private static TaskOrder order(String... sorts) {
        return new TaskOrder(Stream.of(sorts).map(TaskPlansTest::sort).toList());
    }

    private static Sort sort(String name) {
        boolean descending = name.startsWith("-");
        Field field = switch (descending ? name.substring(1) : name) {
            case "created" -> Field.CREATED_AT;
            case "updated" -> Field.UPDATED_AT;
            case "due" -> Field.DUE_AT;
            default -> Field.PRIORITY;
        };
        return new Sort(field, descending);
    }
}
