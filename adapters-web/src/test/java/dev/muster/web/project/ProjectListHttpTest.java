package dev.muster.web.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectListHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @Test
    void emptyListHasEveryMember() {
        assertThat(muster.get("/v1/projects", ann.token()).expect(200).body())
                .isEqualTo("{\"data\":[],\"has_more\":false,\"next_cursor\":null,\"total_count\":null}");
    }

    @Test
    void pagesFollowTheirLinks() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(muster.project(ann, "P" + i));
        }

        List<String> seen = new ArrayList<>();
        String next = "/v1/projects?limit=2&status=draft&count=true";
        while (next != null) {
            Answer page = muster.get(next, ann.token()).expect(200);
            page.json()
                    .path("data")
                    .forEach(project -> seen.add(project.path("id").asText()));
            assertThat(page.json().path("total_count").asInt()).isEqualTo(5);
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"status=draft, 1", "status=draft&status=active, 2", "status=archived, 0", "limit=1, 1", "limit=100, 2"})
    void statusesWiden(String query, int expected) {
        muster.project(ann, "ONE");
        muster.post("/v1/projects", ann.token(), "{\"key\": \"TWO\", \"name\": \"Two\", \"status\": \"active\"}")
                .expect(201);

        assertThat(muster.get("/v1/projects?" + query, ann.token())
                        .expect(200)
                        .json()
                        .path("data"))
                .hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=done", "status=", "status=DRAFT", "limit=0", "limit=101", "count=yes"})
    void valuesThatAParameterCanNotHaveAreRefused(String query) {
        muster.get("/v1/projects?" + query, ann.token()).expectProblem(400, "invalid_parameter");
    }

    @Test
    void damagedCursorIsRefused() {
        muster.get("/v1/projects?cursor=AAAA", ann.token()).expectProblem(400, "invalid_cursor");
    }
}
