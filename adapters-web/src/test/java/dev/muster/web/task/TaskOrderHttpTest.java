package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order a list shows tasks, and how its pages go on. */
class TaskOrderHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @BeforeEach
    void makeTasks() {
        String first = make("{'title': 'A', 'priority': 'high', 'due_at': '2030-01-03T00:00:00Z'}");
        make("{'title': 'B', 'priority': 'low'}");
        make("{'title': 'C', 'priority': 'urgent', 'due_at': '2030-01-01T00:00:00Z'}");
        make("{'title': 'D', 'priority': 'high', 'due_at': '2030-01-02T00:00:00Z'}");
        muster.memory.clock.advance(Duration.ofMillis(1));
        muster.send("PATCH", "/v1/tasks/" + first, ann.token(), "{\"story_points\": 1}")
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created_at | ABCD",
                "-created_at | DCBA",
                "updated_at | BCDA",
                "-updated_at | ADCB",
                "due_at | CDAB",
                "-due_at | BADC",
                "priority,created_at | BADC",
                "-priority,due_at | CDAB",
                "-priority,-due_at | CADB",
                "priority,-created_at,due_at,updated_at | BDAC"
            })
    void pagesGoOnInTheOrderThatIsWanted(String sort, String titles) {
        List<String> seen = new ArrayList<>();
        String next = "/v1/tasks?limit=1&sort=" + sort;
        while (next != null) {
            Answer page = muster.get(next, ann.token()).expect(200);
            seen.addAll(page.json().path("data").findValuesAsText("title"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(String.join("", seen)).isEqualTo(titles);
    }

    @Test
    void linkKeepsEveryParameter() {
        String link = muster.get(
                        "/v1/tasks?limit=1&sort=-priority,due_at&q=a%26b&label=x%20y&label=z&count=true&deleted=false",
                        ann.token())
                .expect(200)
                .header("Link");
        assertThat(link).isNull();

        make("{'title': 'a&b 1', 'labels': ['x y']}");
        make("{'title': 'a&b 2', 'labels': ['z']}");
        Answer page = muster.get(
                        "/v1/tasks?limit=1&sort=-priority,due_at&q=a%26b&label=x%20y&label=z&count=true&deleted=false",
                        ann.token())
                .expect(200);

        assertThat(page.header("Link"))
                .contains("limit=1", "sort=-priority%2Cdue_at", "q=a%26b", "label=x+y&label=z", "count=true")
                .contains("deleted=false", "cursor=" + page.text("next_cursor"));
        assertThat(page.json().path("total_count").asInt()).isEqualTo(2);
        String next = page.header("Link").substring(1, page.header("Link").indexOf('>'));
        assertThat(muster.get(next, ann.token()).expect(200).json().path("data").findValuesAsText("title"))
                .containsExactly("a&b 2");
    }

    @Test
    void cursorOfOneOrderGoesOnFromTheSameTaskInAnother() {
        String cursor =
                muster.get("/v1/tasks?limit=1&sort=-priority", ann.token()).text("next_cursor");

        assertThat(muster.get("/v1/tasks?sort=created_at&cursor=" + cursor, ann.token())
                        .expect(200)
                        .json()
                        .path("data")
                        .findValuesAsText("title"))
                .containsExactly("D");
    }

    @Test
    void searchGoesOnAfterItsScore() {
        for (int i = 1; i <= 5; i++) {
            make("{'title': 'Search " + "needle ".repeat(i) + "'}");
        }
        List<String> all = muster.get("/v1/tasks?q=needle", ann.token())
                .expect(200)
                .json()
                .path("data")
                .findValuesAsText("id");

        List<String> seen = new ArrayList<>();
        String next = "/v1/tasks?limit=2&q=needle";
        while (next != null) {
            Answer page = muster.get(next, ann.token()).expect(200);
            seen.addAll(page.json().path("data").findValuesAsText("id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).hasSize(5).isEqualTo(all);
    }

    private String make(String json) {
        muster.memory.clock.advance(Duration.ofMillis(1));
        return muster.post("/v1/tasks", ann.token(), json.replace('\'', '"'))
                .expect(201)
                .text("id");
    }
}
