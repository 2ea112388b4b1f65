package dev.muster.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.shared.WebServer;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a handler is run, and when the key is set free. */
class RunOnceHttpTest {

    @AutoClose
    private static final RunningMuster muster =
            RunningMuster.start(Map.of("test.probe", true, "test.proxies", "127.0.0.1", WebServer.EVEN_STEP, "200ms"));

    private final Sender send = new Sender(muster);
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void begin() {
        ProbeController.RUNS.set(0);
    }

    @Test
    void repeatIsRefusedWhileTheFirstRuns() throws InterruptedException {
        var running = CompletableFuture.supplyAsync(() -> send.post("/v1/probe/slow", null, null, key));
        ProbeController.BEGUN.acquire();

        Answer early = send.post("/v1/probe/slow", null, null, key).expectProblem(409, "idempotency_key_in_use");
        assertThat(early.header("Retry-After")).isEqualTo("1");
        send.post("/v1/probe/text", null, null, key).expectProblem(422, "idempotency_key_reused");
        ProbeController.RELEASED.release();
        Answer first = running.join().expect(201);
        Answer second = send.post("/v1/probe/slow", null, null, key).expect(201);

        assertThat(second.body()).isEqualTo(first.body()).isEqualTo("{\"run\":1}");
        assertThat(second.header("Location")).isEqualTo("/v1/probe/1");
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void answerIsKeptThoughTheClientWentAway() throws InterruptedException {
        String head = "POST /v1/probe/slow HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + key
                + "\r\nContent-Length: 0\r\n\r\n";
        muster.cut(head, ProbeController.BEGUN);
        ProbeController.RELEASED.release();

        Answer repeated;
        do {
            repeated = send.post("/v1/probe/slow", null, null, key);
            assertThat(repeated.status()).as(repeated.body()).isIn(201, 409);
        } while (repeated.status() == 409);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ProbeController.RUNS).hasValue(1);
    }

    @Test
    void textAndNothingAreKeptAsTheyAre() {
        String text = send.post("/v1/probe/text", null, null, key).expect(200).body();
        assertThat(text).isEqualTo("\"é1\"");
        assertThat(send.post("/v1/probe/text", null, null, key).expect(200).body())
                .isEqualTo(text);

        Answer first = send.post("/v1/probe/nothing", null, null, key + "2").expect(204);
        Answer second = send.post("/v1/probe/nothing", null, null, key + "2").expect(204);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(ProbeController.RUNS).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 408, 413, 429, 500, 503})
    void whatMayPassNextTimeIsRunAgain(int status) {
        String body = "{\"status\": " + status + "}";
        send.post("/v1/probe/status", null, body, key);
        Answer second = send.post("/v1/probe/status", null, body, key);

        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(ProbeController.RUNS).hasValue(2);
    }

    @Test
    void bugLeavesTheKeyFree() {
        send.post("/v1/probe/bug", null, null, key).expectProblem(500, "internal_error");
        send.post("/v1/probe/bug", null, null, key).expectProblem(500, "internal_error");

        assertThat(ProbeController.RUNS).hasValue(2);
    }

    @Test
    void answerThatIsTooLongToBeKeptIsNotRunAgain() {
        send.post("/v1/probe/long", null, "{\"length\": 300000}", key).expect(200);

        send.post("/v1/probe/long", null, "{\"length\": 300000}", key)
                .expectProblem(409, "idempotency_outcome_unknown");
        String most = send.post("/v1/probe/long", null, "{\"length\": 250000}", key + "2")
                .expect(200)
                .body();
        assertThat(send.post("/v1/probe/long", null, "{\"length\": 250000}", key + "2")
                        .body())
                .isEqualTo(most);
        assertThat(ProbeController.RUNS).hasValue(2);
    }

    @Test
    void unknownCallersOfOtherNetworksHaveOtherKeys() {
        String first = from("192.0.2.1").body();

        assertThat(from("192.0.2.1").body()).isEqualTo(first);
        assertThat(from("192.0.2.2").body()).isNotEqualTo(first);
        assertThat(from("2001:db8::1").body()).isEqualTo(from("2001:db8::2").body());
        assertThat(ProbeController.RUNS).hasValue(3);
    }

    private Answer from(String address) {
        return muster.send(send.request("/v1/probe/text", null, null, key).header("X-Forwarded-For", address));
    }

    @Test
    void repeatedRegistrationComesAtAnEvenTimeToo() {
        String body = """
                {"email": "eve@example.org", "username": "eve", "name": "Eve", "password": "%s"}""".formatted(RunningMuster.PASSWORD);
        send.post("/v1/auth/register", null, body, key).expect(202);
        long begun = System.nanoTime();
        Answer repeated = send.post("/v1/auth/register", null, body, key).expect(202);

        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(200_000_000L);
    }
}
