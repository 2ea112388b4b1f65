package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.database.EmbeddedPostgresFolders;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL is killed under a running Muster. */
@Timeout(90)
@SecondLane
final class KilledPostgresTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void servesAgainWithinSecondsAndKeepsWhatItAcknowledged() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, SharedData.variables())) {
            Caller ann = Person.join(Caller.at(server.awaitAddress())).signedIn();
            String kept =
                    ann.post("/v1/tasks", "{\"title\": \"kept\"}").expect(201).text("id");
            EmbeddedPostgresFolders.kill(postmaster());

            long begin = System.nanoTime();
            Caller again = ann.undocumented();
            while (again.get("/v1/tasks/" + kept).status() != 200
                    || again.post("/v1/tasks", "{\"title\": \"goes on\"}").status() != 201) {
                ServerProcess.pause();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
            assertThat(again.get("/health/ready").status()).isEqualTo(200);
            assertThat(server.err())
                    .containsOnlyOnce("has ended unexpectedly")
                    .containsOnlyOnce("runs again after")
                    .doesNotContain("kagkarlsson", "\tat ");

            server.terminate();
            assertThat(server.awaitExit()).isZero();
        }
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void endsWithAFailureWhenTheDatabaseCannotBeStartedAgain() throws IOException {
        Path spoilt = SharedData.folder().resolve("postgresql.local.conf");
        try (ServerProcess server = ServerProcess.start(folder, SharedData.variables())) {
            server.awaitAddress();
            Files.writeString(spoilt, "no_such_setting = on\n");
            EmbeddedPostgresFolders.kill(postmaster());

            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.err().lines().filter(line -> line.contains("ERROR [postgres-watch]")))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("can't be started again, so Muster stops: configuration file")
                    .endsWith("contains errors.");
            assertThat(server.err()).doesNotContain("\tat ");
        } finally {
            Files.deleteIfExists(spoilt);
        }
    }

    @Test
    void startsNothingWhenItIsKilledDuringAStop() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, SharedData.variables())) {
            Caller caller = Caller.at(server.awaitAddress());
            ProcessHandle postgres = postmaster();
            server.terminate();
            ServerProcess.awaitStopping(caller);
            EmbeddedPostgresFolders.kill(postgres);

            assertThat(server.awaitExit()).isZero();
            assertThat(server.err()).doesNotContain("starting it again");
        }
    }

    private static Path cluster() {
        return SharedData.folder().resolve("database/cluster");
    }

    private static ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
