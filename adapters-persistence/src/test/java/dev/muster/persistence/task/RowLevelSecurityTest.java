package dev.muster.persistence.task;

import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Actor;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.user.UserFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

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

    private int seen(String setting) throws SQLException {
        try (Connection connection = application(setting);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from muster.tasks where id = '" + task.id() + "'")) {
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
        Task stored = aTask(storedUser()).build();
        stores.unitOfWork().writeOne(stored.owner().asActor(), () -> {
            stores.bean(Tasks.class).insert(stored);
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
