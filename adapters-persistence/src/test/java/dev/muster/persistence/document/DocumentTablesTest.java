package dev.muster.persistence.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.Documents;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.document.DocumentStage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself makes sure of about documents, whoever asks. */
final class DocumentTablesTest implements DocumentStage {

    private static final String REFUSED = "23001";
    private static final String NOT_ALLOWED = "42501";
    private static final String CHECK = "23514";

    private final Stores stores = Stores.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update muster.document_versions set note = 'x'",
                "update muster.document_versions set note = note",
                "update muster.document_versions set content = 'x', checksum = sha256('x'), bytes = 1",
                "delete from muster.document_versions",
                "truncate muster.document_versions",
                "truncate muster.documents cascade",
            })
    void ownerOfTheTableChangesNoVersion(String statement) throws SQLException {
        Document document = revised(storedDocument(), "two");
        String all = "select to_jsonb(v)::text from muster.document_versions v order by 1";
        List<String> before = query("", all);

        assertRefused("", statement, REFUSED);
        assertThat(query("", all)).isEqualTo(before);
        assertThat(read(document, 2)).contains("two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update muster.document_versions set note = 'x'",
                "delete from muster.document_versions",
                "truncate muster.document_versions",
                "delete from muster.documents",
                "alter table muster.document_versions disable trigger all",
            })
    void applicationChangesAndRemovesNoVersion(String statement) throws SQLException {
        Document document = storedDocument();

        assertRefused(actingAs(document.owner()), statement, NOT_ALLOWED);
    }

    @Test
    void versionsGoWithThePersonWhoIsErased() throws SQLException {
        Document document = revised(storedDocument(), "two");
        Document other = storedDocument();
        stores.database().execute("delete from muster.users where id = '" + document.owner() + "'");

        assertThat(query(
                        "",
                        "select document_id from muster.document_versions where document_id in ('" + document.id()
                                + "', '" + other.id() + "')"))
                .containsExactly(other.id().toString());
    }

    @Test
    void versionsGoWithTheirDocumentAndWithTheirProject() throws SQLException {
        Document document = revised(storedDocument(), "two");
        Document other = revised(storedDocument(), "two");
        stores.database().execute("delete from muster.documents where id = '" + document.id() + "'");
        stores.database().execute("delete from muster.projects where id = '" + other.project() + "'");

        assertThat(query(
                        "",
                        "select number from muster.document_versions where document_id in ('" + document.id() + "', '"
                                + other.id() + "')"))
                .isEmpty();
    }

    @Test
    void nobodySeesDocumentsOfSomeoneElse() throws SQLException {
        Document document = storedDocument();
        for (String table : List.of("documents d where id", "document_versions d where document_id")) {
            String one = "select user_id from muster." + table + " = '" + document.id() + "'";

            assertThat(query(actingAs(document.owner()), one)).hasSize(1);
            assertThat(query(actingAs(storedUser()), one)).isEmpty();
            assertThat(query("set role muster_app", one)).isEmpty();
        }
    }

    @Test
    void nobodyAddsAVersionToADocumentOfSomeoneElse() throws SQLException {
        Document document = storedDocument();
        UserId other = storedUser();
        String row = "insert into muster.document_versions (user_id, document_id, number, author_id, checksum, bytes,"
                + " content) values ('%s', '" + document.id() + "', 2, '%1$s', sha256('x'), 1, 'x')";

        assertRefused(actingAs(other), row.formatted(document.owner()), NOT_ALLOWED);
        assertRefused(actingAs(other), row.formatted(other), "23503");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0, sha256('x'), 1, 'x', null",
                "10001, sha256('x'), 1, 'x', null",
                "2, sha256('y'), 1, 'x', null",
                "2, sha256('x'), 2, 'x', null",
                "2, sha256('x'), 1, 'x', 2",
                "2, sha256('x'), 1, 'x', 0",
                "2, sha256(convert_to(repeat('x', 524289), 'UTF8')), 524289, repeat('x', 524289), null",
            })
    void versionThatIsNotTrueToItselfIsRefused(String values) {
        Document document = storedDocument();

        assertRefused(
                "",
                "insert into muster.document_versions (user_id, document_id, author_id, number, checksum, bytes,"
                        + " content, restored_from) values ('" + document.owner() + "', '" + document.id() + "', '"
                        + document.owner() + "', " + values + ")",
                CHECK);
    }

    private void assertRefused(String before, String statement, String state) {
        assertThatThrownBy(() -> query(before, statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    private static String actingAs(UserId user) {
        return "set role muster_app; select set_config('muster.user_id', '" + user + "', false)";
    }

    private List<String> query(String before, String sql) throws SQLException {
        try (Connection connection = stores.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(before);
            List<String> found = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    @Override
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork();
    }

    @Override
    public Users users() {
        return stores.users();
    }

    @Override
    public Projects projects() {
        return stores.bean(Projects.class);
    }

    @Override
    public Documents documents() {
        return stores.bean(Documents.class);
    }
}
