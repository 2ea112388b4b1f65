package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tasks a list shows. */
class TaskFilterHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();
    private String project;
    private String whole;

    @BeforeEach
    void makeTasks() {
        project = muster.project(ann, "KAN");
        whole = make("{'title': 'Whole', 'labels': ['home', 'a&b=c'], 'due_at': '2030-01-01T00:00:00Z'}");
        String keyed = make("{'title': 'Keyed fence', 'project_id': '" + project + "', 'labels': ['home']}");
        make("{'title': 'Part', 'parent_id': '" + whole + "', 'due_at': '2030-01-02T00:00:00Z',"
                + " 'description': 'of the long fence'}");
        muster.send("PUT", "/v1/tasks/" + keyed + "/blocked-by/" + whole, ann.token(), null)
                .expect(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label=home | Keyed fence,Whole",
                "label=Home | ",
                "label=a%26b%3Dc | Whole",
                "label=a%26b%3Dc&label=nothing | Whole",
                "project_id=KAN | Keyed fence",
                "project_id=kan | Keyed fence",
                "project_id=PROJECT | Keyed fence",
                "project_id=POT | ",
                "project_id=POT&project_id=KAN | Keyed fence",
                "project_id=00000000-0000-7000-8000-000000000000 | ",
                "parent_id=WHOLE | Part",
                "parent_id=PROJECT | ",
                "due_after=2030-01-01T00:00:00Z | Part,Whole",
                "due_after=2030-01-01T00:00:00.000001Z | Part",
                "due_before=2030-01-02T00:00:00Z | Whole",
                "due_before=2030-01-02T01:00:00%2B01:00 | Whole",
                "due_after=2030-01-01T00:00:00Z&due_before=2030-01-02T00:00:00Z | Whole",
                "blocked=true | Keyed fence",
                "blocked=false | Part,Whole",
                "q=FENCE&sort=created_at | Keyed fence,Part",
                "q=fence&label=home | Keyed fence",
                "q=fence+long | Part",
                "q=fenc&blocked=true | Keyed fence",
                "q=%20whole%20 | Whole",
                "deleted=true | "
            })
    void listShowsWhatIsMeant(String query, String titles) {
        String wanted = query.replace("PROJECT", project).replace("WHOLE", whole);

        assertThat(titles(list(wanted)))
                .containsExactlyElementsOf(titles == null ? List.of() : List.of(titles.split(",")));
    }

    @Test
    void searchShowsBestFirst() {
        make("{'title': 'Something else', 'description': 'about whole fences'}");

        assertThat(titles(list("q=whole")).getFirst()).isEqualTo("Whole");
        assertThat(titles(list("q=whole&sort=-created_at")).getFirst()).isEqualTo("Something else");
    }

    @Test
    void projectsOfOthersAreNone() {
        Person eve = muster.signUp();
        muster.task(eve, "Eve's");

        assertThat(muster.get("/v1/tasks?project_id=KAN", eve.token())
                        .expect(200)
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(muster.get("/v1/tasks?parent_id=" + whole, eve.token())
                        .expect(200)
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=open",
                "status=",
                "priority=HIGH",
                "label=",
                "label=%00",
                "label=%0A",
                "project_id=",
                "project_id=no-key",
                "parent_id=KAN-1",
                "parent_id=",
                "due_before=tomorrow",
                "due_after=0000-01-01T00:00:00Z",
                "due_after=9999-12-31T23:59:59-01:00",
                "due_before=2030-01-01T00:00:00Z&due_before=2031-01-01T00:00:00Z",
                "blocked=maybe",
                "blocked=",
                "q=",
                "q=%20",
                "q=%00",
                "q=a&q=b",
                "deleted=1",
                "sort=",
                "sort=title",
                "sort=score",
                "sort=created_at,",
                "sort=,created_at",
                "sort=created_at,-created_at",
                "sort=--created_at",
                "sort=-",
                "sort=created_at&sort=due_at",
                "limit=0",
                "count=yes"
            })
    void damagedValueIsRefused(String query) {
        Answer answer = muster.get("/v1/tasks?" + query, ann.token()).expectProblem(400, "invalid_parameter");

        assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void parameterIsRepeatedTwentyTimesAtMost() {
        list(String.join("&", Collections.nCopies(20, "label=home")));
        muster.get("/v1/tasks?" + String.join("&", Collections.nCopies(21, "label=home")), ann.token())
                .expectProblem(400, "invalid_parameter");
    }

    @Test
    void textOfASearchHasAHundredCharactersAtMost() {
        list("q=" + "x".repeat(100));
        muster.get("/v1/tasks?q=" + "x".repeat(101), ann.token()).expectProblem(400, "invalid_parameter");
    }

    private Answer list(String query) {
        return muster.get("/v1/tasks?" + query, ann.token()).expect(200);
    }

    private static List<String> titles(Answer list) {
        return list.json().path("data").findValuesAsText("title");
    }

    private String make(String json) {
        muster.memory.clock.advance(Duration.ofMillis(1));
        JsonNode made = muster.post("/v1/tasks", ann.token(), json.replace('\'', '"'))
                .expect(201)
                .json();
        return made.path("id").asText();
    }
}
