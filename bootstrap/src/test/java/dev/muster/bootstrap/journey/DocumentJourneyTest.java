package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document from its first version to its last. */
final class DocumentJourneyTest {

    private final Caller anonymous = MusterRunning.ofThisJvm().anonymous();
    private Caller ann;
    private String project;

    @BeforeEach
    void beginAProject() {
        ann = Person.join(anonymous).signedIn();
        project = ann.post("/v1/projects", "{\"key\": \"DOC\", \"name\": \"Written\"}")
                .expect(201)
                .text("id");
    }

    @Test
    void keepsEveryVersion() {
        Answer made = make("Every morning.\n");
        String path = made.header("Location");
        Answer read = ann.get(path).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));

        ann.patch(path, "{\"content\": \"Every evening.\\n\", \"note\": \"Too hot\"}", "If-Match", made.header("ETag"))
                .expect(200);
        Answer third = ann.post(path + "/versions", "{\"content\": \"Ünï 🎈\"}").expect(201);
        assertThat(third.header("Location")).isEqualTo(path + "/versions/3");

        assertThat(contents(path)).containsExactly("Every morning.\n", "Every evening.\n", "Ünï 🎈");
        JsonNode list = ann.get(path + "/versions?count=true").expect(200).json();
        assertThat(list.required("total_count").asInt()).isEqualTo(3);
        assertThat(list.required("data").findValuesAsText("note")).containsExactly("null", "Too hot", "null");
    }

    @Test
    void bringsAnOldVersionBack() {
        String path = make("old\n").header("Location");
        ann.post(path + "/versions", "{\"content\": \"new\\n\"}").expect(201);

        Answer restored = ann.post(path + "/versions/1/restore", null).expect(201);
        assertThat(restored.json().required("restored_from").asInt()).isEqualTo(1);
        assertThat(contents(path)).containsExactly("old\n", "new\n", "old\n");
        assertThat(ann.get(path).expect(200).text("content")).isEqualTo("old\n");
    }

    @Test
    void answersNotModifiedForEverToWhoHasAVersion() {
        Answer made = make("first");
        String version = made.header("Location") + "/versions/1";
        String tag = ann.get(version).expect(200).header("ETag");
        assertThat(tag).isEqualTo("\"" + made.text("checksum") + "\"");

        ann.patch(made.header("Location"), "{\"content\": \"second\", \"title\": \"Other\"}")
                .expect(200);
        assertThat(ann.get(version, "If-None-Match", tag).expect(304).body()).isEmpty();
    }

    @Test
    void showsWhatChanged() {
        String path = make("one\ntwo\nthree\n").header("Location");
        ann.patch(path, "{\"content\": \"one\\n2\\nthree\"}").expect(200);
        String expected = """
                --- a/Plan\tversion 1
                +++ b/Plan\tversion 2
                @@ -1,3 +1,3 @@
                 one
                -two
                -three
                +2
                +three
                \\ No newline at end of file
                """;

        Answer diff = ann.get(path + "/diff?from=1&to=2").expect(200);
        assertThat(diff.text("diff")).isEqualTo(expected);
        // The contract is held against JSON alone.
        Answer text =
                ann.undocumented().get(path + "/diff", "Accept", "text/x-diff").expect(200);
        assertThat(text.header("Content-Type")).isEqualTo("text/x-diff;charset=utf-8");
        assertThat(text.body()).isEqualTo(expected);
    }

    @Test
    void numbersOfVersionsAddedAtOnceHaveNoGaps() {
        String path = make("0").header("Location");
        List<Integer> numbers = Race.values(Race.of(
                8,
                thread -> ann.post(path + "/versions", "{\"content\": \"%s\"}".formatted(thread))
                        .expect(201)
                        .json()
                        .required("number")
                        .asInt()));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, 9).boxed().toList());
    }

    @Test
    void oneOfManyChangesMeantForOneVersionIsMade() {
        Answer made = make("0");
        List<Integer> statuses = Race.values(Race.of(
                8,
                thread -> ann.patch(
                                made.header("Location"),
                                "{\"content\": \"by %s\"}".formatted(thread),
                                "If-Match",
                                made.header("ETag"))
                        .status()));

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(412);
        assertThat(ann.get(made.header("Location"))
                        .json()
                        .required("latest_version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void listsTheDocumentsOfAProject() {
        make("one");
        String second = make("two").text("id");
        make("three");

        Answer list = ann.get("/v1/projects/DOC/documents?limit=1&count=true").expect(200);
        assertThat(list.json().required("total_count").asInt()).isEqualTo(3);
        Answer next = ann.get("/v1/projects/" + project + "/documents?limit=1&cursor=" + list.text("next_cursor"))
                .expect(200);
        assertThat(next.json().required("data").get(0).required("id").asText()).isEqualTo(second);
    }

    @Test
    void deletedDocumentIsGoneWithItsVersions() {
        Answer made = make("one");
        String path = made.header("Location");
        ann.delete(path, "If-Match", made.header("ETag")).expect(204);

        for (String rest : List.of("", "/versions", "/versions/1", "/diff")) {
            ann.get(path + rest).expectProblem(404, "document_not_found");
        }
        assertThat(ann.get("/v1/projects/DOC/documents").json().required("data"))
                .isEmpty();
    }

    private Answer make(String content) {
        String body = "{\"title\": \"Plan\", \"content\": \"%s\"}".formatted(content.replace("\n", "\\n"));
        return ann.post("/v1/projects/DOC/documents", body).expect(201);
    }

    private List<String> contents(String path) {
        List<String> contents = new ArrayList<>();
        int latest = ann.get(path).expect(200).json().required("latest_version").asInt();
        for (int number = 1; number <= latest; number++) {
            contents.add(ann.get(path + "/versions/" + number).expect(200).text("content"));
        }
        return contents;
    }
}
