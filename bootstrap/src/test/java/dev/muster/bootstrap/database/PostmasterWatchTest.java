package dev.muster.bootstrap.database;

import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.execute;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.kill;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.query;
import static dev.muster.bootstrap.database.EmbeddedPostgresFolders.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A PostgreSQL that ends under a running Muster. */
@Timeout(60)
@SecondLane
final class PostmasterWatchTest {
    private static final String BUSY = "SELECT count(*) FROM generate_series(1, 12000000) AS n WHERE n % 7 = 3";
    private static final String IS_BUSY = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = '"
            + BUSY.replace("'", "''") + "'";

    @AutoClose
    private static final EmbeddedPostgresFolders folders = EmbeddedPostgresFolders.make();

    @Test
    void startsAKilledServerAgainWhereItWasWithAllThatWasCommitted() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            execute(database, database.owner(), "CREATE TABLE kept AS SELECT 42 AS id");
            ProcessHandle killed = server(folder);
            kill(killed);

            awaitBack(database);

            assertThat(query(database, database.owner(), "SELECT id FROM kept")).isEqualTo("42");
            assertThat(query(database, database.application(), "SELECT 1")).isEqualTo("1");
            assertThat(query(database, database.owner(), "SHOW max_connections"))
                    .isEqualTo("30");
            assertThat(server(folder).pid()).isNotEqualTo(killed.pid());
        }
        assertThat(PostmasterFile.in(folder.resolve("database/cluster"))).doesNotExist();
    }

    @Test
    void waitsUntilBusyBackendsOfTheKilledServerAreGone() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            var counted = new CompletableFuture<String>();
            Thread busy = Thread.ofPlatform().daemon().start(() -> count(database, counted));
            while (query(database, database.owner(), IS_BUSY).equals("0")) {
                Uninterrupted.pause(Duration.ofMillis(5));
            }
            kill(server(folder));

            awaitBack(database);

            assertThat(busy.join(Duration.ofSeconds(1))).as("ended before").isTrue();
            assertThat(counted).isCompletedWithValueMatching("1714286"::equals);
            assertThat(query(database, database.owner(), IS_BUSY)).isEqualTo("0");
        }
    }

    @Test
    void tellsThatTheServerCannotBeStartedAgain() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
            spoil(folder);
            kill(server(folder));

            postgres.awaitLoss();
        }
        assertLetGo(folder);
    }

    @Test
    void givesUpAServerThatEndsAgainAndAgain() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            for (int death = 1; death < 5; death++) {
                kill(server(folder));
                awaitBack(database);
            }
            kill(server(folder));

            postgres.awaitLoss();
        }
        assertLetGo(folder);
    }

    @Test
    void leavesAServerAloneThatEndsDuringAStop() throws Exception {
        Path folder = folders.fresh();
        try (var postgres = folders.postgres(folder)) {
            postgres.leaveAlone();
            postgres.start();
            postgres.leaveAlone();
            ProcessHandle killed = server(folder);
            kill(killed);
            Uninterrupted.pause(Duration.ofSeconds(1));

            assertThat(PostmasterFile.read(folder.resolve("database/cluster")))
                    .hasValueSatisfying(file -> assertThat(file.pid()).isEqualTo(killed.pid()));
        }
        assertLetGo(folder);
    }

    @Test
    void triesNoMoreOnceItIsClosed() throws Exception {
        Path folder = folders.fresh();
        Thread waiting;
        try (var postgres = folders.postgres(folder)) {
            postgres.start();
            waiting = Thread.startVirtualThread(() -> awaitLoss(postgres));
            spoil(folder);
            kill(server(folder));
            Uninterrupted.pause(Duration.ofMillis(400));
        }
        assertLetGo(folder);
        assertThat(waiting.isAlive()).as("lost nothing").isTrue();
        waiting.interrupt();
        waiting.join();
    }

    /** The whole settings can't be read then. */
    private static void spoil(Path folder) throws IOException {
        Files.writeString(folder.resolve("postgresql.local.conf"), "no_such_setting = on\n");
    }

    /** Another one can have the folder, so nothing is left of the first. */
    private static void assertLetGo(Path folder) throws Exception {
        Files.deleteIfExists(folder.resolve("postgresql.local.conf"));
        try (var postgres = folders.postgres(folder)) {
            EmbeddedDatabase database = postgres.start();
            assertThat(query(database, database.owner(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(folders.progress).isEmpty();
    }

    private static void awaitBack(EmbeddedDatabase database) {
        while (true) {
            try {
                query(database, database.owner(), "SELECT 1");
                return;
            } catch (SQLException notYet) {
                Uninterrupted.pause(Duration.ofMillis(20));
            }
        }
    }

    private static void count(EmbeddedDatabase database, CompletableFuture<String> counted) {
        try {
            counted.complete(query(database, database.owner(), BUSY));
        } catch (SQLException cut) {
            counted.completeExceptionally(cut);
        }
    }

    private static void awaitLoss(EmbeddedPostgres postgres) {
        try {
            postgres.awaitLoss();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
