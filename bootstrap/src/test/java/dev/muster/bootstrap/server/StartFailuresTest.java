package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.MusterRunning;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can't start Muster reads one sentence that says why. */
@SecondLane
final class StartFailuresTest {

    private static final String SECRET = "s3cretPassw0rd";

    @TempDir
    static Path folder;

    private final MusterRunning running = MusterRunning.ofThisJvm();

    @Test
    void namesThePortThatIsUsed() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(failure(Map.of("MUSTER_PORT", Integer.toString(other.getLocalPort()))))
                    .contains("127.0.0.1:" + other.getLocalPort(), "MUSTER_PORT");
        }
    }

    @Test
    void namesTheDatabaseThatIsNotReached() throws IOException {
        int port = closedPort();

        assertThat(failure(Map.of("DATABASE_URL", url("127.0.0.1:" + port + "/muster"))))
                .contains("127.0.0.1:" + port, "reached");
    }

    @Test
    void namesTheDatabaseThatDoesNotExist() {
        String url = MusterRunning.url(running.database()).replaceFirst("/muster_test_[0-9_]+", "/muster_nowhere");

        assertThat(failure(Map.of("DATABASE_URL", url))).contains("no database", "muster_nowhere");
    }

    @Test
    void namesTheSettingThatIsNotUsable() {
        assertThat(failure(Map.of("MUSTER_PORT", "http"))).contains("MUSTER_PORT must be");
        assertThat(failure(Map.of("DATABASE_URL", "mysql://ann:" + SECRET + "@localhost/x")))
                .contains("DATABASE_URL must begin with postgresql://");
        assertThat(failure(Map.of("DATABASE_URL", url("localhost/x?sslmode=on"))))
                .contains("DATABASE_URL has an sslmode that is none of disable,");
        assertThat(failure(Map.of("MUSTER_SECRET_KEY", SECRET)))
                .contains("MUSTER_SECRET_KEY is not usable: it has 10 bytes");
    }

    @Test
    void saysThatKeysAreSealedUnderAnotherMasterKey() {
        assertThat(failure(Map.of("MUSTER_SECRET_KEY", "b3RoZXIgb3RoZXIgb3RoZXIgb3RoZXIgb3RoZXIgb3Q=")))
                .contains("MUSTER_SECRET_KEY");
    }

    @Test
    void namesTheFolderThatAnotherMusterHolds() throws IOException {
        Path data = SharedData.folder();
        Map<String, String> variables = SharedData.variables();
        try (ServerProcess holder = ServerProcess.start(folder, variables)) {
            holder.awaitAddress();
            assertThat(outcome(variables)).contains("data folder " + data, "in use");

            List<String> pid = Files.readAllLines(data.resolve("database/cluster/postmaster.pid"));
            String url = "postgresql://muster_app:" + SECRET + "@127.0.0.1:" + pid.get(3) + "/muster";
            assertThat(failure(Map.of("DATABASE_URL", url))).contains("refuses the login muster_app");

            holder.terminate();
            assertThat(holder.awaitExit()).isZero();
        }
    }

    /** The sentence, where all but these variables is as in a Muster that does start. */
    private String failure(Map<String, String> wrong) {
        Map<String, String> variables = new HashMap<>(running.variables());
        variables.putAll(wrong);
        return outcome(variables);
    }

    private static String outcome(Map<String, String> variables) {
        try (ServerProcess process = ServerProcess.start(folder, variables)) {
            assertThat(process.awaitExit()).as(process.err()).isEqualTo(1);
            assertThat(process.out()).isEmpty();
            String said = process.err();
            assertThat(said).startsWith("muster: ").endsWith(".\n").doesNotContain(SECRET);
            assertThat(said.lines()).as(said).hasSize(1);
            return said;
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String url(String place) {
        return "postgresql://ann:" + SECRET + "@" + place;
    }
}
