package dev.muster.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.settings.Setting;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, as it takes away the output of the whole JVM. */
@Isolated
final class CommandsTest {

    @Test
    void tellsTheVersion() {
        Outcome outcome = Outcome.of("version");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).matches("muster \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void tellsTheVersionToMachines() {
        String version = Outcome.of("version").out().strip().replaceFirst("muster ", "");
        Outcome outcome = Outcome.of("version", "--json");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualToIgnoringNewLines("{\"version\":\"" + version + "\"}");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void listsTheCommands() {
        Outcome outcome = Outcome.of("help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Usage: muster", "COMMAND", "serve", "version");
        assertThat(Outcome.of("--help")).isEqualTo(outcome);
        assertThat(Outcome.of("-h")).isEqualTo(outcome);
    }

    @Test
    void listsEverySettingOfTheServer() {
        Outcome outcome = Outcome.of("serve", "--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("Usage: muster serve");
        assertThat(outcome.out().lines().map(String::strip))
                .containsAll(Arrays.stream(Setting.values())
                        .map(setting -> setting.help().strip())
                        .toList());
        assertThat(Outcome.of("help", "serve").out()).isEqualTo(outcome.out());
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
            Outcome outcome = Outcome.of(wrong);

            assertThat(outcome.status()).as(Arrays.toString(wrong)).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ");
        }
    }

    @Test
    void saysInOneLineWhatIsNoId() {
        for (String wrong : new String[] {"abc", "1-1-1-1-1", "00000000-0000-7000-8000-00000000000x"}) {
            Outcome outcome = Outcome.of("mail", "retry", wrong);

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err().lines().findFirst()).get().asString().contains("(ID)", "not an id such as");
            assertThat(outcome.err()).doesNotContain("UUID", "Exception", "java.");
        }
    }
}
