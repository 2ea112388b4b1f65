package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that are looked for, put in order and counted. */
final class TaskSearchJourneyTest {

    private Caller ann;

    @BeforeEach
    void makeTasks() {
        Caller anonymous = MusterRunning.ofThisJvm().anonymous();
        Person.join(anonymous)
                .signedIn()
                .post("/v1/tasks", "{\"title\": \"Fence of someone else\"}")
                .expect(201);
        ann = Person.join(anonymous).signedIn();
        make("{'title': 'Paint the fence', 'priority': 'high', 'labels': ['garden', 'paint'], 'story_points': 3,"
                + " 'due_at': '2020-05-01T00:00:00Z'}");
        make("{'title': 'Buy paint', 'description': 'for the long fence', 'priority': 'low', 'labels': ['shop'],"
                + " 'story_points': 1, 'status': 'completed', 'due_at': '2020-04-01T00:00:00Z'}");
        make("{'title': 'Zäune Ausmessen', 'labels': ['garden'], 'status': 'in_progress'}");
        make("{'title': 'Rest', 'priority': 'urgent', 'due_at': '2999-01-01T00:00:00Z', 'story_points': 8}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=fence | Paint the fence,Buy paint",
                "q=fence%20long | Buy paint",
                "q=AUSMESS | Zäune Ausmessen",
                "q=Z%C3%84UNE | Zäune Ausmessen",
                "q=paint&status=completed | Buy paint",
                "q=nothing | ",
                "q=100%25_%5C%27 | ",
                "label=garden&sort=created_at | Paint the fence,Zäune Ausmessen",
                "label=garden&label=shop&sort=priority | Buy paint,Zäune Ausmessen,Paint the fence",
                "due_before=2020-05-01T00:00:00Z | Buy paint",
                "due_after=2020-05-01T00:00:00Z&sort=due_at | Paint the fence,Rest",
                "sort=due_at,created_at | Buy paint,Paint the fence,Rest,Zäune Ausmessen",
                "sort=-due_at | Zäune Ausmessen,Rest,Paint the fence,Buy paint",
                "sort=-priority | Rest,Paint the fence,Zäune Ausmessen,Buy paint",
                "sort=-updated_at&status=pending | Rest,Paint the fence",
                "blocked=true | "
            })
    void findsWhatIsMeantInItsOrder(String query, String titles) {
        assertThat(pages("/v1/tasks?limit=2&count=true&" + query))
                .containsExactlyElementsOf(titles == null ? List.of() : List.of(titles.split(",")));
    }

    @Test
    void countsAndAddsUp() {
        JsonNode summary = ann.get("/v1/tasks/summary").expect(200).json();

        assertThat(summary.required("total").asInt()).isEqualTo(4);
        assertThat(summary.at("/by_status/pending").asInt()).isEqualTo(2);
        assertThat(summary.at("/by_status/in_progress").asInt()).isEqualTo(1);
        assertThat(summary.at("/by_status/cancelled").asInt()).isZero();
        assertThat(summary.at("/by_priority/urgent").asInt()).isEqualTo(1);
        assertThat(summary.at("/story_points/total").asInt()).isEqualTo(12);
        assertThat(summary.at("/story_points/by_status/completed").asInt()).isEqualTo(1);
        assertThat(summary.required("overdue").asInt()).isEqualTo(1);
        assertThat(summary.required("blocked").asInt()).isZero();
        assertThat(ann.get("/v1/tasks/summary?q=fence&label=shop")
                        .expect(200)
                        .json()
                        .required("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        ann.get("/v1/tasks?sort=title").expectProblem(400, "invalid_parameter");
        ann.get("/v1/tasks?label=%00").expectProblem(400, "invalid_parameter");
        ann.get("/v1/tasks?project_id=no+key").expectProblem(400, "invalid_parameter");
        ann.get("/v1/tasks?cursor=made-up").expectProblem(400, "invalid_cursor");
        ann.get("/v1/tasks/summary?sort=due_at").expectProblem(400, "unknown_parameter");
        assertThat(ann.get("/v1/tasks?project_id=NONE").expect(200).json().required("data"))
                .isEmpty();
    }

    private void make(String json) {
        ann.post("/v1/tasks", json.replace('\'', '"')).expect(201);
    }

    /** The titles of all pages, each of which has to count them all. */
    private List<String> pages(String path) {
        List<String> titles = new ArrayList<>();
        List<Integer> totals = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Answer page = ann.get(next).expect(200);
            titles.addAll(page.json().required("data").findValuesAsText("title"));
            totals.add(page.json().required("total_count").asInt());
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(totals).containsOnly(titles.size());
        return titles;
    }
}
