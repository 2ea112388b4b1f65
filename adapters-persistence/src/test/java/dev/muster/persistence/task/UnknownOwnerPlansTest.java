package dev.muster.persistence.task;

import static dev.muster.testkit.task.FilterFixture.aFilter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Sql;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of who came after the tables were looked at the planner knows no task, and thinks that there are next to none. What is read
 * of several tables is nevertheless not read again for each row of another (requirement C2).
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("plans of many rows")
final class UnknownOwnerPlansTest {

    private static final UserId OWNER = new UserId(UUID.fromString("00000000-0000-7000-8000-000000009999"));

    static Stream<TaskFilter> whatManyHaveIsReadOnceToBeCounted() {
        return Stream.of(
                aFilter().containing("usual").statuses(TaskStatus.PENDING).build(),
                aFilter().containing("usual").priorities(TaskPriority.MEDIUM).build(),
                aFilter().containing("usual").labels("common").build(),
                aFilter().labels("common").build());
    }

    @ParameterizedTest
    @MethodSource
    void whatManyHaveIsReadOnceToBeCounted(TaskFilter filter) {
        TaskSelection selection = new TaskSelection(
                OWNER,
                filter,
                filter.text() == null ? null : new FittingTasks(filter.text(), null),
                filter.labels().isEmpty() ? null : labelled(filter, false));
        for (Statement statement :
                List.of(TaskSums.count(selection), TaskSums.summary(selection, ManyTasks.BEGINNING))) {
            Sql sql = TaskSums.sql(selection, statement);

            assertThat(sql).isEqualTo(Sql.ownedReadAtOnce(statement.text()));
            assertNoneIn(plan(sql, statement), "Nested Loop", "Seq Scan");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listByLabelsJoinsNothing(boolean few) {
        TaskFilter filter = aFilter().labels("common", "rare").build();
        TaskSelection selection = new TaskSelection(OWNER, filter, null, labelled(filter, few));
        TaskPage page = new TaskPage(selection, TaskOrder.NEWEST_FIRST, null);
        Statement statement = page.statement(21);

        assertNoneIn(plan(page.sql(statement), statement), "Join", "Nested Loop", "Seq Scan");
    }

    private static LabelledTasks labelled(TaskFilter filter, boolean few) {
        return new LabelledTasks(OWNER, filter.labels(), few);
    }

    private static List<String> plan(Sql sql, Statement statement) {
        return ManyTasks.stores()
                .unitOfWork()
                .read(OWNER.asActor(), () -> ManyTasks.explain("explain ", sql, statement));
    }

    private static void assertNoneIn(List<String> plan, String... nodes) {
        assertThat(String.join("\n", plan)).doesNotContain(nodes);
    }
}
