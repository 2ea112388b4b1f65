package dev.muster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Unavailable;
import dev.muster.testkit.user.UserFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PoolSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String URL = "jdbc:postgresql://localhost/muster";

    @Test
    void usualPoolHasTwentyConnectionsAndTenMore() {
        Map<String, Object> properties =
                PoolSettings.of(URL, "muster_app", null).properties();

        assertThat(properties)
                .containsEntry("datasources.default.url", URL)
                .containsEntry("datasources.default.username", "muster_app")
                .containsEntry("datasources.default.password", "")
                .containsEntry("datasources.default.minimum-idle", 20)
                .containsEntry("datasources.default.maximum-pool-size", 30)
                .containsEntry("datasources.default.connection-timeout", 30_000L)
                .containsEntry("datasources.default.leak-detection-threshold", 0L);
    }

    @Test
    void loginThatIsTheApplicationTakesNoOtherRole() {
        assertThat(initialSql("muster_app")).asString().doesNotContain("set role");
        assertThat(initialSql("someone")).asString().contains("set role muster_app");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(0, 0, SECOND, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, -1, SECOND, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0, Duration.ofMillis(249), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0, SECOND, SECOND));
    }

    @Test
    void settingsPrintNoPassword() {
        assertThat(PoolSettings.of(URL, "ann", "a secret")).asString().doesNotContain("secret");
    }

    @Test
    void connectionsActAsTheApplicationWithinTheirTime() {
        CurrentUnit current = Stores.shared().bean(CurrentUnit.class);
        List<String> settings = Stores.shared()
                .unitOfWork()
                .<List<List<String>>>read(
                        Actor.SYSTEM,
                        () -> current.query(
                                Sql.plain("select array[current_user::text, current_setting('statement_timeout'),"
                                        + " current_setting('idle_in_transaction_session_timeout'),"
                                        + " current_setting('application_name'), current_setting('plan_cache_mode')]"),
                                parameters -> {},
                                Columns::texts))
                .getFirst();

        assertThat(settings).containsExactly("muster_app", "30s", "30s", "muster", "force_generic_plan");
    }

    @Test
    void driverGetsItsProperties() {
        HikariDataSource pool = Stores.shared().pool();

        assertThat(pool.getDataSourceProperties())
                .containsEntry("logServerErrorDetail", "false")
                .containsEntry("socketTimeout", "40")
                .containsEntry("tcpKeepAlive", "true");
    }

    @Test
    void whoGetsNoConnectionInTimeIsToldToComeAgain() throws SQLException {
        try (Stores stores = Stores.start(1, Duration.ofMillis(250))) {
            try (Connection taken = stores.pool().getConnection()) {
                assertThat(taken.isClosed()).isFalse();
                for (var unit : List.<Runnable>of(
                        () -> stores.unitOfWork().read(Actor.SYSTEM, () -> find(stores)),
                        () -> stores.unitOfWork().write(Actor.SYSTEM, () -> find(stores)))) {
                    assertThatThrownBy(unit::run).isInstanceOf(Unavailable.class);
                }
            }
            assertThat(stores.unitOfWork().<Boolean>read(Actor.SYSTEM, () -> find(stores)))
                    .isFalse();
        }
    }

    @Test
    void connectionThatTheServerCutsIsReplaced() throws SQLException {
        try (Stores stores = Stores.start(1, SECOND.multipliedBy(10))) {
            assertThatThrownBy(() -> stores.unitOfWork().write(Actor.SYSTEM, () -> {
                        find(stores);
                        cutConnections(stores);
                        return find(stores);
                    }))
                    .isInstanceOf(Unavailable.class);
            assertThat(stores.unitOfWork().<Boolean>write(Actor.SYSTEM, () -> find(stores)))
                    .isFalse();
        }
    }

    private static boolean find(Stores stores) {
        return stores.users().find(UserFixture.nextId()).isPresent();
    }

    private static void cutConnections(Stores stores) {
        try {
            stores.database()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Object initialSql(String user) {
        return PoolSettings.of(URL, user, null).properties().get("datasources.default.connection-init-sql");
    }

    private static PoolSettings settings(int size, int overflow, Duration timeout, Duration leakDetection) {
        return new PoolSettings(URL, "ann", null, size, overflow, timeout, leakDetection);
    }
}
