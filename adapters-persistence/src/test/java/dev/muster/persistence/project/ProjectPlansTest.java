package dev.muster.persistence.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.shared.TestClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The indexes are used by the statements that they were made for: by the plan that the server keeps for any parameters. */
final class ProjectPlansTest {

    private static final UserId OWNER = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 20) n;
                insert into muster.projects (id, user_id, key, name, created_at)
                select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 20 + 1)::text, 12, '0'))::uuid,
                    'K' || n, 'x', timestamptz '2026-01-01Z' + n * interval '1 minute'
                from generate_series(1, 20000) n;
                analyze muster.projects;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void pageIsReadInTheOrderOfItsIndex() throws SQLException {
        assertInOrder(null);
        assertInOrder(new ProjectPosition(TestClock.START, new ProjectId(OWNER.value())));
    }

    @Test
    void projectOfAKeyIsFoundByItsIndex() throws SQLException {
        assertThat(plan(JdbcProjects.FIND_BY_KEY.text()))
                .anyMatch(line -> line.contains("Index Scan using ux_projects__user_id_key "));
    }

    private static void assertInOrder(@Nullable ProjectPosition after) throws SQLException {
        assertThat(plan(JdbcProjects.pageOf(new ProjectSelection(OWNER, Set.of(), after))
                        .text()))
                .anyMatch(line -> line.contains("Index Scan using ix_projects__user_id_created_at_id "))
                .noneMatch(line -> line.contains("Sort"));
    }

    private static List<String> plan(String owned) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : owned.substring(owned.indexOf(';') + 1).toCharArray()) {
            numbered.append(c == '?' ? "$" + ++parameters : String.valueOf(c));
        }
        String nothing = "null" + ", null".repeat(parameters - 1);
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app; set plan_cache_mode = force_generic_plan");
            statement.execute("prepare page as " + numbered);
            ResultSet rows = statement.executeQuery("explain execute page(" + nothing + ")");
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
