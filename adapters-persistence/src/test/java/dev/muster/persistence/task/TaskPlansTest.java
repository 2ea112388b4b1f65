package dev.muster.persistence.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.TaskFilter;
import dev.muster.domain.task.TaskId;
import dev.muster.domain.task.TaskPosition;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.shared.TestClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The indexes are used by the statements that they were made for: by the plan that the server keeps for any parameters. */
final class TaskPlansTest {

    private static final UserId OWNER = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final TaskPosition SOMEWHERE = new TaskPosition(TestClock.START, new TaskId(OWNER.value()));
    private static final String PAGE = "ix_tasks__user_id_created_at_id";

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 20) n;
                insert into muster.tasks (id, user_id, title, status, priority, created_at, deleted_at)
                select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 20 + 1)::text, 12, '0'))::uuid, 'x',
                    (array['pending', 'in_progress', 'cancelled'])[n % 3 + 1],
                    (array['low', 'medium', 'high', 'urgent'])[n % 4 + 1],
                    timestamptz '2026-01-01Z' + n * interval '1 minute', case when n % 10 = 0 then now() end
                from generate_series(1, 20000) n;
                analyze muster.tasks;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> pages() {
        TaskFilter trash = new TaskFilter(Set.of(), Set.of(), true);
        TaskFilter pending = new TaskFilter(Set.of(TaskStatus.PENDING), Set.of(), false);
        TaskFilter urgent = new TaskFilter(Set.of(), Set.of(TaskPriority.URGENT), false);
        return Stream.of(
                Arguments.of(TaskFilter.LIVE, null, PAGE),
                Arguments.of(TaskFilter.LIVE, SOMEWHERE, PAGE),
                Arguments.of(pending, null, "ix_tasks__user_id_status_created_at_id"),
                Arguments.of(pending, SOMEWHERE, "ix_tasks__user_id_status_created_at_id"),
                Arguments.of(urgent, null, "ix_tasks__user_id_priority_created_at_id"),
                Arguments.of(trash, null, "ix_tasks__user_id_created_at_id__deleted"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsReadInTheOrderOfItsIndex(TaskFilter filter, @Nullable TaskPosition after, String index)
            throws SQLException {
        String sql = JdbcTasks.pageOf(new TaskSelection(OWNER, filter, after)).text();
        List<String> plan = plan(sql.substring(sql.indexOf(';') + 1));

        assertThat(plan).anyMatch(line -> line.contains("Index Scan using " + index + " "));
        assertThat(plan).noneMatch(line -> line.contains("Sort"));
    }

    private static List<String> plan(String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameters : String.valueOf(c));
        }
        String nothing = "null" + ", null".repeat(parameters - 1);
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app; set plan_cache_mode = force_generic_plan");
            statement.execute("prepare page as " + numbered);
            ResultSet rows = statement.executeQuery("explain execute page(" + nothing + ")");
            Stream.Builder<String> lines = Stream.builder();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines.build().toList();
        }
    }
}
