package dev.muster.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.shared.Workers;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import io.micronaut.context.propagation.instrument.execution.ContextPropagatingExecutorService;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentVersionHttpTest {

    private static final String CHECKSUM = "db1f7aadfd84748b216f04fa6d13ed7928acad06cdb1d0feb2e0e8d59e107256";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();
    private final String document = "/v1/documents/"
            + muster.post("/v1/projects/" + muster.project(ann, "KAN") + "/documents", ann.token(), """
                            {"title": "Plan", "content": "Every morning.\\n"}""")
                    .expect(201)
                    .text("id");

    @Test
    void addedVersionHasEveryMember() {
        Answer added = add("""
                {"content": "Every evening.\\n", "note": "Too hot"}""").expect(201);

        assertThat(added.header("Location")).isEqualTo(document + "/versions/2");
        assertThat(added.header("ETag")).isEqualTo("\"" + CHECKSUM + "\"");
        assertThat(added.body()).isEqualTo("""
                        {"document_id":"%s","number":2,"content":"Every evening.\\n","checksum":"%s","bytes":15,\
                        "note":"Too hot","restored_from":null,"author_id":"%s",\
                        "created_at":"2026-03-02T09:30:00.123456Z"}""".formatted(document.substring(14), CHECKSUM, ann.id()));
        assertThat(get("/versions/2").expect(200).body()).isEqualTo(added.body());
        assertThat(get("").expect(200).text("content")).isEqualTo("Every evening.\n");
    }

    @Test
    void versionThatSaysTheSameIsOneMore() {
        assertThat(add("""
                {"content": "Every morning.\\n"}""").expect(201).json().path("number").asInt()).isEqualTo(2);
    }

    @Test
    void versionNeedsAContent() {
        add("{}").expectProblem(422, "validation_failed").expectPlace("/content", "required");
        add("""
                {"content": "x", "note": "a\\nb"}""").expectProblem(422, "validation_failed").expectPlace("/note", "invalid_character");
    }

    @Test
    void versionForAnotherVersionOfTheDocumentIsRefused() {
        add("""
                {"content": "x"}""").expect(201);

        for (String path : new String[] {"/versions", "/versions/1/restore"}) {
            boolean body = path.equals("/versions");
            var request = muster.request(document + path, ann.token())
                    .header("If-Match", "\"1\"")
                    .POST(body ? BodyPublishers.ofString("{\"content\": \"y\"}") : BodyPublishers.noBody());
            if (body) {
                request.header("Content-Type", "application/json");
            }
            muster.send(request).expectProblem(412, "stale_version");
        }
        assertThat(get("").json().path("latest_version").asInt()).isEqualTo(2);
    }

    @Test
    void readVersionIsNotSentAgainToWhoHasIt() {
        add("""
                {"content": "Every evening.\\n"}""").expect(201);
        for (String known :
                new String[] {"\"" + CHECKSUM + "\"", "W/\"" + CHECKSUM + "\"", "\"x\", \"" + CHECKSUM + "\""}) {
            Answer answer = muster.send(
                    muster.request(document + "/versions/2", ann.token()).header("If-None-Match", known));
            assertThat(answer.expect(304).body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo("\"" + CHECKSUM + "\"");
        }
        muster.send(muster.request(document + "/versions/1", ann.token())
                        .header("If-None-Match", "\"" + CHECKSUM + "\""))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1", "x", "1.0", "99999999999", "01x"})
    void whatIsNoVersionIsNotFound(String number) {
        get("/versions/" + number).expectProblem(404, "document_version_not_found");
        muster.post(document + "/versions/" + number + "/restore", ann.token(), null)
                .expectProblem(404, "document_version_not_found");
    }

    @Test
    void listHasNoContents() {
        add("""
                {"content": "two"}""").expect(201);
        add("""
                {"content": "three"}""").expect(201);
        Answer list = get("/versions?limit=2&count=true").expect(200);

        assertThat(list.json().path("data").path(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "document_id",
                        "number",
                        "checksum",
                        "bytes",
                        "note",
                        "restored_from",
                        "author_id",
                        "created_at");
        assertThat(numbers(list)).containsExactly(3, 2);
        assertThat(list.json().path("total_count").asInt()).isEqualTo(3);
        assertThat(numbers(get("/versions?cursor=" + list.text("next_cursor")).expect(200)))
                .containsExactly(1);
    }

    @Test
    void restoredVersionIsANewOne() {
        add("""
                {"content": "two"}""").expect(201);
        Answer restored =
                muster.post(document + "/versions/1/restore", ann.token(), null).expect(201);

        assertThat(restored.header("Location")).isEqualTo(document + "/versions/3");
        assertThat(restored.json().path("number").asInt()).isEqualTo(3);
        assertThat(restored.json().path("restored_from").asInt()).isEqualTo(1);
        assertThat(restored.text("content")).isEqualTo("Every morning.\n");
        assertThat(get("").text("content")).isEqualTo("Every morning.\n");
        assertThat(get("/versions/2").text("content")).isEqualTo("two");
    }

    @Test
    void differenceIsJsonUnlessTextIsWanted() {
        add("""
                {"content": "Every evening.\\n"}""").expect(201);
        String unified = """
                --- a/Plan\tversion 1
                +++ b/Plan\tversion 2
                @@ -1,1 +1,1 @@
                -Every morning.
                +Every evening.
                """;

        for (String accept : List.of(
                "*/*", "application/json", "text/html, application/json;q=0.9", "text/plain;q=0.5, application/*")) {
            JsonNode diff = diff("?from=1&to=2", accept).expect(200).json();
            assertThat(diff.fieldNames()).toIterable().containsExactly("from", "to", "diff");
            assertThat(diff.path("from").asInt()).isEqualTo(1);
            assertThat(diff.path("to").asInt()).isEqualTo(2);
            assertThat(diff.path("diff").asText()).isEqualTo(unified);
        }
        assertThat(get("/diff").expect(200).text("diff")).isEqualTo(unified);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | text/plain;charset=utf-8",
                "text/x-diff | text/x-diff;charset=utf-8",
                "application/json;q=0.5, text/plain | text/plain;charset=utf-8",
                "application/*;q=0.5, text/plain | text/plain;charset=utf-8",
                "application/json;q=0.5, text/* | text/plain;charset=utf-8",
            })
    void differenceIsTextForWhoWantsIt(String accept, String type) {
        add("""
                {"content": "Jeden Abend, ä 🚀"}""").expect(201);
        Answer diff = diff("", accept).expect(200);

        assertThat(diff.header("Content-Type")).isEqualTo(type);
        assertThat(diff.header("Cache-Control")).isEqualTo("no-store");
        assertThat(diff.body()).endsWith("""
                @@ -1,1 +1,1 @@
                -Every morning.
                +Jeden Abend, ä 🚀
                \\ No newline at end of file
                """);
    }

    @Test
    @Timeout(30)
    void differencesAreMadeAFewAtATimeAndHoldNobodyElseUp() {
        ExecutorService bean = muster.context().getBean(ExecutorService.class, Qualifiers.byName(Workers.COMPARING));
        var comparing = (ThreadPoolExecutor)
                ContextPropagatingExecutorService.unwrap(bean).orElse(bean);
        var release = new CompletableFuture<Void>();
        for (int thread = 0; thread < comparing.getMaximumPoolSize(); thread++) {
            comparing.execute(release::join);
        }
        while (comparing.getActiveCount() < comparing.getMaximumPoolSize()) {
            Thread.onSpinWait();
        }
        var diff = CompletableFuture.supplyAsync(() -> get("/diff"));
        while (comparing.getQueue().isEmpty()) {
            assertThat(diff).isNotDone();
        }

        get("/versions/1").expect(200);
        release.complete(null);

        assertThat(diff.join().expect(200).text("diff")).isEmpty();
        assertThat(comparing.getMaximumPoolSize()).isEqualTo(2);
    }

    @Test
    void differenceOfEqualVersionsIsEmpty() {
        assertThat(get("/diff?from=1&to=1").expect(200).text("diff")).isEmpty();
        assertThat(diff("?from=1", "text/plain").expect(200).body()).isEmpty();
    }

    @Test
    void differenceInAFormThatThereIsNoneOfIsRefused() {
        diff("", "image/png").expectProblem(406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0", "to=x", "to=-1", "from=10001", "to=", "from=1&from=1"})
    void numberThatNoVersionCanHaveIsRefused(String query) {
        get("/diff?" + query).expectProblem(400, "invalid_parameter");
    }

    @Test
    void differenceToAVersionThatIsNotThereIsNotFound() {
        get("/diff?from=1&to=2").expectProblem(404, "document_version_not_found");
        get("/diff?from=2&to=1").expectProblem(404, "document_version_not_found");
    }

    private Answer add(String json) {
        return muster.post(document + "/versions", ann.token(), json);
    }

    private Answer get(String path) {
        return muster.get(document + path, ann.token());
    }

    private Answer diff(String query, String accept) {
        return muster.send(
                muster.request(document + "/diff" + query, ann.token()).header("Accept", accept));
    }

    private static Iterable<Integer> numbers(Answer list) {
        return list.json().path("data").findValuesAsText("number").stream()
                .map(Integer::valueOf)
                .toList();
    }
}
