package dev.muster.persistence.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.testkit.tls.Certificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told where driver and server don't agree on TLS; by stand-ins, as any server may be that of the tests. */
@Timeout(60)
final class TlsFaultsTest {

    private static Certificate shown;
    private static Certificate other;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        shown = Certificate.in(Files.createDirectory(folder.resolve("shown")));
        other = Certificate.in(Files.createDirectory(folder.resolve("other")));
    }

    @Test
    void serverWithoutTlsIsTold() throws IOException {
        try (Door door = new Door(null)) {
            assertThat(told(door, "localhost", "sslmode=require"))
                    .isEqualTo("No connection to the database at " + door.address("localhost")
                            + " comes about: The server does not support SSL (sslmode=require).");
        }
    }

    @Test
    void certificateThatIsNotTrustedIsTold() throws IOException, GeneralSecurityException {
        try (Door door = new Door(shown.sockets())) {
            assertThat(told(door, "localhost", "sslmode=verify-full&sslrootcert=" + other.pem()))
                    .startsWith("The certificate of the database at " + door.address("localhost") + " is not trusted: ")
                    .endsWith("; the file that sslrootcert names has to hold who issued it.")
                    .doesNotContain("Exception", "java.", "sun.");
        }
    }

    @Test
    void certificateOfAnotherServerIsTold() throws IOException, GeneralSecurityException {
        try (Door door = new Door(shown.sockets())) {
            assertThat(told(door, "127.0.0.1", "sslmode=verify-full&sslrootcert=" + shown.pem()))
                    .startsWith("No connection to the database at " + door.address("127.0.0.1"))
                    .contains("hostname 127.0.0.1 could not be verified")
                    .endsWith(" (sslmode=verify-full).");
        }
    }

    @Test
    void certificatesThatAreNotThereAreTold() throws IOException, GeneralSecurityException {
        Path nowhere = folder.resolve("nowhere.pem");
        try (Door door = new Door(shown.sockets())) {
            assertThat(told(door, "localhost", "sslmode=verify-ca&sslrootcert=" + nowhere))
                    .startsWith("No connection to the database at ")
                    .contains(nowhere.toString())
                    .endsWith(" (sslmode=verify-ca).");
        }
    }

    private static String told(Door door, String host, String parameters) {
        var migrations = new Migrations("jdbc:" + door.address(host) + "?" + parameters, "ann", "s3cret");
        String sentence =
                catchThrowableOfType(MigrationFailure.class, migrations::run).getMessage();
        assertThat(sentence)
                .doesNotContain("s3cret", "can't be reached")
                .endsWith(".")
                .doesNotContain("..");
        return sentence;
    }

    /** A server as far as to the question of TLS: it refuses, or says yes and shows a certificate. */
    private static final class Door implements AutoCloseable {

        private static final int QUESTION = 8;

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final @Nullable SSLSocketFactory tls;

        Door(@Nullable SSLSocketFactory tls) throws IOException {
            this.tls = tls;
            Thread.ofVirtual().start(this::accept);
        }

        String address(String host) {
            return "postgresql://" + host + ":" + socket.getLocalPort() + "/muster";
        }

        private void accept() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    answer(client);
                } catch (IOException gone) {
                    // The driver went, as it should, or the door was closed.
                }
            }
        }

        private void answer(Socket client) throws IOException {
            client.getInputStream().readNBytes(QUESTION);
            client.getOutputStream().write(tls == null ? 'N' : 'S');
            if (tls != null) {
                try (SSLSocket secured = (SSLSocket) tls.createSocket(client, null, client.getPort(), true)) {
                    secured.setUseClientMode(false);
                    secured.startHandshake();
                    secured.getInputStream().read();
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
