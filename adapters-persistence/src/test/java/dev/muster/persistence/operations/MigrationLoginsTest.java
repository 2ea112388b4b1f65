package dev.muster.persistence.operations;

import static dev.muster.persistence.operations.MigrationsTest.assertFailure;
import static dev.muster.persistence.operations.MigrationsTest.migrations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Migrations by logins that may less than a superuser, and what they make of what such a login owns. */
final class MigrationLoginsTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void loginThatIsRefusedIsTold() {
        assertFailure(new Migrations(database.jdbcUrl(), "muster_nobody", "secret"))
                .hasMessageContaining("refuses the login muster_nobody")
                .hasMessageNotContaining("secret");
    }

    @Test
    @Timeout(5)
    void loginWithoutRightsIsToldAtOnce() throws SQLException {
        try (Person ann = Person.create()) {
            assertFailure(ann.migrations()).hasMessageContaining("The login " + ann.name + " lacks rights");
        }
    }

    @Test
    void extensionThatTheLoginMayNotCreateIsNamed() throws SQLException {
        migrations(database).run(); // so that muster_app exists
        try (Person ann = Person.create();
                TestDatabase own = TestDatabase.create()) {
            own.execute("create schema muster authorization " + ann.name);

            assertFailure(ann.migrations(own))
                    .hasMessageContaining("run \"create extension pg_trgm\" in this database");

            own.execute("create extension pg_trgm with schema public");
            assertFailure(ann.migrations(own))
                    .hasMessageContaining("run \"create extension btree_gin\" in this database");

            own.execute("create extension btree_gin with schema public");
            assertThat(ann.migrations(own).run().changed()).isTrue();
            new SchemaVersions(own.jdbcUrl(), own.user(), own.password()).rollback("0");
            own.execute("drop extension pg_trgm, btree_gin");
            own.execute("drop schema muster cascade");
        }
    }

    @Test
    void loginThatOwnsTheDatabaseMigratesAndActsAsTheApplication() throws SQLException {
        migrations(database).run(); // so that muster_app exists, and has not been granted
        try (Person ann = Person.create();
                TestDatabase own = TestDatabase.create()) {
            own.execute("alter database " + nameOf(own) + " owner to " + ann.name);

            assertThat(ann.migrations(own).run().changed()).isTrue();
            assertThatThrownBy(() -> ann.migrations(own).requireApplicationRole())
                    .isInstanceOf(MigrationFailure.class)
                    .hasMessageContaining("grant muster_app to " + ann.name);

            own.execute("grant muster_app to " + ann.name);
            assertThatCode(() -> ann.migrations(own).requireApplicationRole()).doesNotThrowAnyException();
        }
    }

    /** Row-level security is forced upon the owner of the tables, who is no superuser here. */
    @Test
    void tasksOfAnOlderSchemaAreFoundByTheirLabelsAndWords() throws SQLException {
        migrations(database).run(); // so that muster_app exists
        try (Person ann = Person.create();
                TestDatabase own = TestDatabase.create()) {
            own.execute("alter database " + nameOf(own) + " owner to " + ann.name);
            own.execute("grant muster_app to " + ann.name);
            new OwnedDatabase(own.jdbcUrl(), ann.name, "ann")
                    .flyway()
                    .target("010")
                    .load()
                    .migrate();
            own.execute("""
                    insert into muster.users (id, email, username, name, password_hash)
                    values ('00000000-0000-7000-8000-000000000001', 'a@example.org', 'ann', 'A', 'x');
                    insert into muster.tasks (id, user_id, title, description, labels)
                    values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'The Fence',
                        'green', '{garden,red}')""");
            ann.migrations(own).run();

            try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), ann.name, "ann");
                    Statement application = connection.createStatement()) {
                application.execute("set role muster_app");
                application.execute(
                        "select set_config('muster.user_id', '00000000-0000-7000-8000-000000000001', false)");
                String found = "select cardinality(muster.tasks_with_text('%s', false, 10))";

                assertThat(number(application, "select count(*) from muster.task_labels"))
                        .isEqualTo(2);
                assertThat(number(application, found.formatted("green fence"))).isEqualTo(1);
                application.execute(
                        "update muster.tasks set title = 'The Gate', labels = '{red}', version = version + 1");
                assertThat(number(application, found.formatted("fence"))).isZero();
                assertThat(number(application, found.formatted("gate"))).isEqualTo(1);
                assertThat(number(application, "select count(*) from muster.task_labels"))
                        .isEqualTo(1);
                application.execute("update muster.users set status = 'deleted', deleted_at = now()");
                application.execute("select muster.erase_user('00000000-0000-7000-8000-000000000001')");
            }
            try (Connection connection = own.connect();
                    Statement everything = connection.createStatement()) {
                assertThat(number(everything, "select count(*) from muster.task_texts"))
                        .isZero();
                assertThat(number(everything, "select count(*) from muster.task_labels"))
                        .isZero();
            }
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String nameOf(TestDatabase database) {
        return database.jdbcUrl().replaceFirst("^.*/", "").replaceFirst("\\?.*", "");
    }

    /** A login for one test. */
    private record Person(TestDatabase database, String name) implements AutoCloseable {

        static Person create() throws SQLException {
            TestDatabase database = TestDatabase.create();
            String name = "ann_" + nameOf(database);
            database.execute("create role " + name + " login password 'ann'");
            return new Person(database, name);
        }

        Migrations migrations() {
            return migrations(database);
        }

        Migrations migrations(TestDatabase other) {
            return new Migrations(other.jdbcUrl(), name, "ann");
        }

        @Override
        public void close() throws SQLException {
            database.execute("drop role " + name);
            database.close();
        }
    }
}
