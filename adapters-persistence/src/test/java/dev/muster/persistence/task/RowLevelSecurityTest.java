package dev.muster.persistence.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.user.UserFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whatever statement reaches it as the application. */
final class RowLevelSecurityTest {

    private final Stores stores = Stores.shared();
    private final Task task = stored();

    @Test
    void nobodySeesTasksWithoutSayingWhoTheyAre() throws SQLException {
        assertThat(seen("select 1")).isZero();
        assertThat(seen("select set_config('muster.user_id', '', false)")).isZero();
    }

    @Test
    void ownerSeesTheirTasksAndNoOneElses() throws SQLException {
        assertThat(seen(actingAs(task.owner()))).isEqualTo(1);
        assertThat(seen(actingAs(storedUser()))).isZero();
    }

    @Test
    void settingEndsWithItsTransaction() throws SQLException {
        assertThat(seen("select set_config('muster.user_id', '" + task.owner() + "', true)"))
                .isZero();
    }

    @Test
    void tasksOfSomeoneElseAreNeitherChangedNorMade() throws SQLException {
        try (Connection connection = application(actingAs(storedUser()));
                Statement statement = connection.createStatement()) {
            String owner = task.owner().toString();

            assertThat(statement.executeUpdate(
                            "update muster.tasks set title = 'mine' where user_id = '" + owner + "'"))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate("insert into muster.tasks (id, user_id, title)"
                            + " values (gen_random_uuid(), '" + owner + "', 'x')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void ownTasksAreNotGivenAway() throws SQLException {
        UserId other = storedUser();
        try (Connection connection = application(actingAs(task.owner()));
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update muster.tasks set user_id = '" + other + "'"))
                    .hasMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"task_labels", "task_texts", "task_dependencies"})
    void whatIsKeptBesideTasksIsSeenByTheirOwnerAlone(String table) throws SQLException {
        String count = "select count(*) from muster." + table + " where task_id = '" + task.id() + "'";

        assertThat(number(actingAs(task.owner()), count)).isEqualTo(1);
        assertThat(number(actingAs(storedUser()), count)).isZero();
        assertThat(number("select 1", count)).isZero();
    }

    @Test
    void labelsAndDependenciesOfSomeoneElseAreNeitherMadeNorRemoved() throws SQLException {
        try (Connection connection = application(actingAs(storedUser()));
                Statement statement = connection.createStatement()) {
            String ofTask = "'" + task.owner() + "', '" + task.id() + "'";

            assertThat(statement.executeUpdate("delete from muster.task_labels"))
                    .isZero();
            assertThat(statement.executeUpdate("delete from muster.task_dependencies"))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate(
                            "insert into muster.task_labels (user_id, task_id, label) values (" + ofTask + ", 'x')"))
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> statement.executeUpdate("insert into muster.task_dependencies"
                            + " (user_id, task_id, blocker_id) values (" + ofTask + ", gen_random_uuid())"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void searchThatPassesThePolicyKeepsItsOwn() throws SQLException {
        String found = "select coalesce(cardinality(muster.tasks_with_text('fence', false, 100)), -1)";

        assertThat(number(actingAs(task.owner()), found)).isEqualTo(1);
        assertThat(number(actingAs(storedUser()), found)).isZero();
        assertThat(number("select 1", found)).isZero();
        assertThat(number("select set_config('muster.user_id', '', false)", found))
                .isZero();
    }

    @Test
    void nobodyButTheApplicationMaySearch() throws SQLException {
        assertThat(number(
                        "select 1",
                        "select count(*) from pg_proc p, aclexplode(p.proacl) granted where p.oid ="
                                + " 'muster.tasks_with_text(text, boolean, integer)'::regprocedure"
                                + " and granted.grantee not in (p.proowner, 'muster_app'::regrole)"))
                .isZero();
    }

    private int seen(String setting) throws SQLException {
        return number(setting, "select count(*) from muster.tasks where id = '" + task.id() + "'");
    }

    private int number(String setting, String query) throws SQLException {
        try (Connection connection = application(setting);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection application(String setting) throws SQLException {
        Connection connection = stores.database().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role muster_app");
            statement.execute(setting);
        }
        return connection;
    }

    private static String actingAs(UserId user) {
        return "select set_config('muster.user_id', '" + user + "', false)";
    }

    private Task stored() {
        Task stored = aTask(storedUser()).title("Fence").labels("red").build();
        Task blocker = aTask(stored.owner()).build();
        stores.unitOfWork().write(stored.owner().asActor(), () -> {
            stores.bean(Tasks.class).insertAll(List.of(stored, blocker));
            stores.bean(TaskGraph.class).block(stored.owner(), stored.id(), blocker.id());
            return true;
        });
        return stored;
    }

    private UserId storedUser() {
        User user = UserFixture.aUser().build();
        stores.unitOfWork().writeOne(Actor.SYSTEM, () -> {
            stores.users().insert(user, UserFixture.HASH);
            return true;
        });
        return user.id();
    }
}
