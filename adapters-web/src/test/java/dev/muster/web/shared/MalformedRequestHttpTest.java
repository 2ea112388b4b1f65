package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.RunningMuster;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP is refused, and never a fault. */
class MalformedRequestHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/tasks?q=%zz HTTP/1.1 | 400",
                "GET /v1/tasks/%zz HTTP/1.1 | 400",
                "GET /v1/tasks/% HTTP/1.1 | 400",
                "GET /v1/tasks/a b HTTP/1.1 | 400",
                "GET /v1/tasks/<x> HTTP/1.1 | 400",
                "GET http://[ HTTP/1.1 | 400",
                "GET /v1/me | 400",
                "GET | 400",
                "nonsense | 400"
            })
    void malformedHeadIsRefused(String line, int status) {
        String answer = muster.rawHead(line + "\r\n");

        assertThat(answer).matches("(?s)HTTP/1.[01] " + status + " .*").contains("application/problem+json");
        assertThat(answer).containsIgnoringCase("x-request-id: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 99999999999999999999",
                "X Y: 1",
                ": 1",
                "X\u0000: 1",
                "Transfer-Encoding: nonsense",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "X: a\u0000b"
            })
    void malformedHeaderIsNoFault(String header) {
        String answer =
                muster.rawHead("POST /v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\n" + header + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void malformedHeadOfAHeadIsAnsweredByHeadersAlone() {
        String answer = muster.rawHead("HEAD /v1/me HTTP/1.1\r\nX Y: 1\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json\r\n")
                .containsIgnoringCase("x-request-id: ")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: x\r\nHost: x\r\n",
                "Host: x\r\nhost: y\r\n",
                "Host: a b\r\n",
                "Host: a/b\r\n",
                "Host: ann@example.org\r\n",
                "Host: x:80:80\r\n",
                "Host: x:y\r\n",
                "Host: [::1\r\n",
                "Host: \u00e4\r\n"
            })
    void hostThatIsNotClearIsRefused(String hosts) {
        String answer = muster.raw("GET /health/live HTTP/1.1\r\n" + hosts + "X-Request-Id: 7\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .containsIgnoringCase("\r\nx-request-id: 7\r\n")
                .contains("application/problem+json", "malformed_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "muster.example.org:8080",
                "127.0.0.1:",
                "[::1]:8080",
                "[fe80::1%25en0]",
                "a_b",
                "%C3%A4"
            })
    void hostThatIsClearIsServed(String host) {
        assertThat(muster.raw("GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void hostOfTheFirstVersionMayBeMissing() {
        assertThat(muster.raw("GET /health/live HTTP/1.0\r\n\r\n")).matches("(?s)HTTP/1.[01] 200 .*");
    }

    @Test
    void malformedChunksAreNoFault() {
        String head = "POST /v1/auth/login HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\nHost: x\r\n\r\n";

        assertThat(muster.rawToEnd(head + "zz\r\n{}\r\n0\r\n\r\n")).doesNotContain("HTTP/1.1 5");
        assertThat(muster.rawToEnd(head + "2\r\n{}\r\n")).doesNotContain("HTTP/1.1 5");
    }

    @Test
    void bodyWhoseEndCantBeToldIsNotTakenForWhole() {
        String body = """
                {"email": "cut@example.org", "username": "cut", "name": "Cut", "password": "a long enough password"}""";
        String request = "POST /v1/auth/register HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";

        assertThat(muster.raw(request + "zz\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .contains("malformed_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Host: another"
            })
    void nothingFollowsWhereReadersCouldDiffer(String header) {
        String first = "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
        String second = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        String answers = muster.raw(first + "0\r\n\r\n" + second);

        assertThat(answers)
                .startsWith("HTTP/1.1 400 ")
                .containsOnlyOnce("HTTP/1.")
                .contains("malformed_request");
    }

    @Test
    void tooLongHeadIsRefused() {
        assertThat(muster.rawHead("GET /v1/tasks?q=" + "x".repeat(9000) + " HTTP/1.1\r\n"))
                .contains(" 414 ")
                .contains("uri_too_long");
        assertThat(muster.rawHead("GET /v1/tasks HTTP/1.1\r\nX-Long: " + "x".repeat(20_000) + "\r\n"))
                .contains(" 431 ")
                .contains("headers_too_large");
        assertThat(muster.rawHead("GET /v1/tasks HTTP/1.1\r\n" + "X: 1\r\n".repeat(5000)))
                .contains(" 431 ")
                .contains("headers_too_large")
                .contains("application/problem+json");
    }
}
