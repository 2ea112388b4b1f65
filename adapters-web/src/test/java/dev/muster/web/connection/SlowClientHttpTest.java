package dev.muster.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.shared.WebServer;
import dev.muster.web.testing.RawConnection;
import dev.muster.web.testing.RunningMuster;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send or read as slowly as they can. */
@Timeout(60)
class SlowClientHttpTest {

    private static final Duration TIME = Duration.ofMillis(400);
    private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String REGISTRATION = """
            {"email": "slow@example.org", "username": "slow", "name": "Some One", "password": "a long enough password"}""";

    private static final Map<String, Object> TIMES = Map.of(
            "test.endless",
            true,
            "test.buffers",
            true,
            WebServer.HEAD_TIME,
            TIME,
            WebServer.BODY_TIME,
            TIME,
            WebServer.WRITE_TIME,
            TIME);

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start(TIMES);

    @Test
    void headThatDripsInIsRefused() {
        try (RawConnection slow = muster.connect()) {
            String answer = slow.send("GET /health/live HTTP/1.1\r\nX: ").dripUntilClosed("x");

            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .containsIgnoringCase("\r\ncontent-type: application/problem+json")
                    .containsIgnoringCase("\r\nx-request-id: ")
                    .contains("\"code\":\"request_timeout\"");
        }
    }

    @Test
    void emptyLinesAreNoHead() {
        try (RawConnection slow = muster.connect()) {
            assertThat(slow.send("\r\n").dripUntilClosed("\r\n")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void nextHeadThatDripsInIsRefusedAfterTheAnswerBefore() {
        try (RawConnection slow = muster.connect()) {
            slow.send(LIVE + "GET /health").until("HTTP/1.1 200 ");

            assertThat(slow.dripUntilClosed("x")).containsSubsequence("HTTP/1.1 200 ", "HTTP/1.1 408 ");
        }
    }

    @Test
    void nothingIsAskedOfAConnectionBetweenRequests() throws InterruptedException {
        try (RawConnection connection = muster.connect()) {
            Thread.sleep(TIME.multipliedBy(2));
            connection.send("GET /health/li");
            connection.send("ve HTTP/1.1\r\nHost: x\r\n\r\n").until("HTTP/1.1 200 ");
            Thread.sleep(TIME.multipliedBy(2));
            connection.send("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n").until("HTTP/1.1 404 ");
        }
    }

    @Test
    void bodyThatDripsInIsRefused() {
        try (RawConnection slow = muster.connect()) {
            String answer =
                    slow.send(post("/v1/auth/login", "Content-Length: 100000")).dripUntilClosed(" ");

            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .containsIgnoringCase("\r\ncontent-type: application/problem+json")
                    .contains("\"code\":\"request_timeout\"")
                    .containsOnlyOnce("HTTP/1.");
        }
    }

    @Test
    void bodyThatWasAskedForAndDripsInIsRefused() {
        try (RawConnection slow = muster.connect()) {
            slow.send(post("/v1/auth/login", "Expect: 100-continue\r\nContent-Length: 1000"))
                    .until("HTTP/1.1 100 ");

            assertThat(slow.dripUntilClosed(" ")).containsSubsequence("HTTP/1.1 100 ", "HTTP/1.1 408 ");
        }
    }

    @Test
    void bodyThatDripsInByChunksIsRefused() {
        try (RawConnection slow = muster.connect()) {
            String head = post("/v1/auth/login", "Transfer-Encoding: chunked");

            assertThat(slow.send(head).dripUntilClosed("1\r\n \r\n"))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"request_timeout\"");
        }
    }

    @Test
    void formThatDripsInIsRefused() {
        try (RawConnection slow = muster.connect()) {
            String head = post("/oauth/token", "Content-Length: 1000").replace("json", "x-www-form-urlencoded");

            assertThat(slow.send(head).dripUntilClosed("x"))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"error\":\"invalid_request\"");
        }
    }

    @Test
    void keyOfARequestThatDidNotComeIsFree() {
        String head = "Idempotency-Key: slow\r\nContent-Length: ";
        try (RawConnection slow = muster.connect();
                RawConnection whole = muster.connect()) {
            String refused = slow.send(post("/v1/auth/register", head + 1000)).dripUntilClosed(" ");
            assertThat(refused).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request_timeout\"");

            whole.send(post("/v1/auth/register", head + REGISTRATION.length()) + REGISTRATION);

            assertThat(whole.until("\r\n\r\n")).startsWith("HTTP/1.1 202 ");
        }
    }

    @Test
    void connectionIsClosedWhereTheRequestIsAnsweredAlready() {
        try (RawConnection slow = muster.connect()) {
            String answer =
                    slow.send(post("/v1/tasks", "Content-Length: 100000")).dripUntilClosed(" ");

            assertThat(answer).startsWith("HTTP/1.1 401 ").containsOnlyOnce("HTTP/1.");
        }
    }

    @Test
    void connectionIsClosedOfWhoReadsNothing() {
        try (RawConnection deaf = muster.connect()) {
            deaf.send("GET /endless/download HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(EndlessController.CLOSED).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void memoryIsGivenBack() throws InterruptedException {
        CountedBuffers buffers = muster.context().getBean(CountedBuffers.class);
        String part = " ".repeat(20_000);
        for (String header : new String[] {"X: x", "Idempotency-Key: given-back"}) {
            try (RawConnection slow = muster.connect()) {
                slow.send(post("/v1/auth/login", header + "\r\nContent-Length: 100000") + part);
                assertThat(slow.dripUntilClosed(" ")).startsWith("HTTP/1.1 408 ");
            }
        }
        while (buffers.bytes() > 0) {
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(buffers.peak()).isGreaterThan(part.length());
    }

    @Test
    void stopWaitsForNoneOfThem() {
        try (RunningMuster stopping = RunningMuster.start(TIMES);
                RawConnection silent = stopping.connect();
                RawConnection idle = stopping.connect();
                RawConnection inHead = stopping.connect();
                RawConnection inBody = stopping.connect();
                RawConnection deaf = stopping.connect()) {
            idle.send(LIVE).until("HTTP/1.1 200 ");
            inHead.send("GET /health");
            inBody.send(post("/v1/auth/login", "Content-Length: 1000"));
            deaf.send("GET /endless/download HTTP/1.1\r\nHost: x\r\n\r\n").until("xxx");

            assertThat(stopping.context().getBean(NettyEmbeddedServer.class).shutdownGracefully())
                    .succeedsWithin(Duration.ofSeconds(30));
            assertThat(silent.untilClosed()).isEmpty();
            assertThat(inBody.untilClosed()).startsWith("HTTP/1.1 408 ");
        }
    }

    private static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n";
    }
}
