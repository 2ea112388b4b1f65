package dev.muster.persistence.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.project.ProjectId;
import dev.muster.domain.project.ProjectPosition;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.shared.TestClock;
import java.sql.SQLException;
import java.time.Duration;
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
        assertThat(stores.plan(JdbcProjects.FIND_BY_KEY))
                .anyMatch(line -> line.contains("Index Scan using ux_projects__user_id_key "));
    }

    private static void assertInOrder(@Nullable ProjectPosition after) throws SQLException {
        assertThat(stores.plan(JdbcProjects.pageOf(new ProjectSelection(OWNER, Set.of(), after))))
                .anyMatch(line -> line.contains("Index Scan using ix_projects__user_id_created_at_id "))
                .noneMatch(line -> line.contains("Sort"));
    }
}
