package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.bootstrap.settings.StartupFailure;
import dev.muster.security.session.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterKeyFileTest {

    private static final String KEY = "bXVzdGVyIG11c3RlciBtdXN0ZXIgbXVzdGVyIG11c3Q=";

    @TempDir
    Path folder;

    @Test
    void makesAKeyOnceForItsOwnerOnly() throws IOException {
        Path data = folder.resolve("new");
        MasterKey made = MasterKeyFile.read(settings(data));
        Path file = data.resolve("master.key");

        assertThat(MasterKeyFile.read(settings(data)).text()).isEqualTo(made.text());
        assertThat(Files.readString(file).strip()).isEqualTo(made.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(data.toFile().list()).containsExactly("master.key");
    }

    @Test
    void makesOneKeyForAllWhoStartTogether() {
        Set<String> keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> MasterKeyFile.read(settings(folder)).text())
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("master.key");
    }

    @Test
    void prefersTheKeyThatIsSet() {
        Settings settings =
                Settings.read(new Environment(Map.of("MUSTER_DATA", folder.toString(), "MUSTER_SECRET_KEY", KEY)));

        assertThat(MasterKeyFile.read(settings).text()).isEqualTo(KEY);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAKeyThatIsNoneWithoutRepeatingIt() throws IOException {
        Settings set = Settings.read(
                new Environment(Map.of("MUSTER_DATA", folder.toString(), "MUSTER_SECRET_KEY", "c2hvcnQ=")));
        Path file = Files.writeString(folder.resolve("master.key"), KEY.substring(0, 20));

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> MasterKeyFile.read(set))
                .withMessageStartingWith("MUSTER_SECRET_KEY is not usable: it has 5 bytes, and")
                .withMessageNotContaining("c2hvcnQ=");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> MasterKeyFile.read(settings(folder)))
                .withMessageStartingWith("The file " + file + " is not usable: it has 15 bytes, and")
                .withMessageNotContaining(KEY.substring(0, 20));
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Path key = folder.resolve("master.key");
        Path nowhere = folder.resolve("nowhere");

        Files.createSymbolicLink(key, nowhere);
        assertThatRefusalOf(folder).endsWith("can't be read or written: there is no " + key + ".");
        Files.delete(key);
        Files.createDirectory(key);
        assertThatRefusalOf(folder).endsWith("can't be read or written: Is a directory.");
        Files.delete(key);
        Files.write(key, new byte[] {'s', 'e', (byte) 0xff});
        assertThatRefusalOf(folder).endsWith("can't be read or written: it is not text in UTF-8.");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> MasterKeyFile.read(settings(file)))
                .withMessageContaining(file + " is not a folder");
    }

    private static AbstractStringAssert<?> assertThatRefusalOf(Path data) {
        StartupFailure refusal = catchThrowableOfType(StartupFailure.class, () -> MasterKeyFile.read(settings(data)));
        return assertThat(refusal.getMessage()).startsWith("The master key " + data.resolve("master.key"));
    }

    private static Settings settings(Path data) {
        return Settings.read(new Environment(Map.of("MUSTER_DATA", data.toString())));
    }
}
