package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Answer;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@SecondLane
final class OrderedStopTest {

    private static final int REQUESTS = 6;

    /** 128 and the number of SIGTERM, as the JVM ends. */
    private static final int TERMINATED = 143;

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void finishesRequestsInFlightAndTakesNoMore() throws SQLException, InterruptedException, ExecutionException {
        TestDatabase database = TestDatabase.create();
        Map<String, String> variables = Map.of(
                "MUSTER_PORT", "0", "MUSTER_DATA", folder.toString(), "DATABASE_URL", MusterRunning.url(database));
        try (ServerProcess server = ServerProcess.start(folder, variables);
                ExecutorService callers = Executors.newFixedThreadPool(REQUESTS)) {
            Caller ann = Person.join(Caller.at(server.awaitAddress())).signedIn();
            List<Future<Answer>> answers;
            try (Connection lock = database.connect()) {
                lock.setAutoCommit(false);
                lock.createStatement().execute("lock table muster.tasks in access exclusive mode");
                answers = IntStream.range(0, REQUESTS)
                        .mapToObj(i -> callers.submit(() -> ann.post("/v1/tasks", "{\"title\": \"late\"}")))
                        .toList();
                awaitWaiting(database);
                server.terminate();
                ServerProcess.awaitStopping(ann);
                assertThat(server.isAlive()).isTrue();
                lock.rollback();
            }
            for (Future<Answer> answer : answers) {
                answer.get().expect(201);
            }
            assertThat(server.awaitExit()).isZero();
            assertThat(server.err().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains(" WARN ", "No mail is sent"),
                            line -> assertThat(line).contains(" INFO ", "Muster stops: it takes no more requests"),
                            line -> assertThat(line).contains(" INFO ").endsWith("Muster has stopped."));
        }
    }

    @Test
    @Timeout(60)
    void saysNothingOfBeingReadyWhenItIsToldToStopDuringItsStart() {
        Path postmaster = SharedData.folder().resolve("database/cluster/postmaster.pid");
        try (ServerProcess server = ServerProcess.start(folder, SharedData.variables())) {
            while (!Files.exists(postmaster)) {
                ServerProcess.pause();
            }
            server.terminate();

            assertThat(server.awaitExit()).isEqualTo(TERMINATED);
            assertThat(server.out()).isEmpty();
            assertThat(server.err()).doesNotContain("\tat ");
        }
        assertThat(postmaster).doesNotExist();
    }

    private static void awaitWaiting(TestDatabase database) throws SQLException {
        try (Connection look = database.connect();
                Statement statement = look.createStatement()) {
            long waiting = 0;
            while (waiting < REQUESTS) {
                ServerProcess.pause();
                try (ResultSet row = statement.executeQuery(WAITING)) {
                    row.next();
                    waiting = row.getLong(1);
                }
            }
        }
    }
}
