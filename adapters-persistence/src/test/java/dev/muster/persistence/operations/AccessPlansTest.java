package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.persistence.shared.Stores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The indexes on accounts and sessions serve what their comments say: by the plan that is kept for any parameters. */
final class AccessPlansTest {

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash, status, deleted_at)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x',
                    'x', case when n % 2 = 0 then 'deleted' else 'active' end, case when n % 2 = 0 then now() end
                from generate_series(1, 5000) n;
                insert into muster.sessions (id, user_id, device_fingerprint, last_used_at, expires_at, revoked_at,
                    revoke_reason)
                select id, ('00000000-0000-7000-8000-' || lpad((row_number() over () % 100 + 1)::text, 12, '0'))::uuid,
                    sha256('x'), now(), now() + interval '1 day', deleted_at,
                    case when deleted_at is not null then 'revoked' end
                from muster.users;
                insert into muster.refresh_tokens (id, session_id, family_id, token_hash, expires_at)
                select gen_random_uuid(), id, id, sha256((id::text || n)::bytea), expires_at
                from (select * from muster.sessions limit 100) s, generate_series(1, 600) n;
                analyze muster.users, muster.sessions, muster.refresh_tokens;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            users | lower(email) = $1::text and deleted_at >= $2::timestamptz order by deleted_at desc limit 1 | ix_users__email_deleted_at__deleted
            users | lower(username) = $1::text and deleted_at >= $2::timestamptz order by deleted_at desc limit 1 | ix_users__username_deleted_at__deleted
            sessions | user_id = $1::uuid and revoked_at is null and expires_at > $2::timestamptz | ix_sessions__user_id_expires_at__live
            refresh_tokens | session_id = $1::uuid and id > $2::uuid order by id limit 21 | ix_refresh_tokens__session_id_id
            """)
    void questionIsAnsweredByItsIndexInItsOrder(String table, String condition, String index) throws SQLException {
        List<String> plan = plan("select * from muster." + table + " where " + condition);

        assertThat(plan).anyMatch(line -> line.contains("on " + index) || line.contains("using " + index + " "));
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
    }

    private static List<String> plan(String sql) throws SQLException {
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app; set plan_cache_mode = force_generic_plan");
            statement.execute("prepare question as " + sql);
            ResultSet rows = statement.executeQuery("explain execute question(null, null)");
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
