package dev.muster.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems on which PostgreSQL's programs fail, played by shell scripts. */
final class PostgresProgramsTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhichSystemHasNoPrograms() {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> PostgresArchive.of("SunOS", "sparc"))
                .withMessage(
                        "This build of Muster brings no PostgreSQL for SunOS on sparc; set DATABASE_URL to use another one.");
    }

    @Test
    void tellsWhatInitdbSaidLast() throws IOException {
        script("initdb", "echo working; echo 'initdb: error: disk full' >&2; exit 1");

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(this::setUp)
                .withMessage("The embedded database cannot be set up in " + folder + ": initdb: error: disk full.");
        assertThat(folder.resolve("database")).doesNotExist();
    }

    @Test
    void tellsWhyTheRolesWereNotMade() throws IOException {
        script("initdb", "mkdir \"${1#--pgdata=}\"");
        script("postgres", "exit 1");

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(this::setUp)
                .withMessage("The roles of the embedded database cannot be made in " + folder + ": it said nothing.");
    }

    @Test
    void tellsThatRootNeedsAUserNamespace() throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        "sh", "-c", "echo 'unshare: unshare failed: Operation not permitted'; exit 1")
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> PostgresPrograms.outcome(process, output))
                .withMessageStartingWith("PostgreSQL does not run as root");
    }

    @Test
    void keepsVariablesFromThePrograms() throws IOException {
        script("show", "env | sort | tr '\\n' ' '");

        assertThat(new PostgresPrograms(folder)
                        .run(folder.resolve("output"), "", "show")
                        .lastLine())
                .contains("LC_ALL=C", "PATH=", "TZ=UTC")
                .doesNotContain("HOME=", "USER=");
    }

    @Test
    void namesTheReasonOfTheFileSystem() {
        assertThat(DataFolder.unusable(folder, new AccessDeniedException("/data")))
                .hasMessage("The data folder " + folder + " cannot be used: permission denied for /data.");
        assertThat(DataFolder.unusable(folder, new FileSystemException("/data", null, "No space left on device")))
                .hasMessageEndingWith("cannot be used: No space left on device.");
    }

    @Test
    void choosesALocaleThatTheSystemHas() {
        assertThat(ClusterSetUp.utf8Locale("Linux")).isEqualTo("C.UTF-8");
        assertThat(ClusterSetUp.utf8Locale("Mac OS X")).isEqualTo("en_US.UTF-8");
    }

    @Test
    void showsNoPasswords() {
        RolePasswords passwords = RolePasswords.random(new SecureRandom());

        assertThat(passwords).hasToString("RolePasswords[]");
        assertThat(passwords.owner()).hasSize(32).isNotEqualTo(passwords.application());
    }

    private void setUp() throws IOException {
        new ClusterSetUp(new PostgresPrograms(folder)).setUp(new Cluster(folder.resolve("database")));
    }

    private void script(String name, String body) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
