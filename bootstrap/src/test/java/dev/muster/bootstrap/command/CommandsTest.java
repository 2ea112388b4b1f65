package dev.muster.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.settings.Setting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, as it takes away the output of the whole JVM. */
@Isolated
final class CommandsTest {

    /** @param status of the process */
    private record Outcome(int status, String out, String err) {}

    @Test
    void tellsTheVersion() {
        Outcome outcome = run("version");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("muster \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void listsTheCommands() {
        Outcome outcome = run("help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Usage: muster", "COMMAND", "serve", "version");
        assertThat(run("--help")).isEqualTo(outcome);
        assertThat(run("-h")).isEqualTo(outcome);
    }

    @Test
    void listsEverySettingOfTheServer() {
        Outcome outcome = run("serve", "--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Usage: muster serve");
        assertThat(outcome.out().lines().map(String::strip))
                .containsAll(Arrays.stream(Setting.values())
                        .map(setting -> setting.help().strip())
                        .toList());
        assertThat(run("help", "serve").out()).isEqualTo(outcome.out());
    }

    @Test
    void refusesWhatIsNoCommand() {
        for (String[] wrong : new String[][] {
            {"sevre"},
            {"serve", "--port=1"},
            {"version", "now"},
            {"mail"},
            {"mail", "retry"},
            {"mail", "retry", "ann"},
            {"mail", "retry", "00000000-0000-7000-8000-000000000001", "--all"},
            {}
        }) {
            Outcome outcome = run(wrong);

            assertThat(outcome.status()).as(Arrays.toString(wrong)).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ");
        }
    }

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
        try {
            int status = MusterCommand.run(arguments);
            return new Outcome(status, said.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
