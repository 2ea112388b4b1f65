package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The door that sums over everybody's tasks go through, and nothing else does. The owner of the schema is no superuser here,
 * so that row-level security is forced upon them as it is in earnest.
 */
final class TaskStatisticsSchemaTest {

    private static final String ANN = "00000000-0000-7000-8000-00000000000a";
    private static final String COUNTING = "set muster.counts_all_tasks = 'on'";
    private static final String TASKS = "select count(*) from muster.tasks";
    private static final String COUNTED = "select pending from muster.v_all_tasks_summary";
    private static final String REFRESH = "select muster.refresh_all_tasks_summary()";

    private static TestDatabase database;
    private static String owner;

    /** Two people with a task each, stored before anything could count them. */
    @BeforeAll
    static void migrate() throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            new Migrations(other.jdbcUrl(), other.user(), other.password()).run(); // so that muster_app exists
        }
        database = TestDatabase.create();
        String name = database.jdbcUrl().replaceFirst("^.*/", "").replaceFirst("\\?.*", "");
        owner = "owner_of_" + name;
        database.execute("create role " + owner + " login password 'owner'");
        database.execute("alter database " + name + " owner to " + owner);
        database.execute("grant muster_app to " + owner);
        new OwnedDatabase(database.jdbcUrl(), owner, "owner")
                .flyway()
                .target("016")
                .load()
                .migrate();
        database.execute("""
                insert into muster.users (id, email, username, name, password_hash)
                values ('%s', 'ann@example.org', 'ann', 'Ann', 'x'),
                    ('00000000-0000-7000-8000-00000000000b', 'ben@example.org', 'ben', 'Ben', 'x');
                insert into muster.tasks (id, user_id, title) select id, id, 'secret' from muster.users;
                """.formatted(ANN));
        new Migrations(database.jdbcUrl(), owner, "owner").run();
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("drop role " + owner);
        }
    }

    @Test
    void migrationCountsWhatThereIs() throws SQLException {
        assertThat(application(COUNTED)).isEqualTo(2);
    }

    @Test
    void applicationCountsTasksOfWhichItSeesNone() throws SQLException {
        assertThat(application("begin", REFRESH, TASKS)).isZero();
        assertThat(application(REFRESH, COUNTED)).isEqualTo(2);
        assertThat(application(REFRESH, "select count(*) from muster.task_texts"))
                .isZero();
    }

    @Test
    void settingShowsTheApplicationNothing() throws SQLException {
        String acting = "select set_config('muster.user_id', '" + ANN + "', false)";

        assertThat(application(COUNTING, TASKS)).isZero();
        assertThat(application(COUNTING, acting, TASKS)).isEqualTo(1);
        assertThat(application(COUNTING, "select cardinality(muster.tasks_with_text('secret', false, 9))"))
                .isZero();
    }

    @Test
    void ownerSeesTasksWhileTheyAreCountedAndChangesNone() throws SQLException {
        assertThat(owner(TASKS)).isZero();
        assertThat(owner("begin", REFRESH, TASKS)).isZero();
        assertThat(owner(COUNTING, TASKS)).isEqualTo(2);
        assertThat(owner(
                        COUNTING,
                        "with changed as (update muster.tasks set title = 'x' returning id)"
                                + " select count(*) from changed"))
                .isZero();
    }

    /** Whoever could set it could have such a function read for them. */
    @Test
    void settingHelpsNoOtherFunctionThatWorksInTheNameOfTheOwner() throws SQLException {
        String functions = "select count(*) from pg_proc where pronamespace = 'muster'::regnamespace and prosecdef";

        assertThat(owner(functions + " and prosrc ~ 'muster\\.tasks\\M' and proname <> 'refresh_all_tasks_summary'"))
                .isZero();
        assertThat(owner(functions + " and prosrc ~ 'muster\\.tasks\\M'")).isOne();
    }

    @Test
    void sumsAreNumbersAndTheirTime() throws SQLException {
        String columns = "select count(*) from pg_attribute where attrelid = 'muster.v_all_tasks_summary'::regclass"
                + " and attnum > 0";

        assertThat(owner(columns + " and atttypid = 'bigint'::regtype")).isEqualTo(21);
        assertThat(owner(columns)).isEqualTo(22);
        assertThat(owner("select count(*) from muster.v_all_tasks_summary")).isOne();
    }

    @Test
    void nobodyButTheApplicationMayHaveThemCounted() throws SQLException {
        assertThat(owner("select count(*) from pg_proc p, aclexplode(p.proacl) granted"
                        + " where p.oid = 'muster.refresh_all_tasks_summary()'::regprocedure"
                        + " and granted.grantee not in (p.proowner, 'muster_app'::regrole)"))
                .isZero();
    }

    @Test
    void nobodyWaitsForTheCount() throws SQLException {
        try (Connection counting = connect("set role muster_app", "begin", REFRESH)) {
            String hasty = "set lock_timeout = '1s'";
            String acting = "select set_config('muster.user_id', '" + ANN + "', false)";

            assertThat(counting.isClosed()).isFalse();
            assertThat(application(hasty, COUNTED)).isEqualTo(2);
            assertThat(application(
                            hasty,
                            acting,
                            "with changed as (update muster.tasks set version = version + 1 returning id)"
                                    + " select count(*) from changed"))
                    .isEqualTo(1);
        }
    }

    @Test
    void newOwnerOfTheTablesIsRefusedAndNotToldThatThereAreNone() throws SQLException {
        database.execute("alter policy counted_by_owner on muster.tasks to muster_app");
        try {
            database.execute("revoke muster_app from " + owner);

            assertThatThrownBy(() -> owner(REFRESH))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("alter policy counted_by_owner on muster.tasks to " + owner);
        } finally {
            database.execute("grant muster_app to " + owner);
            database.execute("alter policy counted_by_owner on muster.tasks to " + owner);
        }
        assertThat(application(REFRESH, COUNTED)).isEqualTo(2);
    }

    @Test
    void ownerTakesItBackAndMakesItAgain() throws SQLException {
        new SchemaVersions(database.jdbcUrl(), owner, "owner").rollback("016");
        assertThat(owner(COUNTING, TASKS)).isZero();

        new Migrations(database.jdbcUrl(), owner, "owner").run();
        assertThat(application(COUNTED)).isEqualTo(2);
    }

    /** What the last of these statements counts, as the application. */
    private static int application(String... statements) throws SQLException {
        try (Connection connection = connect("set role muster_app")) {
            return lastOf(connection, statements);
        }
    }

    /** What the last of these statements counts, as the owner of the schema. */
    private static int owner(String... statements) throws SQLException {
        try (Connection connection = connect()) {
            return lastOf(connection, statements);
        }
    }

    private static int lastOf(Connection connection, String... statements) throws SQLException {
        int last = -1;
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    last = number(statement);
                }
            }
        }
        return last;
    }

    /** The first column, of a function without an answer -1. */
    private static int number(Statement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getObject(1) instanceof Number number ? number.intValue() : -1;
        }
    }

    private static Connection connect(String... statements) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), owner, "owner");
        lastOf(connection, statements);
        return connection;
    }
}
