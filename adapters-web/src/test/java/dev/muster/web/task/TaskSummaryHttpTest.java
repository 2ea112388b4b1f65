package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSummaryHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();

    @Test
    void summaryOfNothingHasEveryMember() {
        assertThat(summary("").body()).isEqualTo("""
                {"total":0,"by_status":{"pending":0,"in_progress":0,"completed":0,"cancelled":0},\
                "by_priority":{"low":0,"medium":0,"high":0,"urgent":0},\
                "story_points":{"total":0,"by_status":{"pending":0,"in_progress":0,"completed":0,"cancelled":0}},\
                "overdue":0,"blocked":0}""");
    }

    @Test
    void summaryCountsAndAddsUp() {
        make("{'title': 'Late', 'due_at': '2020-01-01T00:00:00Z', 'story_points': 3, 'priority': 'urgent'}");
        make("{'title': 'Late and done', 'due_at': '2020-01-01T00:00:00Z', 'story_points': 5, 'status': 'completed'}");
        make("{'title': 'In time', 'due_at': '2999-01-01T00:00:00Z', 'status': 'in_progress'}");
        String waiting = make("{'title': 'Waiting', 'story_points': 8}");
        muster.send("PUT", "/v1/tasks/" + waiting + "/blocked-by/" + make("{'title': 'First'}"), ann.token(), null)
                .expect(204);
        muster.send("DELETE", "/v1/tasks/" + make("{'title': 'Gone'}"), ann.token(), null)
                .expect(204);
        muster.task(muster.signUp(), "Someone else's");

        assertThat(summary("").body()).isEqualTo("""
                {"total":5,"by_status":{"pending":3,"in_progress":1,"completed":1,"cancelled":0},\
                "by_priority":{"low":0,"medium":4,"high":0,"urgent":1},\
                "story_points":{"total":16,"by_status":{"pending":11,"in_progress":0,"completed":5,"cancelled":0}},\
                "overdue":1,"blocked":1}""");
        assertThat(total("?deleted=true")).isEqualTo(1);
        assertThat(total("?status=completed&status=in_progress")).isEqualTo(2);
        assertThat(total("?due_before=2021-01-01T00:00:00Z&priority=urgent")).isEqualTo(1);
        assertThat(total("?blocked=true")).isEqualTo(1);
        assertThat(total("?q=late")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=created_at", "limit=1", "cursor=x", "count=true"})
    void summaryHasNoPages(String parameter) {
        muster.get("/v1/tasks/summary?" + parameter, ann.token()).expectProblem(400, "unknown_parameter");
    }

    @Test
    void damagedFilterIsRefused() {
        muster.get("/v1/tasks/summary?status=open", ann.token()).expectProblem(400, "invalid_parameter");
    }

    private int total(String query) {
        return summary(query).json().path("total").asInt();
    }

    private Answer summary(String query) {
        return muster.get("/v1/tasks/summary" + query, ann.token()).expect(200);
    }

    private String make(String json) {
        return muster.post("/v1/tasks", ann.token(), json.replace('\'', '"'))
                .expect(201)
                .text("id");
    }
}
