package dev.muster.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.bootstrap.database.Login;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.server.Database;
import dev.muster.bootstrap.server.UseCases;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands on a database do there, and what they tell of it, in the JVM of the tests. */
@Timeout(60)
final class ReportsTest {

    private static final String ANN = "00000000-0000-7000-8000-000000000001";
    private static final String BOB = "00000000-0000-7000-8000-000000000002";

    private final TestDatabase empty = TestDatabase.create();

    @TempDir
    Path folder;

    @Test
    void schemaGoesForwardAndBack() {
        Database database = database();
        String newest = database.versions().status().getLast().number();

        assertThat(status(database).lines()).allMatch(line -> line.matches("\\d{3}  to come  .+"));
        assertThat(told(new MigrateCommand().work(database)))
                .isEqualTo("The schema was brought from version 0 to " + newest + ".");
        assertThat(told(new MigrateCommand().work(database)))
                .isEqualTo("The schema has the newest version, " + newest + ".");
        assertThat(told(new MigrateVerifyCommand().work(database))).endsWith(" are those of this Muster.");
        assertThat(json(status(database)).at("/versions/0/applied_at").asText()).startsWith("20");

        assertThat(told(parsed(new MigrateRollbackCommand(), "--to", "2").work(database)))
                .startsWith("Taken back: " + newest + ", ")
                .endsWith(", 003.");
        assertThat(told(parsed(new MigrateRollbackCommand()).work(database))).isEqualTo("Taken back: 002.");
        assertThat(status(database).lines().getFirst()).matches("001  20\\S+Z  accounts");
        assertThat(json(status(database)).at("/versions/1/applied_at").isNull()).isTrue();
        assertThat(told(parsed(new MigrateRollbackCommand()).work(database))).isEqualTo("Taken back: 001.");
        assertThat(told(parsed(new MigrateRollbackCommand()).work(database)))
                .isEqualTo("There is nothing to take back.");
    }

    @Test
    void operatorWorksByUseCasesWithoutAServer() throws SQLException {
        try (UseCases useCases = useCases()) {
            keysAreRotatedInTurnOrAtOnce(useCases);
            lettersThatWereGivenUpAreListedAndSentAgain(useCases);
        }
    }

    private void keysAreRotatedInTurnOrAtOnce(UseCases useCases) {
        DatabaseCommand.Report inTurn = new KeysRotateCommand().work(useCases);
        assertThat(told(inTurn)).endsWith("; tokens of the keys before it are accepted until they expire.");
        assertThat(json(inTurn).required("others_accepted").asBoolean()).isTrue();

        DatabaseCommand.Report atOnce = parsed(new KeysRotateCommand(), "--now").work(useCases);
        assertThat(told(atOnce))
                .startsWith("The key " + json(atOnce).required("kid").asText() + " (ES256) signs from ")
                .endsWith("; tokens of other keys are refused.");
        assertThat(json(atOnce).required("others_accepted").asBoolean()).isFalse();
    }

    private void lettersThatWereGivenUpAreListedAndSentAgain(UseCases useCases) throws SQLException {
        assertThat(told(new MailListCommand().work(useCases))).isEqualTo("No letter was given up.");
        empty.execute("""
                insert into muster.outbox (id, kind, email, details, attempts, last_error, created_at) values
                ('%s', 'password_changed', 'ann@example.org', '{"name": "Ann"}', 7, '554 no\n such person', '2026-03-02T09:00:00Z'),
                ('%s', 'verify_email', 'bob@example.org', '{"name": "Bob"}', 1, '550 away', '2026-03-02T09:00:01Z')""".formatted(ANN, BOB));

        DatabaseCommand.Report listed = new MailListCommand().work(useCases);
        assertThat(listed.lines())
                .containsExactly(
                        BOB + "  2026-03-02T09:00:01Z  verify_email  bob@example.org  attempts: 1  550 away",
                        ANN
                                + "  2026-03-02T09:00:00Z  password_changed  ann@example.org  attempts: 7  554 no  such person");
        assertThat(json(listed).at("/letters/1/reason").asText()).isEqualTo("554 no\n such person");

        assertThat(told(parsed(new MailRetryCommand(), ANN).work(useCases))).isEqualTo("1 letter is sent again.");
        assertThatThrownBy(() -> parsed(new MailRetryCommand(), ANN).work(useCases))
                .isInstanceOf(StartupFailure.class)
                .hasMessage("No letter with the id " + ANN + " was given up.");
        assertThat(told(parsed(new MailRetryCommand(), "--all").work(useCases))).isEqualTo("1 letter is sent again.");
        assertThat(told(parsed(new MailRetryCommand(), "--all").work(useCases))).isEqualTo("0 letters are sent again.");
    }

    private static DatabaseCommand.Report status(Database database) {
        return new MigrateStatusCommand().work(database);
    }

    private static String told(DatabaseCommand.Report report) {
        assertThat(report.lines()).hasSize(1);
        return report.lines().getFirst();
    }

    private static JsonNode json(DatabaseCommand.Report report) {
        return new ObjectMapper().valueToTree(report.json());
    }

    private static <T> T parsed(T command, String... arguments) {
        new CommandLine(command).parseArgs(arguments);
        return command;
    }

    private Database database() {
        var login = new Login(empty.user(), empty.password());
        return new Database(empty.jdbcUrl(), login, login, "");
    }

    private UseCases useCases() {
        var variables = Map.of(
                "DATABASE_URL",
                MusterRunning.url(empty),
                "MUSTER_SECRET_KEY",
                "bXVzdGVyIG11c3RlciBtdXN0ZXIgbXVzdGVyIG11c3Q=",
                "MUSTER_DATA",
                folder.resolve("data").toString());
        return UseCases.over(Settings.read(new Environment(variables)), database());
    }
}
