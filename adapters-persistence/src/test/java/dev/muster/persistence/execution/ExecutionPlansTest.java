package dev.muster.persistence.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.execution.CorrelationId;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionId;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.project.ProjectId;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.shared.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The indexes are used by the statements that they were made for: by the plan that the server keeps for any parameters. */
final class ExecutionPlansTest {

    private static final UserId OWNER = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final ProjectId PROJECT = new ProjectId(OWNER.value());
    private static final ExecutionPosition SOMEWHERE =
            new ExecutionPosition(TestClock.START, new ExecutionId(OWNER.value()));
    private static final String BY_PROJECT = "ix_agent_executions__user_id_project_id_created_at_id";
    private static final String BY_CORRELATION = "ix_agent_executions__user_id_correlation_id_created_at_id";

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 20) n;
                insert into muster.projects (id, user_id, key, name)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                    ('00000000-0000-7000-8000-' || lpad((n % 20 + 1)::text, 12, '0'))::uuid, 'K' || n, 'x'
                from generate_series(1, 200) n;
                insert into muster.agent_executions (id, user_id, project_id, agent, correlation_id, created_at)
                select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 200 % 20 + 1)::text, 12, '0'))::uuid,
                    ('00000000-0000-7000-8000-' || lpad((n % 200)::text, 12, '0'))::uuid, 'x', 'c' || n % 50,
                    timestamptz '2026-01-01Z' + n * interval '1 minute'
                from generate_series(1, 20000) n where n % 200 > 0;
                analyze muster.projects;
                analyze muster.agent_executions;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> pages() {
        var correlated = ExecutionFilter.of(new CorrelationId("c1"), Set.of());
        return Stream.of(
                Arguments.of(ExecutionFilter.of(PROJECT, Set.of()), null, BY_PROJECT),
                Arguments.of(ExecutionFilter.of(PROJECT, Set.of()), SOMEWHERE, BY_PROJECT),
                Arguments.of(ExecutionFilter.of(PROJECT, Set.of(ExecutionStatus.RUNNING)), SOMEWHERE, BY_PROJECT),
                Arguments.of(correlated, null, BY_CORRELATION),
                Arguments.of(correlated, SOMEWHERE, BY_CORRELATION));
    }

    @Test
    void executionOfAnIdIsFoundByItsKey() throws SQLException {
        assertThat(stores.plan(JdbcExecutions.FIND))
                .anyMatch(line -> line.contains("Index Scan using pk_agent_executions "));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsReadFromItsIndex(ExecutionFilter filter, @Nullable ExecutionPosition after, String index)
            throws SQLException {
        List<String> plan = stores.plan(JdbcExecutions.pageOf(new ExecutionSelection(OWNER, filter, after)));

        assertThat(plan).anyMatch(line -> line.contains("Index Scan using " + index + " "));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on agent_executions"));
    }
}
