package dev.muster.persistence.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.schema.EntityFinder;
import dev.muster.domain.schema.SchemaDraft;
import dev.muster.domain.schema.SqlSketch;
import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sketches of schemas are SQL, whatever a story calls its entities. */
final class SqlSketchTest {

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        database = TestDatabase.create();
        connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void everyKeyWordOfPostgresqlMayNameAnEntityAndAnAttribute() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select word from pg_get_keywords() order by 1")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        assertThat(words).hasSizeGreaterThan(400);
        for (int from = 0; from < words.size(); from += 18) {
            List<String> some = words.subList(from, Math.min(words.size(), from + 18));
            requireSound(EntityFinder.find("", "- things: " + String.join(", ", some)));
            StringBuilder entities = new StringBuilder();
            some.forEach(word -> entities.append("- ")
                    .append(word)
                    .append(": size, ")
                    .append(word)
                    .append("_id\n"));
            requireSound(EntityFinder.find("", entities.toString()));
        }
    }

    @Test
    void systemColumnsAndHostileNamesAreNoTrouble() throws SQLException {
        requireSound(EntityFinder.find("", """
                - things: ctid, xmin, xmax, cmin, cmax, tableoid, oid, id, created_at, parent_id, thing_id
                - Größe "x'; drop: total
                - a_very_long_name_that_goes_on: another_very_long_name_id, another_very_long_nam_id
                """));
        requireSound(
                EntityFinder.find(
                        "User has many Orders",
                        "Products and Tags are many-to-many. A User has one Profile. An `Order` belongs to an Order. Users and Users are many-to-many."));
    }

    /** Tables, indexes and rollback run, and nothing is left. */
    private static void requireSound(SchemaDraft draft) throws SQLException {
        assertThat(draft.isEmpty()).isFalse();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema sketch; set local search_path = sketch");
            statement.execute(SqlSketch.tables(draft) + SqlSketch.indexes(draft));
            assertThat(tables(statement)).isEqualTo(draft.entities().size());
            statement.execute(SqlSketch.rollback(draft));
            assertThat(tables(statement)).isZero();
        } finally {
            connection.rollback();
        }
    }

    private static int tables(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from pg_tables where schemaname = 'sketch'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
