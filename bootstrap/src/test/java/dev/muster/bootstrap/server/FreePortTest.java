package dev.muster.bootstrap.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@SecondLane
final class FreePortTest {

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void isTheOneThatTokensNameAsTheirIssuer() {
        try (ServerProcess server = ServerProcess.start(folder, SharedData.variables())) {
            URI address = server.awaitAddress();
            String token =
                    String.valueOf(Person.join(Caller.at(address)).signedIn().token());

            String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
            assertThat(claims).contains("\"iss\":\"http://localhost:" + address.getPort() + "\"");
            server.terminate();
            assertThat(server.awaitExit()).isZero();
        }
    }
}
