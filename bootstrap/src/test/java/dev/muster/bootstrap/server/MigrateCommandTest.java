package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at the versions of the schema, go on and go back, as processes of their own. */
@Timeout(120)
@SecondLane
final class MigrateCommandTest {

    @TempDir
    Path folder;

    /** @param status of the process */
    private record Outcome(int status, String out, String err) {}

    @Test
    void goesForwardAndBackOnTheDatabaseThatIsNamed() {
        Map<String, String> variables = Map.of("DATABASE_URL", MusterRunning.url(TestDatabase.create()));

        assertThat(run(variables, "migrate", "status").out().lines())
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.matches("\\d{3}  to come  .+"));
        assertThat(run(variables, "migrate", "--json").out()).matches("\\{\"from\":null,\"to\":\"\\d{3}\"}\\R");
        assertThat(run(variables, "migrate").out()).startsWith("The schema has the newest version, ");
        assertThat(run(variables, "migrate", "verify", "--json").out())
                .isEqualToIgnoringNewLines("{\"verified\":true}");

        assertThat(run(variables, "migrate", "rollback", "--to", "2", "--json").out())
                .startsWith("{\"taken_back\":[\"")
                .endsWith("\"003\"]}\n");
        assertThat(run(variables, "migrate", "rollback").out()).isEqualToIgnoringNewLines("Taken back: 002.");
        assertThat(run(variables, "migrate", "status", "--json").out())
                .startsWith("{\"versions\":[{\"version\":\"001\",\"description\":\"accounts\",\"applied_at\":\"20")
                .contains("{\"version\":\"002\",\"description\":\"tasks\",\"applied_at\":null}");
        assertThat(run(variables, "migrate", "rollback", "--to", "0").out())
                .isEqualToIgnoringNewLines("Taken back: 001.");
        assertThat(run(variables, "migrate", "rollback").out()).startsWith("There is nothing to take back.");
        assertThat(run(variables, "migrate").out()).startsWith("The schema was brought from version 0 to ");
    }

    @Test
    void failsWithOneSentence() {
        Map<String, String> variables = Map.of("DATABASE_URL", MusterRunning.url(TestDatabase.create()));

        Outcome unknown = fail(variables, 1, "migrate", "rollback", "--to", "77");
        assertThat(unknown.err())
                .startsWith("muster: ")
                .contains("can go back to 0")
                .hasLineCount(1);
        assertThat(fail(variables, 2, "migrate", "rollback", "--from", "1").err())
                .contains("--from");
        assertThat(fail(Map.of("DATABASE_URL", "mysql://x"), 1, "migrate", "verify")
                        .err())
                .startsWith("muster: DATABASE_URL must begin with")
                .hasLineCount(1);
    }

    @Test
    void worksOnTheEmbeddedDatabaseWhetherAServerUsesItOrNot() {
        Map<String, String> variables = SharedData.variables();
        assertThat(run(variables, "migrate").out()).startsWith("The schema ");
        assertThat(run(variables, "migrate", "verify").err()).isEmpty();
        assertThat(SharedData.folder().resolve("database/cluster/postmaster.pid"))
                .doesNotExist();

        try (ServerProcess server = ServerProcess.start(folder, variables)) {
            Caller caller = Caller.at(server.awaitAddress());
            Outcome beside = run(variables, "migrate", "status");

            assertThat(beside.out().lines()).isNotEmpty().noneMatch(line -> line.contains("to come"));
            assertThat(beside.err()).isEmpty();
            assertThat(caller.get("/health/ready").status()).isEqualTo(200);

            server.terminate();
            assertThat(server.awaitExit()).isZero();
        }
    }

    private Outcome run(Map<String, String> variables, String... arguments) {
        return fail(variables, 0, arguments);
    }

    private Outcome fail(Map<String, String> variables, int status, String... arguments) {
        try (ServerProcess process = ServerProcess.start(folder, variables, arguments)) {
            int exit = process.awaitExit();
            assertThat(exit).as(process.err()).isEqualTo(status);
            return new Outcome(exit, process.out(), process.err());
        }
    }
}
