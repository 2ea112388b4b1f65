package dev.muster.persistence.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.persistence.shared.Sql;
import dev.muster.persistence.shared.Stores;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The indexes are used by the statements that they were made for: by the plan that the server keeps for any parameters. */
final class DocumentPlansTest {

    private static Stores stores;

    @BeforeAll
    static void fill() throws SQLException {
        stores = Stores.start(1, Duration.ofSeconds(10));
        stores.database().execute("""
                insert into muster.users (id, email, username, name, password_hash)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'user' || n, 'x', 'x'
                from generate_series(1, 20) n;
                insert into muster.projects (id, user_id, key, name) select id, id, 'KAN', 'x' from muster.users;
                insert into muster.projects (id, user_id, key, name)
                select gen_random_uuid(), id, 'P' || n, 'x' from muster.users, generate_series(1, 100) n;
                insert into muster.documents (id, user_id, project_id, title, latest_version, created_at, deleted_at)
                select gen_random_uuid(), id, id, 'x', 10, timestamptz '2026-01-01Z' + n * interval '1 minute',
                    case when n % 10 = 0 then now() end
                from muster.users, generate_series(1, 100) n;
                insert into muster.document_versions (user_id, document_id, number, author_id, checksum, bytes, content)
                select user_id, id, n, user_id, sha256('x'), 1, 'x' from muster.documents, generate_series(1, 10) n;
                analyze muster.projects, muster.documents, muster.document_versions;
                """);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    static Stream<Arguments> statements() {
        String page = "ix_documents__user_id_project_id_created_at_id";
        String one = "ux_documents__user_id_id";
        return Stream.of(
                Arguments.of(DocumentStatements.FIND, one),
                Arguments.of(DocumentStatements.FIND_TEXT, one),
                Arguments.of(DocumentStatements.FIND_LATEST_TEXT, one),
                Arguments.of(DocumentStatements.LOCK, one),
                Arguments.of(DocumentStatements.UPDATE, one),
                Arguments.of(DocumentStatements.VERSIONS, "pk_document_versions"),
                Arguments.of(DocumentStatements.FIRST_PAGE, page),
                Arguments.of(DocumentStatements.NEXT_PAGE, page),
                Arguments.of(DocumentStatements.NEXT_LATEST_TEXTS, page));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void rowsAreReadInTheOrderOfTheirIndex(Sql sql, String index) throws SQLException {
        List<String> plan = stores.plan(sql);

        assertThat(plan).anyMatch(line -> line.contains(" using " + index + " ") || line.contains("on " + index + " "));
        assertThat(plan).noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
    }

    @ParameterizedTest
    @MethodSource("latest")
    void latestVersionIsLookedUpByItsNumber(Sql sql) throws SQLException {
        List<String> plan = stores.plan(sql);

        assertThat(plan)
                .anyMatch(line -> line.contains("document_id = d.id") && line.contains("number = d.latest_version"));
    }

    static Stream<Sql> latest() {
        return Stream.of(
                DocumentStatements.FIND,
                DocumentStatements.FIND_LATEST_TEXT,
                DocumentStatements.FIRST_PAGE,
                DocumentStatements.NEXT_PAGE,
                DocumentStatements.NEXT_LATEST_TEXTS);
    }
}
