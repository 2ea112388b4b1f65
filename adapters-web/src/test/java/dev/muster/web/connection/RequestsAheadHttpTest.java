package dev.muster.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.RawConnection;
import dev.muster.web.testing.RunningMuster;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests sent before the answers to those before them have come (RFC 9112, section 9.3.2). */
@Timeout(60)
class RequestsAheadHttpTest {

    private static final Pattern ID = Pattern.compile("(?i)x-request-id: (\\d+)");

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void requestsAheadAreAnsweredInTheirOrder() {
        try (RawConnection connection = muster.connect()) {
            connection.send(requests("/health/live", 1, 100));
            String answers = connection
                    .send("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Request-Id: 101\r\nConnection: close\r\n\r\n")
                    .untilClosed();

            assertThat(ids(answers)).isEqualTo(numbers(1, 101));
        }
    }

    private static String requests(String path, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> "GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + id + "\r\n\r\n")
                .collect(Collectors.joining());
    }

    private static String ids(String answers) {
        return ID.matcher(answers).results().map(found -> found.group(1)).collect(Collectors.joining(" "));
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }
}
