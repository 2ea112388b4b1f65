package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskListHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @Test
    void emptyListHasEveryMember() {
        Answer list = muster.get("/v1/tasks", ann.token()).expect(200);

        assertThat(list.body()).isEqualTo("{\"data\":[],\"has_more\":false,\"next_cursor\":null,\"total_count\":null}");
        assertThat(list.header("Link")).isNull();
    }

    @Test
    void pagesFollowTheirLinksAndKeepTheQuery() {
        for (int i = 1; i <= 5; i++) {
            muster.task(ann, "Task " + i);
            muster.memory.clock.advance(i % 2 == 0 ? Duration.ofMillis(1) : Duration.ZERO);
        }
        List<String> titles = new ArrayList<>();
        String next = "/v1/tasks?limit=2&status=pending&status=in_progress&count=true";
        int pages = 0;
        while (next != null) {
            Answer page = muster.get(next, ann.token()).expect(200);
            page.json()
                    .path("data")
                    .forEach(task -> titles.add(task.path("title").asText()));
            assertThat(page.json().path("total_count").asInt()).isEqualTo(5);
            next = follow(page);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(titles).containsExactly("Task 5", "Task 4", "Task 3", "Task 2", "Task 1");
    }

    private static String follow(Answer page) {
        JsonNode json = page.json();
        String link = page.header("Link");
        assertThat(json.path("has_more").asBoolean()).isEqualTo(link != null);
        if (link == null) {
            assertThat(json.path("next_cursor").isNull()).isTrue();
            return null;
        }
        assertThat(link)
                .startsWith("</v1/tasks?")
                .endsWith(">; rel=\"next\"")
                .contains("limit=2", "status=pending&status=in_progress", "count=true")
                .contains("cursor=" + json.path("next_cursor").asText());
        return link.substring(1, link.indexOf('>'));
    }

    @ParameterizedTest
    @CsvSource({
        "status=completed, 1",
        "status=completed&status=pending, 2",
        "status=completed&priority=low, 0",
        "priority=high, 1",
        "priority=high&priority=medium&deleted=false, 2",
        "deleted=true, 0",
        "limit=1, 1",
        "limit=100, 2"
    })
    void filtersWidenInsideAndNarrowAcross(String query, int expected) {
        muster.post("/v1/tasks", ann.token(), """
                {"title": "Done", "status": "completed"}""").expect(201);
        muster.post("/v1/tasks", ann.token(), """
                {"title": "Big", "priority": "high"}""").expect(201);

        assertThat(muster.get("/v1/tasks?" + query, ann.token())
                        .expect(200)
                        .json()
                        .path("data"))
                .hasSize(expected);
    }

    @Test
    void everyDamageOfACursorIsFound() {
        muster.task(ann, "One");
        muster.task(ann, "Two");
        String cursor = muster.get("/v1/tasks?limit=1", ann.token()).text("next_cursor");

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);
            muster.get("/v1/tasks?cursor=" + damaged, ann.token()).expectProblem(400, "invalid_cursor");
        }
        for (int length = 0; length < cursor.length(); length++) {
            muster.get("/v1/tasks?cursor=" + cursor.substring(0, length), ann.token())
                    .expectProblem(400, "invalid_cursor");
        }
        muster.get("/v1/tasks?cursor=" + cursor.substring(1), ann.token()).expectProblem(400, "invalid_cursor");
        muster.get("/v1/tasks?cursor=" + cursor + "=", ann.token()).expectProblem(400, "invalid_cursor");
        muster.get("/v1/tasks?cursor=", ann.token()).expectProblem(400, "invalid_cursor");
    }
}
