package dev.muster.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.shared.WebServer;
import dev.muster.web.testing.RawConnection;
import dev.muster.web.testing.RunningMuster;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OpenConnectionsHttpTest {

    private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    @AutoClose
    private final RunningMuster muster = RunningMuster.start(Map.of(WebServer.MAX_CONNECTIONS, 2));

    @Test
    @Timeout(60)
    void oneMoreThanMayBeOpenIsClosedAndOthersAreServed() throws InterruptedException {
        try (RawConnection first = muster.connect();
                RawConnection second = muster.connect()) {
            first.send(LIVE).until("HTTP/1.1 200 ");
            second.send(LIVE).until("HTTP/1.1 200 ");

            assertThat(answerOnAnother()).isEmpty();
            assertThat(answerOnAnother()).isEmpty();

            first.send(LIVE.replace("live", "ready")).until("\"database\"");
        }
        while (answerOnAnother().isEmpty()) {
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(answerOnAnother()).startsWith("HTTP/1.1 200 ");
    }

    private String answerOnAnother() {
        try (RawConnection another = muster.connect()) {
            another.send(LIVE.replace("Host", "Connection: close\r\nHost"));
            return another.untilClosed();
        } catch (UncheckedIOException closedAlready) {
            return "";
        }
    }
}
