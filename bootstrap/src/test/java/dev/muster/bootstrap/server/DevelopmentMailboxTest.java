package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.Person;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Without a mail server, on the embedded database: mail is shown to who develops on this machine, and to no one else. */
@Timeout(90)
@SecondLane
final class DevelopmentMailboxTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/verify-email\\?token=(\\S{43})");

    @TempDir
    Path folder;

    @Test
    void mailboxShowsTheLetterWithItsLinkToThisMachineOnly() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, SharedData.variables())) {
            URI address = server.awaitAddress();
            Caller caller = Caller.at(address);
            Person ann = Person.join(caller);
            String mailbox = "/dev/mailbox?to=" + ann.email();

            JsonNode mails =
                    caller.undocumented().get(mailbox).expect(200).json().required("data");
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).required("to").asText()).isEqualTo(ann.email());
            Matcher link = LINK.matcher(mails.get(0).required("text").asText());
            assertThat(link.find()).isTrue();
            caller.post("/v1/auth/verify-email", "{\"token\": \"" + link.group(1) + "\"}")
                    .expect(204);

            caller.undocumented().get(mailbox, "X-Forwarded-For", "203.0.113.7").expectProblem(404, "route_not_found");
            assertThat(statusLine(address, mailbox, "muster.example.org")).isEqualTo("HTTP/1.1 404 Not Found");
            assertThat(statusLine(address, mailbox, address.getAuthority())).isEqualTo("HTTP/1.1 200 OK");
            server.terminate();
            assertThat(server.awaitExit()).isZero();
            assertThat(server.err()).doesNotContain("No mail is sent");
        }
    }

    private static String statusLine(URI address, String path, String host) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElseThrow();
        }
    }
}
