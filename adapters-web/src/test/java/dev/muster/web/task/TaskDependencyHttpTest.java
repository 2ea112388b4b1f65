package dev.muster.web.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDependencyHttpTest {

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Person ann = muster.signUp();
    private final String paint = muster.task(ann, "Paint the fence");
    private final String buy = muster.task(ann, "Buy paint");

    @Test
    void blockedTaskTellsWhatItWaitsForAndIsNotCompleted() {
        assertThat(block(paint, buy).expect(204).body()).isEmpty();

        JsonNode task = read(paint);
        assertThat(task.path("blocked").asBoolean()).isTrue();
        assertThat(task.path("blocked_by")).extracting(JsonNode::asText).containsExactly(buy);
        assertThat(task.path("version").asInt()).isEqualTo(2);
        complete(paint).expectProblem(409, "task_blocked");
        muster.send("PATCH", "/v1/tasks/" + paint, ann.token(), "{\"status\": \"cancelled\"}")
                .expect(200);
    }

    @Test
    void taskIsFreeWhenTheOtherIsDone() {
        block(paint, buy).expect(204);
        complete(buy).expect(200);

        JsonNode task = read(paint);
        assertThat(task.path("blocked").asBoolean()).isFalse();
        assertThat(task.path("blocked_by")).hasSize(1);
        complete(paint).expect(200);
    }

    @Test
    void repeatedRequestsChangeNothing() {
        block(paint, buy).expect(204);
        block(paint, buy).expect(204);
        assertThat(read(paint).path("version").asInt()).isEqualTo(2);

        unblock(paint, buy).expect(204);
        unblock(paint, buy).expect(204);
        assertThat(read(paint).path("version").asInt()).isEqualTo(3);
        assertThat(read(paint).path("blocked_by")).isEmpty();
    }

    @Test
    void circlesAreRefused() {
        String earn = muster.task(ann, "Earn money");
        block(paint, buy).expect(204);
        block(buy, earn).expect(204);

        block(paint, paint).expectProblem(409, "dependency_cycle");
        block(buy, paint).expectProblem(409, "dependency_cycle");
        block(earn, paint).expectProblem(409, "dependency_cycle");
    }

    @Test
    void taskWaitsForFiftyOthersAtMost() {
        for (int i = 0; i < 50; i++) {
            block(paint, muster.task(ann, "Blocker " + i)).expect(204);
        }

        block(paint, buy).expectProblem(409, "too_many_blockers");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "nothing", "KAN-1"})
    void bothTasksHaveToBeThere(String nothing) {
        block(paint, nothing).expectProblem(404, "task_not_found");
        block(nothing, paint).expectProblem(404, "task_not_found");
        unblock(paint, nothing).expectProblem(404, "task_not_found");
        unblock(nothing, paint).expectProblem(404, "task_not_found");
    }

    @Test
    void someoneElsesTaskIsNotFound() {
        Person eve = muster.signUp();
        String eves = muster.task(eve, "Eve's");

        block(paint, eves).expectProblem(404, "task_not_found");
        block(eves, paint).expectProblem(404, "task_not_found");
        muster.send("PUT", path(paint, buy), eve.token(), null).expectProblem(404, "task_not_found");
        muster.send("DELETE", path(paint, buy), eve.token(), null).expectProblem(404, "task_not_found");
        assertThat(read(paint).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void taskInTheTrashBlocksNothingAndCanBeTakenAway() {
        block(paint, buy).expect(204);
        muster.send("DELETE", "/v1/tasks/" + buy, ann.token(), null).expect(204);

        assertThat(read(paint).path("blocked").asBoolean()).isFalse();
        block(paint, buy).expectProblem(404, "task_not_found");
        unblock(paint, buy).expect(204);
        assertThat(read(paint).path("blocked_by")).isEmpty();
    }

    @Test
    void changeIsForTheVersionThatIsNamed() {
        withVersion("PUT", "\"2\"").expectProblem(412, "stale_version");
        withVersion("PUT", "\"7\", \"1\"").expect(204);
        withVersion("DELETE", "\"1\"").expectProblem(412, "stale_version");
        withVersion("DELETE", "W/\"2\"").expectProblem(412, "stale_version");
        withVersion("DELETE", "\"2\"").expect(204);
        withVersion("DELETE", "\"").expectProblem(400, "invalid_header");
    }

    @Test
    void ofTwoClientsWithOneEntityTagOneWins() {
        List<Integer> answers = Race.values(Race.of(
                2,
                thread -> thread == 0
                        ? withVersion("PUT", "\"1\"").status()
                        : muster.send(muster.request("/v1/tasks/" + paint, ann.token())
                                        .header("Content-Type", "application/json")
                                        .header("If-Match", "\"1\"")
                                        .method("PATCH", BodyPublishers.ofString("{\"title\": \"Mine\"}")))
                                .status()));

        assertThat(answers)
                .satisfiesExactlyInAnyOrder(
                        won -> assertThat(won).isIn(200, 204),
                        lost -> assertThat(lost).isEqualTo(412));
        assertThat(read(paint).path("version").asInt()).isEqualTo(2);
    }

    private Answer withVersion(String method, String ifMatch) {
        return muster.send(muster.request(path(paint, buy), ann.token())
                .header("If-Match", ifMatch)
                .method(method, BodyPublishers.noBody()));
    }

    private Answer block(String task, String other) {
        return muster.send("PUT", path(task, other), ann.token(), null);
    }

    private Answer unblock(String task, String other) {
        return muster.send("DELETE", path(task, other), ann.token(), null);
    }

    private Answer complete(String task) {
        return muster.send("PATCH", "/v1/tasks/" + task, ann.token(), "{\"status\": \"completed\"}");
    }

    private JsonNode read(String task) {
        return muster.get("/v1/tasks/" + task, ann.token()).expect(200).json();
    }

    private static String path(String task, String other) {
        return "/v1/tasks/" + task + "/blocked-by/" + other;
    }
}
