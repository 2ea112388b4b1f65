package dev.muster.web.shared;

import static dev.muster.web.shared.ListedRoutes.OF_ADMINS;
import static dev.muster.web.shared.ListedRoutes.OF_AN_EXECUTION;
import static dev.muster.web.shared.ListedRoutes.OF_AN_EXPORT;
import static dev.muster.web.shared.ListedRoutes.OF_A_DOCUMENT;
import static dev.muster.web.shared.ListedRoutes.OF_A_PROJECT;
import static dev.muster.web.shared.ListedRoutes.OF_A_SESSION;
import static dev.muster.web.shared.ListedRoutes.OF_A_TASK;
import static dev.muster.web.shared.ListedRoutes.OF_A_TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone else's things are not there for who asks, and what only some may do is refused to the others. */
class WrongUserTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @TestFactory
    List<DynamicTest> wrongUserFindsNoSession() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        String id = muster.signIn(owner.name()).session();
        return OF_A_SESSION.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "session_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoTask() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        String id = muster.task(owner, "Private");
        return OF_A_TASK.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "task_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 201, 204, 409);
                    muster.post("/v1/tasks/" + id + "/restore", owner.token(), null);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoTemplate() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        return OF_A_TEMPLATE.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    muster.post("/v1/task-templates", owner.token(), """
                            {"name": "user", "title": "Private"}""");
                    send(route, other.token(), "1").expectProblem(404, "template_not_found");
                    assertThat(send(route, owner.token(), "1").status()).isIn(200, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoProject() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        return OF_A_PROJECT.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    muster.send("DELETE", "/v1/projects/KAN", owner.token(), null);
                    String id = muster.project(owner, "KAN");
                    send(route, other.token(), id).expectProblem(404, "project_not_found");
                    send(route, other.token(), "KAN").expectProblem(404, "project_not_found");
                    assertThat(send(route, owner.token(), "kan").status()).isIn(200, 201, 202, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoExecution() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        muster.project(owner, "KAN");
        String id = muster.post("/v1/projects/KAN/executions", owner.token(), "{\"agent\": \"reviewer\"}")
                .expect(201)
                .text("id");
        return OF_AN_EXECUTION.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "execution_not_found");
                    send(route, owner.token(), id).expect(200);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoDocument() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        String project = muster.project(owner, "DOC");
        return OF_A_DOCUMENT.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    String id = muster.document(owner, project);
                    send(route, other.token(), id).expectProblem(404, "document_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 201, 204);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserFindsNoExport() {
        Person owner = muster.signUp();
        Person other = muster.signUp();
        muster.project(owner, "EXP");
        String id = muster.post("/v1/projects/EXP/exports", owner.token(), "{\"format\": \"zip\"}")
                .expect(202)
                .text("id");
        return OF_AN_EXPORT.stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    send(route, other.token(), id).expectProblem(404, "export_not_found");
                    assertThat(send(route, owner.token(), id).status()).isIn(200, 409);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> wrongUserIsNoAdmin() {
        String token = muster.signUp().token();
        return OF_ADMINS.stream()
                .map(route -> DynamicTest.dynamicTest(
                        route, () -> send(route, token, "1").expectProblem(403, "permission_missing")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "{\"surprise\": 1}", "{\"name\": \"\"}"})
    void wrongUserIsNoAdminWhateverTheBodyHolds(String body) {
        String token = muster.signUp().token();
        String admin = muster.admin().token();
        for (String route : List.of("POST /v1/users", "PATCH /v1/users/1", "POST /v1/roles", "PATCH /v1/roles/user")) {
            String[] parts = route.split(" ", 2);
            muster.send(parts[0], parts[1], token, body).expectProblem(403, "permission_missing");
            assertThat(muster.send(parts[0], parts[1], admin, body).status())
                    .isGreaterThanOrEqualTo(400)
                    .isNotEqualTo(403);
        }
    }

    private static Answer send(String route, String token, String id) {
        return ListedRoutes.send(muster, route, token, id);
    }
}
