package dev.muster.bootstrap.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command that makes the first administrator, as a process of its own. */
@Timeout(180)
@SecondLane
final class CreateAdminCommandTest {

    private static final String PASSWORD = "correct horse bättery";

    @TempDir
    Path folder;

    /** @param status of the process */
    private record Outcome(int status, String out, String err) {}

    @Test
    void makesAnAdministratorAndFailsWithOneSentence() {
        Map<String, String> variables = Map.of(
                "DATABASE_URL",
                MusterRunning.url(TestDatabase.create()),
                "MUSTER_DATA",
                folder.resolve("data").toString());

        Outcome made = create(variables, PASSWORD + "\n", "root", "--json");
        assertThat(made.err()).isEmpty();
        assertThat(made.out())
                .matches("\\{\"id\":\"[0-9a-f-]{36}\",\"email\":\"root@example.org\",\"username\":\"root\"}\\R");

        assertFails(create(variables, PASSWORD, "ROOT"), "Another account has this user name.");
        assertFails(create(variables, "short\n", "other"), "password must have at least 12 characters.");
        assertFails(
                create(variables, "password1234", "other"),
                "password must not be one of the passwords that are tried first.");
        assertFails(create(variables, "", "other"), "No password came on standard input.");
        assertFails(create(variables, "\n" + PASSWORD, "other"), "No password came on standard input.");
        assertFails(
                run(variables, "schl\u00fcssel zum haus".getBytes(ISO_8859_1), "other"),
                "The password on standard input is not UTF-8.");
        assertFails(create(variables, PASSWORD, "a b"), "email must be an e-mail address such as ann@example.org; ");
        assertThat(create(variables, PASSWORD + "\r\nmore\n", "other").out())
                .startsWith("The administrator other was made, with the id ");
    }

    @Test
    void passwordIsNeverAnArgument() {
        try (ServerProcess process = ServerProcess.start(
                folder, Map.of(), "users", "create-admin", "--email", "a@b.org", "--username", "aaa")) {
            assertThat(process.awaitExit()).isGreaterThanOrEqualTo(2);
            assertThat(process.err()).contains("--password-stdin");
        }
    }

    @Test
    void worksOnTheEmbeddedDatabaseWhetherAServerUsesItOrNot() {
        Map<String, String> variables = SharedData.variables();
        assertThat(create(variables, PASSWORD, "before").status()).isZero();

        try (ServerProcess server = ServerProcess.start(folder, variables)) {
            Caller caller = Caller.at(server.awaitAddress());
            assertThat(create(variables, PASSWORD, "beside").status()).isZero();

            for (String name : new String[] {"before", "beside"}) {
                String token = caller.post(
                                "/v1/auth/login",
                                "{\"identifier\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}")
                        .expect(200)
                        .text("access_token");
                assertThat(caller.withToken(token)
                                .get("/v1/users?role=admin&count=true")
                                .expect(200)
                                .json()
                                .required("total_count")
                                .asInt())
                        .isGreaterThanOrEqualTo(2);
            }
            server.terminate();
            assertThat(server.awaitExit()).isZero();
        }
    }

    private static void assertFails(Outcome outcome, String sentence) {
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("muster: ").contains(sentence).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    private Outcome create(Map<String, String> variables, String input, String name, String... more) {
        return run(variables, input.getBytes(UTF_8), name, more);
    }

    private Outcome run(Map<String, String> variables, byte[] input, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("users", "create-admin", "--password-stdin"));
        arguments.addAll(List.of("--email", name + "@example.org", "--username", name));
        arguments.addAll(List.of(more));
        try (ServerProcess process = ServerProcess.fed(input, folder, variables, arguments.toArray(String[]::new))) {
            int exit = process.awaitExit();
            return new Outcome(exit, process.out(), process.err());
        }
    }
}
