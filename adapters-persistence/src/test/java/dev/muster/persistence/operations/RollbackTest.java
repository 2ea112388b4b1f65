package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Up, down and up again, with rows in every table (requirement E1). */
@Execution(ExecutionMode.CONCURRENT)
final class RollbackTest {

    /** Every migration, after 0 for none. */
    private static final List<String> VERSIONS = Stream.concat(
                    Stream.of("0"), SchemaHistory.SCRIPTS.stream().map(SchemaHistory::version))
            .toList();

    private static final String TABLES = "select relname from pg_class where relnamespace = 'muster'::regnamespace"
            + " and relkind in ('r', 'p') and not relispartition and relname <> 'flyway_schema_history' order by 1";

    private static final String ROWS = """
            insert into muster.users (id, email, username, name, phone, password_hash, failed_login_attempts,
                failing_since, locked_until, status, deleted_at)
            select ('00000000-0000-7000-8000-00000000000' || n)::uuid, n || '@example.org', 'user' || n, 'x',
                '+4930123456', 'x', n, now(), now(), case when n = 2 then 'deleted' else 'active' end,
                case when n = 2 then now() end
            from generate_series(1, 2) n;
            insert into muster.user_profiles (user_id, bio) select id, 'x' from muster.users;
            insert into muster.user_roles (user_id, role) select id, 'user' from muster.users;
            insert into muster.sessions (id, user_id, device_fingerprint, last_used_at, expires_at, revoked_at,
                revoke_reason)
            select id, id, sha256('x'), now(), now() + interval '1 day', deleted_at,
                case when deleted_at is not null then 'logout' end
            from muster.users;
            insert into muster.refresh_tokens (id, session_id, family_id, token_hash, expires_at, used_at, replaced_by)
            select id, id, id, sha256(id::text::bytea), expires_at, now(), id from muster.sessions;
            insert into muster.signing_keys (kid, algorithm, public_jwk, sealed_private, not_before)
            values ('k', 'EdDSA', '{}', 'x', now());
            insert into muster.consents (id, user_id, policy, version, granted)
            select id, id, 'privacy', '1', true from muster.users;
            insert into muster.projects (id, user_id, key, name) select id, id, 'KAN', 'x' from muster.users;
            insert into muster.agent_executions (id, user_id, project_id, agent, correlation_id, input)
            select id, id, id, 'x', id::text, '{"a": [1, 0.10]}' from muster.users;
            insert into muster.documents (id, user_id, project_id, title) select id, user_id, id, 'x' from muster.projects;
            insert into muster.document_versions (user_id, document_id, number, author_id, checksum, bytes, content)
            select user_id, id, 1, user_id, sha256('x'), 1, 'x' from muster.documents;
            insert into muster.tasks (id, user_id, title, labels) select id, id, 'x', '{a,b}' from muster.users;
            insert into muster.tasks (id, user_id, title) select gen_random_uuid(), id, 'waits' from muster.users;
            insert into muster.task_dependencies (user_id, task_id, blocker_id)
            select t.user_id, t.id, t.user_id from muster.tasks t where t.title = 'waits';
            insert into muster.task_templates (user_id, name, title) select id, 'test', 'x' from muster.users;
            insert into muster.task_template_applications (user_id, story_id, template, task_id)
            select id, id, 'test', id from muster.users;
            insert into muster.audit_log (id, at, action, actor, subject)
            select id, created_at, 'user_registered', id, id from muster.users;
            insert into muster.outbox (id, kind, email, user_id, details, due_at)
            select id, 'verify_email', email, id, '{"name": "x"}', now() from muster.users;
            insert into muster.email_verification_tokens (id, user_id, purpose, email, token_hash, expires_at)
            select id, id, 'verify_email', email, sha256(id::text::bytea), now() + interval '1 day' from muster.users;
            insert into muster.password_reset_tokens (id, user_id, email, token_hash, expires_at)
            select id, id, email, sha256(id::text::bytea), now() + interval '1 day' from muster.users;
            insert into muster.exports (id, user_id, project_id, format, status, file_path, bytes, sha256, manifest,
                ended_at, expires_at)
            select id, id, id, 'zip', 'succeeded', 'x.zip', 1, repeat('0', 64),
                '{"files": [{"path": "tasks.csv", "bytes": 1, "sha256": "0"}]}', now(), now() from muster.users;
            insert into muster.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values ('x', 'recurring', now(), false, 1);
            insert into muster.idempotency_keys (id, fingerprint, claim, user_id, lease_until, expires_at)
            select left(encode(sha256(id::text::bytea), 'hex'), 43), repeat('x', 43), id, id, now(),
                now() + interval '1 day' from muster.users;
            """;

