package dev.muster.persistence.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.persistence.shared.Sql;
import dev.muster.persistence.shared.Stores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The indexes are used by the statements that they were made for, under row-level security; and who sees what without any. */
final class ExportPlansTest {

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 20) n;
                insert into muster.projects (id, user_id, key, name) select id, id, 'KAN', 'x' from muster.users;
                insert into muster.exports (id, user_id, project_id, format, status, error, created_at, due_at, ended_at)
                select gen_random_uuid(), u.id, u.id, 'zip', case when n % 1000 = 0 then 'queued' else 'failed' end,
                    case when n % 1000 <> 0 then 'not_made' end, timestamptz '2026-01-01Z' + n * interval '1 minute',
                    case when n % 1000 = 0 then now() end,
                    case when n % 1000 <> 0 then timestamptz '2026-01-01Z' + n * interval '1 minute' end
                from generate_series(1, 1000) n, muster.users u;
                insert into muster.exports (id, user_id, project_id, format, status, file_path, bytes, sha256, ended_at, expires_at)
                select gen_random_uuid(), u.id, u.id, 'zip', 'succeeded', 'x', 1, repeat('0', 64), now(),
                    now() + n * interval '1 minute'
                from generate_series(1, 100) n, muster.users u;
                analyze muster.exports;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(JdbcExports.INSERT, "ix_exports__user_id__kept"),
                Arguments.of(JdbcExports.FIND, "pk_exports"),
                Arguments.of(JdbcExports.COUNT, "ix_exports__user_id_project_id_created_at_id"),
                Arguments.of(JdbcExports.FIRST_PAGE, "ix_exports__user_id_project_id_created_at_id"),
                Arguments.of(JdbcExports.NEXT_PAGE, "ix_exports__user_id_project_id_created_at_id"),
                Arguments.of(JdbcExports.TAKE, "ix_exports__due_at_id"),
                Arguments.of(JdbcExports.FIND_EXPIRED, "ix_exports__expires_at"),
                Arguments.of(JdbcExports.FIND_ALL, "pk_exports"),
                Arguments.of(JdbcExports.REMOVE_ENDED, "ix_exports__ended_at"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void statementIsAnsweredByItsIndex(Sql sql, String index) throws SQLException {
        List<String> plan = stores.plan(sql);

        assertThat(plan).anyMatch(line -> line.contains(index));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on exports"));
    }

    @Test
    void whoSaysNeitherWhoActsNorWhichJobSeesNothing() throws SQLException {
        assertThat(seen("select 1")).isZero();
        assertThat(seen("select set_config('muster.user_id', '', false)")).isZero();
        assertThat(seen("select set_config('muster.job', 'another', false)")).isZero();
        assertThat(seen("select set_config('muster.user_id', '00000000-0000-7000-8000-000000000001', false)"))
                .isEqualTo(1100);
        assertThat(seen("select set_config('muster.job', 'exports', false)")).isEqualTo(22_000);
    }

    private static int seen(String setting) throws SQLException {
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app");
            statement.execute(setting);
            ResultSet row = statement.executeQuery("select count(*) from muster.exports");
            row.next();
            return row.getInt(1);
        }
    }
}
