package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: a token that one of them refuses is refused by the other within a second (requirement A5). */
final class TwoNodesJourneyTest {

    private static final Duration IN_TIME = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LISTENERS =
            "select pid from pg_stat_activity where application_name = 'muster-changes' and datname = current_database()";

    private static final MusterRunning FIRST = MusterRunning.ofThisJvm();
    private static Server second;
    private static long listenerOfSecond;

    private final Caller here = FIRST.anonymous().undocumented();
    private final Caller there = new Caller(second.address(), null, null);
    private final Person person = Person.join(here);
    private final String token = person.tokens().required("access_token").asText();

    @BeforeAll
    static void startAnother() throws SQLException {
        List<Long> before = awaitListeners(1);
        second = new Server(Settings.read(new Environment(FIRST.variables())), System.out::println);
        second.start();
        List<Long> both = new ArrayList<>(awaitListeners(2));
        both.removeAll(before);
        listenerOfSecond = both.getFirst();
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    @Test
    void tokenOfASessionThatWasEndedThereIsRefused() {
        useOnBoth();
        here.withToken(token).post("/v1/auth/logout", null).expect(204);

        me(here).expectProblem(401, "invalid_access_token");
        assertThat(timeUntilRefused(there)).isLessThan(IN_TIME);
    }

    @Test
    void tokenOfAPersonWhoIsSuspendedByHandIsRefusedByBoth() throws SQLException {
        useOnBoth();
        FIRST.database()
                .execute("update muster.users set status = 'suspended' where username = '" + person.name() + "'");

        assertThat(timeUntilRefused(here)).isLessThan(IN_TIME);
        assertThat(timeUntilRefused(there)).isLessThan(IN_TIME);
    }

    @Test
    void tokenIsRefusedInTimeWhileTheOtherNodeCannotHear() throws SQLException {
        useOnBoth();
        FIRST.database().execute("select pg_terminate_backend(" + listenerOfSecond + ")");
        here.withToken(token).post("/v1/auth/logout", null).expect(204);

        assertThat(timeUntilRefused(there)).isLessThan(IN_TIME);

        awaitListeners(2);
        Person other = Person.join(here);
        Caller otherThere =
                there.withToken(other.tokens().required("access_token").asText());
        otherThere.get("/v1/me").expect(200);
    }

    /** Both remember the session then. */
    private void useOnBoth() {
        me(here).expect(200);
        me(there).expect(200);
        me(there).expect(200);
    }

    private Answer me(Caller node) {
        return node.withToken(token).get("/v1/me");
    }

    private Duration timeUntilRefused(Caller node) {
        long start = System.nanoTime();
        while (me(node).status() != 401) {
            assertThat(System.nanoTime() - start).as("time in vain").isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The connections that listen, as soon as there are so many. */
    private static List<Long> awaitListeners(int wanted) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = FIRST.database().connect();
                Statement statement = connection.createStatement()) {
            List<Long> found = listeners(statement);
            while (found.size() != wanted) {
                assertThat(System.nanoTime() - start).as("listeners " + found).isLessThan(PATIENCE.toNanos());
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                found = listeners(statement);
            }
            return found;
        }
    }

    private static List<Long> listeners(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(LISTENERS)) {
            List<Long> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        }
    }
}
