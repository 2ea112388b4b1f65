package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.application.task.RefreshTaskStatistics;
import dev.muster.domain.user.Permission;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Everybody's tasks in numbers, for those who have users:read. */
class TaskStatisticsHttpTest {

    @AutoClose
    private final RunningMuster muster = RunningMuster.start();

    private final String reader = muster.having(Permission.USERS_READ).token();
    private final Person ann = muster.signUp();
    private final Person bob = muster.signUp();

    @Test
    void statisticsAreOfEverybodysTasks() {
        make(ann, "{'title': 'Late', 'due_at': '2020-01-01T00:00:00Z', 'story_points': 3, 'priority': 'urgent'}");
        make(bob, "{'title': 'Done', 'story_points': 5, 'status': 'completed'}");
        String gone = make(bob, "{'title': 'Gone', 'story_points': 8}");
        muster.send("DELETE", "/v1/tasks/" + gone, bob.token(), null).expect(204);

        Answer answer = refreshed();

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).startsWith("""
                {"total":2,"by_status":{"pending":1,"in_progress":0,"completed":1,"cancelled":0},\
                "by_priority":{"low":0,"medium":1,"high":0,"urgent":1},\
                "story_points":{"total":8,"by_status":{"pending":3,"in_progress":0,"completed":5,"cancelled":0}},\
                "overdue":1,"blocked":0,"deleted":1,\
                "created":{"last_day":3,"last_week":3,"last_month":3},\
                "completed":{"last_day":1,"last_week":1,"last_month":1},"as_of":\"""");
    }

    @Test
    void tasksOfWhoDeletedTheirAccountAreNotCounted() {
        make(ann, "{'title': 'Stays'}");
        make(bob, "{'title': 'Goes'}");
        assertThat(total(refreshed().json())).isEqualTo(2);
        muster.send("DELETE", "/v1/users/" + bob.id(), muster.admin().token(), null)
                .expect(204);

        assertThat(total(refreshed().json())).isEqualTo(1);
    }

    @Test
    void whoMayNotSeeAccountsSeesNoNumbers() {
        Answer refused = muster.get("/v1/stats/tasks", ann.token());

        refused.expectProblem(403, "permission_missing");
        assertThat(refused.json().path("total").isMissingNode()).isTrue();
        muster.get("/v1/stats/tasks", muster.having(Permission.AUDIT_READ).token())
                .expectProblem(403, "permission_missing");
    }

    @Test
    void thereAreNoFiltersWhichCouldMeanOnePerson() {
        muster.get("/v1/stats/tasks?status=pending", reader).expectProblem(400, "unknown_parameter");
    }

    private Answer refreshed() {
        new RefreshTaskStatistics(muster.memory.unitOfWork, muster.memory.taskCensus).refresh();
        return muster.get("/v1/stats/tasks", reader).expect(200);
    }

    private static int total(JsonNode counts) {
        return counts.path("total").asInt();
    }

    private String make(Person owner, String json) {
        return muster.post("/v1/tasks", owner.token(), json.replace('\'', '"'))
                .expect(201)
                .text("id");
    }
}