    private final TestDatabase database = TestDatabase.create();
    private final SchemaVersions versions =
            new SchemaVersions(database.jdbcUrl(), database.user(), database.password());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void everyStepDownIsTheStepUpBackwards() throws SQLException {
        Map<String, Map<String, String>> up = climb();
        String newest = VERSIONS.getLast();
        database.execute(ROWS);
        Map<String, List<String>> rows = rows();
        assertThat(rows)
                .allSatisfy((table, found) -> assertThat(found).as(table).isNotEmpty());

        for (int step = VERSIONS.size() - 2; step >= 0; step--) {
            String target = VERSIONS.get(step);
            assertThat(versions.rollback(target)).containsExactly(VERSIONS.get(step + 1));
            assertThat(SchemaSnapshot.of(database))
                    .as("the schema of " + target)
                    .isEqualTo(up.get(target));
            rows = requireKept(rows);
            versions.verify();
        }

        assertThat(tables()).isEmpty();
        new Migrations(database.jdbcUrl(), database.user(), database.password()).run();
        assertThat(SchemaSnapshot.of(database)).isEqualTo(up.get(newest));
        database.execute(ROWS);
        versions.verify();
    }

    @ParameterizedTest
    @CsvSource({
        "2, revoked, logout",
        "6, account_suspended, revoked",
        "6, ended_by_admin, revoked",
        "16, replaced, logout"
    })
    void reasonThatAnOlderMusterDoesNotKnowBecomesOneThatItKnows(String version, String reason, String known)
            throws SQLException {
        climb();
        database.execute(ROWS);
        for (String table : List.of("sessions", "refresh_tokens")) {
            database.execute("update muster." + table + " set revoked_at = now(), revoke_reason = '" + reason + "'");
        }

        versions.rollback(version);

        assertThat(query("select revoke_reason from muster.sessions union all"
                        + " select revoke_reason from muster.refresh_tokens"))
                .containsOnly(known)
                .hasSize(4);
    }

    @Test
    void tasksOfProjectsThatAreLostStayAndComeUpAgain() throws SQLException {
        climb();
        database.execute(ROWS);
        database.execute("update muster.tasks set project_id = user_id, number = 1 where title = 'x'");

        versions.rollback("9");

        assertThat(query("select title from muster.tasks where project_id is null and number is null"))
                .containsExactlyInAnyOrder("x", "x", "waits", "waits");
        new Migrations(database.jdbcUrl(), database.user(), database.password()).run();
        assertThat(query("select title from muster.task_texts")).hasSize(4);
    }

    /** The schema of each version, as it is on the way up; the question mark allows a target without a script, 0. */
    private Map<String, Map<String, String>> climb() throws SQLException {
        Map<String, Map<String, String>> schemas = new TreeMap<>();
        var owned = new OwnedDatabase(database.jdbcUrl(), database.user(), database.password());
        for (String version : VERSIONS) {
            owned.flyway().target(version + "?").load().migrate();
            schemas.put(version, SchemaSnapshot.of(database));
        }
        assertThat(schemas.get(VERSIONS.getLast())).hasSizeGreaterThan(300);
        return schemas;
    }

    /** Requires that the tables that are still there have the rows they had, column by column; tells those. */
    private Map<String, List<String>> requireKept(Map<String, List<String>> before) throws SQLException {
        Map<String, List<String>> kept = rows();
        for (Map.Entry<String, List<String>> table : kept.entrySet()) {
            List<String> columns = columns(table.getKey());
            List<String> had =
                    query("select (select jsonb_object_agg(key, value order by key) from jsonb_each(row::jsonb)"
                            + " where key in ('" + String.join("', '", columns) + "'))::text from unnest(array["
                            + String.join(
                                    ", ",
                                    before.getOrDefault(table.getKey(), List.of()).stream()
                                            .map(row -> "'" + row.replace("'", "''") + "'")
                                            .toList())
                            + "]::text[]) row");
            assertThat(table.getValue()).as(table.getKey()).containsExactlyInAnyOrderElementsOf(had);
        }
        return kept;
    }

    private Map<String, List<String>> rows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables()) {
            rows.put(table, query("select to_jsonb(t)::text from muster." + table + " t"));
        }
        return rows;
    }

    private List<String> tables() throws SQLException {
        return query(TABLES);
    }

    private List<String> columns(String table) throws SQLException {
        return query("select attname from pg_attribute where attrelid = 'muster." + table
                + "'::regclass and attnum > 0 and not attisdropped");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
