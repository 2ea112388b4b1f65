package dev.muster.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command that makes a database task says of each answer, whatever server gives it. */
@Isolated("takes away the output of the whole JVM")
@Timeout(60)
final class DatabaseDeveloperAnswersTest {

    private static final String MADE = """
            {"task": {"id": "7", "key": "KAN-2", "title": "Order - DB", "story_points": 2,
              "description": "## Schema\\n\\n```mermaid\\nerDiagram\\n    \\"orders\\" {\\n    }\\n```\\n"},
             "warnings": ["No backups.", "No pool."]}""";

    @Test
    void taskIsToldInLines() {
        try (var server = AnsweringServer.with(201, MADE)) {
            Outcome outcome = run(server, "KAN-1");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out().lines())
                    .containsExactly(
                            "KAN-2  Order - DB",
                            "Story points: 2",
                            "URL: " + server.url() + "/v1/tasks/7",
                            "Warning: No backups.",
                            "Warning: No pool.",
                            "",
                            "erDiagram",
                            "    \"orders\" {",
                            "    }");
        }
    }

    @Test
    void taskIsToldInJson() throws JsonProcessingException {
        try (var server = AnsweringServer.with(201, MADE)) {
            JsonNode json =
                    new ObjectMapper().readTree(run(server, "KAN-1", "--json").out());

            assertThat(json.fieldNames()).toIterable().containsExactly("task", "warnings", "url", "diagram");
            assertThat(json.required("task"))
                    .isEqualTo(new ObjectMapper().readTree(MADE).required("task"));
            assertThat(json.required("url").asText()).isEqualTo(server.url() + "/v1/tasks/7");
            assertThat(json.required("diagram").asText()).isEqualTo("erDiagram\n    \"orders\" {\n    }\n");
        }
    }

    @Test
    void taskOfNoProjectIsNamedByItsIdAndNeedsNoDiagram() {
        String made = """
                {"task": {"id": "7", "key": null, "title": "Rest - DB", "story_points": 1}, "warnings": []}""";
        try (var server = AnsweringServer.with(201, made)) {
            assertThat(run(server, "KAN-1").out().lines())
                    .containsExactly("7  Rest - DB", "Story points: 1", "URL: " + server.url() + "/v1/tasks/7");
            assertThat(run(server, "KAN-1", "--json").out()).contains("\"diagram\":null");
        }
    }

    @Test
    void storyIsAskedForAsItIsWrittenWithTheTokenThatIsGiven() {
        try (var server = AnsweringServer.with(201, MADE)) {
            Outcome outcome = Outcome.fed(
                    "abc.def-_~+/==\r\nmore", "dbd", " ../a b ", "--token-stdin", "--url", server.url() + "//");

            assertThat(outcome.status()).isZero();
            assertThat(server.asked())
                    .containsExactly("POST /v1/tasks/..%2Fa%20b/tasks-from-template Bearer abc.def-_~+/=="
                            + " {\"template\":\"database\"}");
        }
    }

    @Test
    void redirectionIsNotFollowedWithTheToken() {
        try (var elsewhere = AnsweringServer.with(201, MADE);
                var server = AnsweringServer.with(307, "", elsewhere.url() + "/v1/tasks")) {
            assertFails(run(server, "KAN-1"), "What answers is not Muster: status 307.");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404 | {\"code\": \"task_not_found\", \"similar\": [\"KAN-1\", \"KAN-17\"]} | There is no story KAN-7. Similar: KAN-1, KAN-17.",
                "404 | {\"code\": \"task_not_found\"} | There is no story KAN-7.",
                "409 | {\"code\": \"template_already_applied\", \"task\": {\"key\": \"KAN-2\"}} | The database task of KAN-7 is there already, so none was made: KAN-2.",
                "409 | {\"code\": \"task_deleted\", \"detail\": \"The task is deleted.\"} | The task is deleted.",
                "422 | {\"code\": \"invalid\", \"detail\": \"Wrong.\", \"errors\": [{\"pointer\": \"/title\", \"message\": \"is long\"}, {\"pointer\": \"/x\", \"message\": \"is y\"}]} | Wrong. /title is long; /x is y.",
                "401 | {\"code\": \"unauthenticated\"} | The access token is not valid, or no longer; sign in again.",
                "200 | {\"task\": {}} | What answers is not Muster: status 200.",
                "502 | `` | What answers is not Muster: status 502."
            })
    void refusalIsToldInOneSentence(int status, String body, String sentence) {
        try (var server = AnsweringServer.with(status, body)) {
            assertFails(run(server, "KAN-7"), sentence);
        }
    }

    @Test
    void serverThatIsNoMusterOrIsAwayIsNamed() {
        String url;
        try (var server = AnsweringServer.with(200, "<html>")) {
            url = server.url();
            assertFails(run(server, "KAN-1"), "What answers at " + url + " is not Muster.");
        }
        assertFails(at(url, "t", "KAN-1"), "No Muster answers at " + url + ".");
    }

    @Test
    void tokenThatCantBeOneIsSentNowhere() {
        try (var server = AnsweringServer.with(201, MADE)) {
            assertFails(at(server.url(), "a b", "KAN-1"), "The access token has characters that no token has.");
            assertFails(at(server.url(), "", "KAN-1"), "No access token came on standard input.");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void missingStoryIsNamedWithAnExample() {
        for (Outcome outcome : List.of(Outcome.of("dbd"), Outcome.of("database-developer", " "))) {
            assertThat(outcome.err())
                    .startsWith("Missing required parameter: story id, for example ./muster database-developer KAN-15");
            assertThat(outcome.status()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "::", "http:///x", "localhost:8080", "http://x?a=b", "http://x#a"})
    void whatIsNoAddressOfAServerIsRefused(String url) {
        Outcome outcome = at(url, "t", "KAN-1");

        assertThat(outcome.err()).startsWith("Not the address of a server: " + url);
        assertThat(outcome.status()).isEqualTo(2);
    }

    private static void assertFails(Outcome outcome, String sentence) {
        assertThat(outcome.err()).isEqualTo("muster: " + sentence + System.lineSeparator());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    private static Outcome run(AnsweringServer server, String... arguments) {
        return at(server.url(), "token", arguments);
    }

    private static Outcome at(String url, String token, String... arguments) {
        String[] all = Stream.concat(Stream.of("dbd", "--token-stdin", "--url", url), Stream.of(arguments))
                .toArray(String[]::new);
        return Outcome.fed(token + "\n", all);
    }
}
