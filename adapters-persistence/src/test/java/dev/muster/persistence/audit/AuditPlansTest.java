package dev.muster.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.AuditPosition;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.shared.TestClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of the audit log are read in the order of an index in every partition, and by the plan kept for any parameters. */
final class AuditPlansTest {

    private static final UserId PERSON = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final AuditPosition SOMEWHERE = new AuditPosition(TestClock.START, PERSON.value());

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 20) n;
                insert into muster.audit_log (id, at, action, actor, subject)
                select gen_random_uuid(), date_trunc('month', now()) + n * interval '10 minutes',
                    'action_' || abs(n) % 25, id, id
                from generate_series(-1000, 56000) n
                join muster.users on id = ('00000000-0000-7000-8000-' || lpad((abs(n) % 20 + 1)::text, 12, '0'))::uuid;
                analyze muster.audit_log;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> pages() {
        Instant from = TestClock.START;
        Instant to = from.plusSeconds(1);
        AuditFilter actor = new AuditFilter(PERSON, null, null, null, null);
        AuditFilter subject = new AuditFilter(null, PERSON, null, from, to);
        AuditFilter action = new AuditFilter(null, null, AuditAction.LOGIN_FAILED, null, null);
        return Stream.of(
                Arguments.of(AuditFilter.ALL, null, "pkey"),
                Arguments.of(AuditFilter.ALL, SOMEWHERE, "pkey"),
                Arguments.of(new AuditFilter(null, null, null, from, to), null, "pkey"),
                Arguments.of(actor, null, "actor_at_id_idx"),
                Arguments.of(actor, SOMEWHERE, "actor_at_id_idx"),
                Arguments.of(subject, null, "subject_at_id_idx"),
                Arguments.of(subject, SOMEWHERE, "subject_at_id_idx"),
                Arguments.of(action, null, "action_at_id_idx"),
                Arguments.of(action, SOMEWHERE, "action_at_id_idx"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsReadInTheOrderOfItsIndex(AuditFilter filter, @Nullable AuditPosition after, String index)
            throws SQLException {
        String sql = JdbcAuditLog.pageOf(new AuditSelection(filter, after)).text();
        List<String> scans = plan("explain execute page", sql).stream()
                .filter(line -> line.contains(" on audit_log"))
                .toList();

        assertThat(scans).hasSizeGreaterThanOrEqualTo(13).allMatch(line -> line.contains("Index Scan"));
        assertThat(scans).allMatch(line -> line.contains(index + " "));
        assertThat(plan("explain execute page", sql)).noneMatch(line -> line.contains("->  Sort"));
    }

    @Test
    void pageOfASpanLooksAtItsPartitionsOnly() throws SQLException {
        Instant now = Instant.now();
        AuditFilter filter = new AuditFilter(null, null, null, now, now.plusSeconds(1));
        String sql = JdbcAuditLog.pageOf(new AuditSelection(filter, null)).text();

        assertThat(plan("explain (analyze) execute page", sql, "'" + now + "'", "'" + now.plusSeconds(1) + "'", "20"))
                .anyMatch(line -> line.contains("Subplans Removed: 13"));
    }

    private static List<String> plan(String explain, String sql, String... values) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : sql.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameters : String.valueOf(c));
        }
        String given = values.length > 0 ? String.join(", ", values) : "null" + ", null".repeat(parameters - 1);
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app; set plan_cache_mode = force_generic_plan");
            statement.execute("set enable_partition_pruning = " + (values.length > 0));
            statement.execute("prepare page as " + numbered);
            ResultSet rows = statement.executeQuery(explain + "(" + given + ")");
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
