package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ProblemHttpTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start(Map.of("test.faults", true));

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/faults/bug", "/faults/error", "/faults/unwritable"})
    void faultIsLoggedOnceAndAnsweredWithoutAWordAboutIt(String path) {
        Answer answer = muster.send(muster.request(path)
                        .header("X-Request-Id", "request-1")
                        .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"))
                .expectProblem(500, "internal_error");

        assertThat(answer.header("X-Request-Id")).isEqualTo("request-1");
        assertThat(answer.body()).doesNotContain("hunter2", "SELECT", "Exception", "Error:");
        List<ILoggingEvent> fromUs = log.list.stream()
                .filter(event -> event.getLoggerName().equals(FaultLog.class.getName()))
                .toList();
        assertThat(fromUs).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage())
                    .startsWith("GET failed: ")
                    .contains("FaultyController")
                    .doesNotContain("hunter2", "SELECT");
            assertThat(event.getMDCPropertyMap())
                    .containsEntry("request_id", "request-1")
                    .containsEntry("trace_id", TRACE);
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void connectionThatTheClientCutsIsNoFault() {
        muster.get("/faults/reset", null).expectProblem(400, "malformed_request");

        assertThat(log.list).isEmpty();
    }

    @Test
    void noOtherLogLineHasTheTextOfAFault() {
        muster.get("/faults/bug", null);
        muster.get("/faults/unwritable", null);

        assertThat(log.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage()).doesNotContain("hunter2", "SELECT"))
                .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"/faults/too-many, 429, 3", "/faults/away, 503, 1"})
    void busyAnswersSayWhenToTryAgain(String path, int status, String retryAfter) {
        Answer answer = muster.get(path, null).expect(status);

        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
    }

    @Test
    void deniedIsForbidden() {
        muster.get("/faults/denied", null).expectProblem(403, "overloaded");
    }

    @ParameterizedTest
    @CsvSource({
        "404, 404, route_not_found",
        "405, 405, method_not_allowed",
        "406, 406, not_acceptable",
        "413, 413, body_too_large",
        "415, 415, unsupported_media_type",
        "418, 400, malformed_request",
        "502, 500, internal_error"
    })
    void statusOfTheServerItselfBecomesAProblem(int thrown, int status, String code) {
        muster.get("/faults/status/" + thrown, null).expectProblem(status, code);
    }

    @Test
    void valueThatTheServerCanNotBindIsRefused() {
        muster.get("/faults/status/x", null).expectProblem(400, "malformed_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png"})
    void problemsComeWhateverIsAccepted(String accept) {
        muster.send(muster.request("/v1/nothing").header("Accept", accept)).expectProblem(404, "route_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0af7651916cd43dd8448eb211c80319c", "A.b_c-9"})
    void saneRequestIdIsTaken(String id) {
        for (String path : new String[] {"/health/live", "/v1/nothing", "/v1/me"}) {
            assertThat(muster.send(muster.request(path).header("X-Request-Id", id))
                            .header("X-Request-Id"))
                    .isEqualTo(id);
        }
    }

    @Test
    void everyRequestHasAnIdOfItsOwn() {
        String one = muster.get("/health/live", null).header("X-Request-Id");
        String other = muster.get("/health/live", null).header("X-Request-Id");

        assertThat(one).hasSizeGreaterThan(17).isNotEqualTo(other);
        assertThat(muster.send(muster.request("/health/live").header("X-Request-Id", "x".repeat(129)))
                        .header("X-Request-Id"))
                .hasSizeLessThan(129);
    }

    @Test
    void personalAnswersAreNotStored() {
        String token = muster.signUp().token();

        for (String path : new String[] {"/v1/me", "/v1/tasks"}) {
            Answer answer = muster.get(path, token).expect(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void problemNamesThePathWithoutTheQuery() {
        assertThat(muster.get("/v1/nothing?token=secret", null).text("instance"))
                .isEqualTo("/v1/nothing");
    }
}
