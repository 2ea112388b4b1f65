package dev.muster.bootstrap.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class SecretInputTest {

    @Test
    void secretIsTheFirstLineWithoutItsEnd() {
        assertThat(read("bättery".getBytes(UTF_8))).isEqualTo("bättery");
        assertThat(read("secret\nmore\n".getBytes(UTF_8))).isEqualTo("secret");
        assertThat(read("secret\r\nmore".getBytes(UTF_8))).isEqualTo("secret");
        assertThat(read(" secret ".getBytes(UTF_8))).isEqualTo(" secret ");
    }

    @Test
    void whoTypesItNeedNotCloseTheInput() throws IOException {
        var in = new ByteArrayInputStream("secret\nmore".getBytes(UTF_8));

        assertThat(SecretInput.firstLine(in, "password", 100)).isEqualTo("secret");
        assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("more");
    }

    @Test
    void endlessLineIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThat(SecretInput.firstLine(endless, "password", 100)).hasSize(100);
    }

    @Test
    void whatCantBeReadIsToldWithoutTheSecret() {
        assertFails(() -> read(new byte[0]), "No password came on standard input.");
        assertFails(() -> read("\nsecret".getBytes(UTF_8)), "No password came on standard input.");
        assertFails(() -> read("schlüssel".getBytes(ISO_8859_1)), "The password on standard input is not UTF-8.");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        };
        assertFails(() -> SecretInput.firstLine(broken, "password", 100), "Standard input can't be read.");
    }

    private static String read(byte[] input) {
        return SecretInput.firstLine(new ByteArrayInputStream(input), "password", 100);
    }

    private static void assertFails(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(StartupFailure.class).hasMessage(sentence);
    }
}
