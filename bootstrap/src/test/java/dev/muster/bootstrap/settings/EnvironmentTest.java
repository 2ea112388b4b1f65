package dev.muster.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void findsWhatIsSet() {
        assertThat(new Environment(Map.of("MUSTER_PORT", "8080")).find("MUSTER_PORT"))
                .contains("8080");
    }

    @Test
    void takesBlankForAbsent() {
        var environment = new Environment(Map.of("EMPTY", "", "BLANK", "  ", "NAMELESS_FILE", ""));

        assertThat(environment.find("EMPTY")).isEmpty();
        assertThat(environment.find("BLANK")).isEmpty();
        assertThat(environment.find("NAMELESS")).isEmpty();
        assertThat(environment.find("ABSENT")).isEmpty();
    }

    @Test
    void readsTheFileWithoutItsLastLineEndOnly() throws IOException {
        assertThat(fromFile("s3cret\n")).contains("s3cret");
        assertThat(fromFile("s3cret\r\n")).contains("s3cret");
        assertThat(fromFile("s3cret")).contains("s3cret");
        assertThat(fromFile(" two\nlines \n\n")).contains(" two\nlines \n");
    }

    @Test
    void refusesBothForms() {
        var environment = new Environment(Map.of("KEY", "s3cret", "KEY_FILE", "/run/key"));

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> environment.find("KEY"))
                .withMessage("Both KEY and KEY_FILE are set; keep one of them.");
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> new Environment(Map.of("KEY_FILE", "/no/such/file")).find("KEY"))
                .withMessage("The file /no/such/file, named by KEY_FILE, cannot be read: there is no /no/such/file.");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> new Environment(Map.of("KEY_FILE", "nul\0")).find("KEY"))
                .withMessageContaining("cannot be read: that is no path.");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> fromFile("\n"))
                .withMessageContaining("is empty");
    }

    @Test
    void showsNoValues() {
        assertThat(new Environment(Map.of("KEY", "s3cret"))).hasToString("Environment[KEY]");
    }

    @Test
    void readsThisProcess() {
        assertThat(Environment.ofProcess().variables()).isEqualTo(System.getenv());
    }

    private Optional<String> fromFile(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), content);
        return new Environment(Map.of("KEY_FILE", file.toString())).find("KEY");
    }
}
