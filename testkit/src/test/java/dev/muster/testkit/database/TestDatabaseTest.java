package dev.muster.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class TestDatabaseTest {

    @Test
    void isAPostgresqlThatMusterSupports() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isBetween(14, 18);
        }
    }

    @Test
    void isEmptyAndApartFromOthers() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            one.execute("CREATE TABLE notes (text text)");
            assertThat(tables(one)).isEqualTo(1);
            assertThat(tables(other)).isZero();
        }
    }

    @Test
    void mayCreateRoles() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute("CREATE ROLE muster_test_role NOLOGIN");
            database.execute("DROP ROLE muster_test_role");
        }
    }

    @Test
    void isGoneWhenItIsClosedWhoeverIsConnected() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (Connection connection = database.connect()) {
            assertThat(connection.isValid(1)).isTrue();
            database.close();
        }

        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    }

    @Test
    void hidesItsPassword() {
        assertThat(new TestDatabase("jdbc:postgresql://localhost:1/x", "ann", "s3cret").toString())
                .doesNotContain("s3cret");
    }

    private static int tables(TestDatabase database) throws SQLException {
        String sql = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
